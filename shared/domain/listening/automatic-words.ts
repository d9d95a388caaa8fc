const phrases = (...alternatives: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{M}])(?:${alternatives.join('|')})`, 'iu');

/** Subjects that only machines write; a person's answer begins with "Re:". */
export const AUTOMATIC_SUBJECT = new RegExp(
  `^\\s*(?:[\\[(*]{0,3})(?:${[
    'auto(?:matic|mated)?[ -]?(?:reply|response|respond|answer|acknowledg)',
    'auto(?:reply)?\\s?:',
    "(?:i am |i[’']m |we are )?(?:currently )?out[ -]of[ -](?:the[ -])?office",
    'ooo\\b',
    '(?:ticket|case|request|support)[ #:]{0,3}\\d+\\]?.{0,60}\\b(?:received|created|opened|logged|submitted)\\b|your (?:request|ticket|enquiry|inquiry|query|message) has been (?:received|created|logged)',
    '(?:away|absent) (?:from|until|till|on)\\b',
    '(?:on |annual |maternity |paternity |parental |medical )?(?:vacation|leave|holiday)(?: (?:auto.?)?(?:reply|response|message|notice|notification)|\\s*(?:until|till|from|:))',
    'on (?:annual |maternity |paternity |parental |medical |sick )?(?:vacation|leave)\\b',
    "(?:we have |we[’']ve )?received your (?:e-?mail|message|request|enquiry|inquiry|query)",
    'thank(?:s| you) for (?:contacting|reaching out|your (?:e-?mail|message|enquiry|inquiry))',
    'automatische (?:antwort|reactie)|automatisch antwoord|abwesenheits|abwesend|afwezig(?:heid)?|ich bin nicht im büro|außer haus',
    "réponse (?:automatique|d[’']absence)|message d[’']absence|absence|absent\\b|en congés?",
    'respuesta automática|fuera de (?:la )?oficina|ausencia|risposta automatica|fuori (?:sede|ufficio)|assenza|assente',
    'resposta automática|ausência|fora do escritório|odpowiedź automatyczna|automatyczna odpowiedź|nieobecność',
    'autosvar|automatisk(?:t)? svar|fraværende|ikke på kontoret|frånvaro|ej på kontoret|automaattinen vastaus|poissa',
    'автоответ|автоматический ответ|автоматична відповідь|automatikus válasz|otomatik yanıt|automatická odpověď',
    '自動(?:応答|返信|回覆)|不在|自动(?:回复|答复)|자동 ?(?:회신|응답|답장)|부재중|स्वचालित (?:उत्तर|जवाब)|स्वतः उत्तर',
  ].join('|')})`,
  'iu',
);

/** A sentence by which a mail says of itself that no person wrote it now. */
export const AUTOMATIC = phrases(
  '(?:this is|you are receiving|you have received|please note that this is) an auto(?:matic|mated|matically)?[ -]?(?:generated )?(?:e-?mail |mail )?(?:reply|response|message|e-?mail|acknowledg)',
  'auto(?:matic|mated)?[ -]?(?:reply|response|responder)\\s*[:.!]?\\s*$',
  'this (?:message|e-?mail|reply|response) (?:is|was|has been) (?:automatically|auto[- ]?)\\s?(?:generated|sent)',
  'please do not (?:reply|respond) to this (?:automated )?(?:e-?mail|message)',
  'dies ist eine automatische|diese (?:e-?mail|nachricht) wurde automatisch|ceci est (?:un message|une réponse) automatique|este es un (?:mensaje|correo) automático|(?:questo è un|questa è una) (?:messaggio|risposta) automatic[oa]|esta é uma (?:mensagem|resposta) automática|dit is een automatisch|to jest automatyczna|это автоматическ|これは自動|自動(?:送信|返信|応答)|यह एक स्वचालित',
);

/** "I am not here." */
export const ABSENT = phrases(
  "(?:i am|i[’']m|i will be|i[’']ll be|we are|we[’']re|we will be|currently|our office is|my office is)\\b.{0,40}\\b(?:out of (?:the )?office|ooo|on (?:an? |my )?(?:\\w+ )?(?:leave|vacation|holidays?|sabbatical)|away from (?:my desk|the office|work)|not (?:in|at) (?:the office|work)|closed|off work|off[ -](?:the[ -])?grid|offline|unreachable)",
  "(?:i am|i[’']m|i will be|i[’']ll be|we are) (?:currently )?(?:away|unavailable|travell?ing|offline|out) (?:from|until|till|through|between|on|this week|with)",
  'out of (?:the )?office (?:until|till|from|through|with|and|on|this|starting|for)',
  'ich bin .{0,40}(?:nicht im (?:büro|haus)|abwesend|im urlaub|außer haus|nicht erreichbar)|bis .{0,30} (?:abwesend|im urlaub)',
  'je (?:suis|serai) .{0,30}(?:absente?|en congés?|en vacances|hors du bureau)|estoy .{0,20}(?:fuera de la oficina|de vacaciones|ausente)|estaré .{0,20}(?:fuera|de vacaciones)',
  'sono .{0,30}(?:fuori (?:ufficio|sede)|in ferie|assente)|sarò .{0,30}(?:in ferie|assente|fuori)|est(?:ou|arei) .{0,30}(?:fora do escritório|de férias|ausente)',
  'ik ben .{0,30}(?:afwezig|niet aanwezig|met vakantie|niet op kantoor)|jestem .{0,20}(?:nieobecn|na urlopie)|przebywam .{0,20}na urlopie|я .{0,20}(?:в отпуске|отсутствую)|нахожусь в отпуске',
  'jag är .{0,30}(?:inte på kontoret|ledig|på semester|frånvarande|bortrest)|jeg er .{0,30}(?:ikke på kontoret|på ferie|fraværende)|olen .{0,20}(?:lomalla|poissa)',
  '(?:不在|休暇|休業|夏季休業|冬季休業).{0,20}(?:して|とな|中|をいただ|いた)|मैं .{0,30}(?:छुट्टी|अवकाश|कार्यालय से बाहर)|出差|休假',
);

/** What such replies add, each on its own also said by people. */
export const FORMALITIES: readonly RegExp[] = [
  phrases(
    'thank(?:s| you)(?: so much| very much)? for (?:your (?:e-?mail|mail|message|enquiry|inquiry|interest|patience|(?:kind )?understanding)|contacting|reaching out|getting in touch|writing)',
    'vielen dank für ihre|merci (?:pour|de) votre (?:message|mail|e-mail)|gracias por (?:su|tu) (?:mensaje|correo|email)|grazie per (?:la (?:sua|tua)|il (?:suo|tuo))|obrigad[oa] pel[oa]|bedankt voor (?:uw|je)|tack för ditt|tak for din|dziękuję za|お問い合わせ|メールを(?:いただ|お送り)',
  ),
  phrases(
    'in (?:my|our) absence|अत्यावश्यक|आवश्यक होने पर|(?:for|if|in case of|should)\\b.{0,40}\\b(?:urgent|immediate|emergency|emergencies|urgency)|urgent (?:matters|issues|queries|requests|enquiries|inquiries)|(?:please )?contact (?:my colleague|\\S+@\\S+) ',
    "in dringenden (?:fällen|angelegenheiten)|en cas d[’']urgence|pour toute urgence|en caso de urgencia|para asuntos urgentes|per (?:urgenze|questioni urgenti)|em caso de urgência|in dringende gevallen|w pilnych sprawach|vid brådskande|緊急|お急ぎ",
  ),
  phrases(
    '(?:limited|no|intermittent|infrequent|restricted|not have|without) (?:regular )?(?:access to|internet|e-?mail|connectivity|ability to)',
    '(?:delay(?:ed)?|slow(?:er)?|late) (?:in )?(?:response|reply|replying|responding|responses|replies)',
    'nicht (?:weitergeleitet|bearbeitet|gelesen)|kein(?:en)? zugriff|accès limité|acceso limitado|accesso limitato|beperkt(?:e)? toegang',
    "(?:do not|don[’']t|will not|won[’']t|not be) (?:be )?(?:check|monitor|read)|(?:inbox|mailbox|e-?mail) is (?:only )?(?:checked|monitored|read)",
  ),
  phrases(
    "(?:(?:i|we)(?: will|[’']ll| shall)?|will) (?:respond|reply|get back|answer|revert|attend|be in touch|review)\\b.{0,60}\\b(?:on (?:resuming|returning)|when (?:i|we) (?:return|get back|am back|[’']?m back|are back)|(?:up)?on (?:my|our) return|as soon as (?:possible|i can|we can|i(?:[’']m| am) back|i return)|after (?:my|i) return|within|once (?:we|the office) (?:re-?open|return)|at (?:the|my|our) earliest|shortly|once i)",
    '(?:return(?:ing)?|back|resume) (?:to (?:the )?(?:office|work)|in (?:the )?office|on|at work)\\b.{0,20}\\d',
    'nach meiner rückkehr|à mon retour|dès mon retour|a mi regreso|al mio (?:rientro|ritorno)|no meu retorno|bij terugkomst|po powrocie|när jag är tillbaka|når jeg er tilbage',
  ),
  phrases(
    'due to (?:the |a |an )?(?:high|large|huge|overwhelming|heavy) (?:volume|number|amount) of (?:e-?mails|messages|enquiries|inquiries|requests|mails|queries)',
    "(?:we|i) (?:have |[’']ve )?received your (?:e-?mail|message|request|enquiry|inquiry|query|application|submission)",
    '(?:your )?(?:ticket|case|request|reference) (?:number|id|no\\.?|#|has been (?:created|received|logged))',
    '(?:within|in|up to|at least) (?:the next )?(?:\\d+|one|two|three|a few)(?:\\s?(?:-|–|to)\\s?\\d+)? (?:business|working) (?:days?|hours?)|within \\d+(?:\\s?(?:-|–|to)\\s?\\d+)? ?(?:hours|hrs|days)',
  ),
];

/** What somebody writes who read our mail: whatever else they say about holidays, a person answers. */
export const ENGAGED = phrases(
  "(?:i|we)(?:[’']d| would| will|[’']ll)? (?:love|like|be (?:happy|glad|interested|keen)) to|(?:i am|i[’']m|we are|we[’']re)(?: \\w+){0,2} (?:interested|keen|in\\b(?! the)|happy to|excited|not interested|open to|game)",
  "let[’']?s |sounds (?:good|great|nice|fun|interesting|perfect|amazing)|(?:yes|yeah|yep|sure|nope|haan|haa)[,.! ]|(?:no|ok(?:ay)?|ji)(?:[,!]|\\.(?=\\s|$))|count me in",
  '(?<=^\\s{0,9}|\\n)(?:no|ok(?:ay)?|ji)\\b',
  "(?:i am|i[’']m|we are|we[’']re|just got|just came|got) (?:now )?back (?:from|at|in|to)\\b|(?:was|were) (?:on (?:leave|vacation|holiday|a (?:trip|break))|out of office|travell?ing|away|sick|unwell)|sorry for (?:the|my|such a|being) (?:late|delay)",
  '(?:check|checking|discuss|discussing|speak|speaking|confirm|confirming) (?:\\w+ )?with my|my (?:rate|rates|charges|fee|fees|quote|price|commercials?)|(?:what|how much|which|when|could you|can you|do you|would you|is it|are you)\\b[^.!\\n]{0,120}\\?|\\b\\d+k\\b|[₹$€£]\\s?\\d|(?:rs\\.?|inr|usd|eur|gbp)\\s?\\d|paid (?:only|collab)',
);
