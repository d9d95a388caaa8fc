import type { Intent } from '../message.ts';

/** Words, what they say and how surely (0 to 1). Read in lower case with straight apostrophes. */
export interface Signal {
  readonly intent: Intent;
  readonly weight: number;
  readonly words: RegExp;
  /** A "not" shortly before turns the words into their opposite. */
  readonly negatable: boolean;
}

const signal = (intent: Intent, weight: number, words: string, negatable = false): Signal => ({
  intent,
  weight,
  words: new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${words})`, 'u'),
  negatable,
});
const whenAffirmed = (intent: Intent, weight: number, words: string): Signal => signal(intent, weight, words, true);

const NOT = "(?:not|n't|never|no longer|dont|cant|wont|cannot)";
const DONT = "(?:do not|don't|dont|does not|doesn't|did not|didn't|never|no longer)";
const CANT =
  "(?:cannot|can not|can't|cant|could not|couldn't|won't|wont|will not|would not|wouldn't|unable to|not able to|not be able to|not possible)";
const MAIL = '(?:e-?mails?|mails?|messages?|contact|follow[- ]?ups?|reminders?)';
const NAHI = '(?:nahi|nahin|nhi|nai|na)';

export const SIGNALS: readonly Signal[] = [
  // "Never write again" must be heard however it is said.
  signal(
    'unsubscribe',
    0.95,
    'unsubscribe|opt me out|opting out of (?:this|these|your|all)|leave me alone|take me off|remove me\\b',
  ),
  signal('unsubscribe', 0.95, '^\\W*(?:stop|remove|opt[- ]?out)\\W*$'),
  signal(
    'unsubscribe',
    0.95,
    `(?:remove|take|delete|erase|drop|strike|purge)\\b.{0,25}\\b(?:my|the) (?:\\w+ ){0,2}(?:name|e-?mail|mail|address|id|data|details|contact|number|information)`,
  ),
  signal(
    'unsubscribe',
    0.9,
    '(?:delete|erase|remove) (?:all |any )?(?:of )?(?:my |the |personal )*(?:data|information|details)|right to be forgotten|removed from (?:all |any |your |this |the )',
  ),
  signal(
    'unsubscribe',
    0.95,
    `(?:stop|quit|cease) (?:e-?mailing|mailing|sending|contacting|messaging|writing|spamming|bothering|pestering|texting|following up)`,
  ),
  signal(
    'unsubscribe',
    0.95,
    `(?:do not|don't|dont|never|please don't|not to) (?:\\w+ )?(?:e-?mail|mail|contact|message|write|send|text|disturb|bother|spam)\\b.{0,30}\\b(?:again|any ?more|more|further|ever|me)\\b`,
  ),
  signal('unsubscribe', 0.95, `no (?:more|further) ${MAIL}`),
  signal(
    'unsubscribe',
    0.95,
    '(?:mail|email|message|msg|contact|call|sms)s? (?:mat|na|nahi|mt) (?:kar|bhej|kij)|mat bhej(?:o|na|iye)?|list se (?:hata|nikal)',
  ),
  signal('unsubscribe', 0.95, '(?:ईमेल|मेल|मैसेज|संदेश|संपर्क).{0,20}(?:न|ना|मत|नहीं) (?:भेज|कर)|(?:लिस्ट|सूची) से (?:हटा|निकाल)'),

  signal(
    'wrong-person',
    0.95,
    'wrong (?:person|guy|girl|man|woman|lady|e-?mail|mail|address|contact|inbox|number|id|account|one|recipient|people|place)',
  ),
  signal(
    'wrong-person',
    0.9,
    '(?:no longer|not|stopped|used to) (?:\\w+ )?(?:manag\\w+|represent\\w*|handl\\w+ (?:her|his|their|the|\\w+)|work(?:ing)? (?:with|for) (?:@|her|him|them|\\p{L}+\\b)|associated with|affiliated with|with the agency)',
  ),
  signal(
    'wrong-person',
    0.85,
    `${DONT} (?:handle|manage|deal with|look after) (?:brand|deals|collab|these|this|her|his|such|partnership)`,
  ),
  signal(
    'wrong-person',
    0.85,
    "(?:this|it)(?: is|'s) not (?:\\p{L}+(?:'s)? ){0,3}(?:e-?mail|mail|account|inbox|address|id)\\b|(?:account|page|e-?mail|mail|inbox|id|channel) (?:is not|isn't) (?:mine|hers|his|theirs)",
  ),
  signal(
    'wrong-person',
    0.85,
    '(?:contact|write to|reach out to|reach|e-?mail|mail|direct|forward|send|get in touch with|speak (?:to|with)|connect with|talk to|refer)\\b.{0,50}\\b(?:my|her|his|their|our|the|your) (?:\\w+ )?(?:manager|agency|agent|management|marketing team|marketing|representative|sister|brother|directly)',
  ),
  signal('wrong-person', 0.8, '(?:contact|write to|e-?mail|mail|reach) (?:her|him|them)\\b|try (?:her|his|their)'),
  signal(
    'wrong-person',
    0.85,
    "(?:meant|intended) for (?:someone|somebody|another|a different)|(?:do not|don't|no idea) (?:know )?who (?:\\w+ ){0,2}(?:is|are)\\b|you (?:probably|must|may) (?:want|mean|be looking for) |^not me\\b",
  ),
  signal(
    'wrong-person',
    0.85,
    "(?:i am|i'm|we are|we're|am) not an? (?:\\w+ )?(?:influencer|blogger|creator|vlogger|youtuber|model)",
  ),
  signal(
    'wrong-person',
    0.9,
    "(?:does not|doesn't|do not|don't) (?:use|check|read|monitor|own) this|belongs to|you have reached|sold (?:that|the|this|my) (?:\\w+ )?(?:account|page|channel|handle|blog)|new (?:agency|manager|management) is",
  ),
  signal(
    'wrong-person',
    0.9,
    `galat (?:email|mail|number|id|insaan|aadmi|jagah|banda|person|bande)|mer[ai] (?:account|email|mail|id|page|channel) ${NAHI}`,
  ),
  signal('wrong-person', 0.9, 'गलत (?:व्यक्ति|ईमेल|मेल|पते|जगह|नंबर|आदमी|इंसान)|मेरा (?:ईमेल|अकाउंट|पेज) नहीं'),

  signal('no', 0.9, `${NOT} (?:\\w+ ){0,2}(?:interested|keen)|no interest|not looking (?:for|to)|uninterested`),
  signal(
    'no',
    0.9,
    "^\\W*(?:no|nope|nah|nahi|nhi|nahin|नहीं)(?:\\W*$|,? ?(?:thank|thanks|sorry|sir|ma'am|धन्यवाद|शुक्रिया)|[.!,] )|thanks,? but no|^nah\\b|no from (?:my|our|me|us)|say no\\b|it'?s a no\\b|is a no\\b",
  ),
  signal(
    'no',
    0.9,
    "(?:i|we)(?:'ll| will|'m going to| am going to| have to| need to| must| would like to|'d like to|'d rather| am| are|'m|'re)? (?:\\w+ )?(?:have to |need to )?(?:pass\\b|declin\\w+|turn (?:this|it|you|that) (?:\\w+ )?down|skip (?:this|it)|sit(?:ting)? (?:this|it)|let (?:this|it) go|back out|bow out|withdraw)|hard pass|must decline|have to decline|declining",
  ),
  signal(
    'no',
    0.85,
    `${CANT} (?:\\w+ ){0,3}(?:do (?:this|it|that)|take (?:this|it|up|on|part)|accept|commit|participate|collaborate|work (?:on|with)|be (?:a )?part|join|proceed|go ahead|promote|work for (?:me|us)|help)`,
  ),
  signal(
    'no',
    0.8,
    `(?:i|we) (?:only |just )?${DONT} (?:do|promote|endorse|advertise|take|accept|work (?:with|for|on)|collaborate|engage|believe in|support|post|feel comfortable)\\b`,
  ),
  signal('no', 0.8, `(?:this|it|that|the (?:offer|budget|brand|product|deal|idea)) ${CANT} work`),
  signal(
    'no',
    0.85,
    "(?:not|n't|stopped|stopping|quit|quitting|done|retired from|pausing) (?:\\w+ ){0,2}(?:tak(?:e|ing)|accept(?:ing)?|do(?:ing)?|sponsored|instagram|influencer|brand)\\b.{0,25}\\b(?:partnership|collab|sponsor|promotion|promos|brand|content|work|deal|project|instagram|any more|anymore)",
  ),
  signal(
    'no',
    0.85,
    "(?:not|isn't|is not|wasn't|n't) (?:\\w+ ){0,3}(?:fit\\b|match\\b|for me|my thing|my cup|aligned|suitable|relevant|right for|part of (?:this|the) campaign)|(?:does not|doesn't|did not|didn't|do not|don't|wouldn't|won't) (?:\\w+ )?(?:align|fit|match|suit|go with|resonate|like (?:it|the))",
  ),
  signal(
    'no',
    0.75,
    '(?:already|exclusive|exclusivity|tied|contract|contracted|signed|committed)\\b.{0,40}\\b(?:competitor|another brand|other brand|competing|rival|exclusive(?:ly)?\\b)|(?:roster|plate|schedule|slots?) (?:is|are) (?:\\w+ )?full',
  ),
  signal(
    'no',
    0.9,
    "(?:would|'d) rather not|rather not (?:promote|do|take)|decided (?:not|against)|not (?:to )?(?:go|going|be going|move|moving) (?:ahead|forward)|regret to|(?:look for|consider|find|choose|pick) (?:someone|somebody|some one|another|other)",
  ),
  signal(
    'no',
    0.8,
    "(?:i'm|i am|we're|we are|am) out\\b(?! of (?:town|station|office|the))|deal ?-?breaker|wish i could|would(?:'ve| have) loved|focus(?:ing|sing)? on my own|good luck with (?:the|your)|all the best (?:with|for) (?:the|your)",
  ),
  signal('no', 0.55, "unfortunately|i'm afraid|too low|let us pass|for free\\b|expectations"),
  signal(
    'no',
    0.85,
    `${NAHI} (?:kar(?:na|ta|ti|te|unga|ungi|enge|oge)?\\b|kar (?:paunga|paungi|sakta|sakti|sakte)|karta|karti|ho (?:payega|paega|sakta)|chahiye|lena|loonga|lungi|lunga)|interest(?:ed)? ${NAHI}|(?:sahi|theek|thik) ${NAHI}`,
  ),
  signal(
    'no',
    0.85,
    '(?:रुचि|दिलचस्पी|इच्छा) नहीं|नहीं (?:कर|करना|करता|करती|करते|ले|लेता|चाहिए|चाहता|चाहती|हो पाएगा)|मना कर|^नहीं[,।. ]',
  ),

  signal(
    'later',
    0.85,
    '(?:check|get|reach|circle|come|follow|touch|ping|message|contact|connect|write|remind|reconnect|revisit|talk|discuss|push|postpone|reschedule|catch|do it|do this|look at this|start)\\b.{0,40}\\b(?:later|after\\b|next (?:week|month|year|quarter|season|time)|in (?:a |an |\\d|two|three|few|january|february|march|april|may|june|july|august|september|october|november|december)|once i|when i|post \\d|then\\b|mid )',
  ),
  signal(
    'later',
    0.75,
    "(?:busy|occupied|swamped|tied up|packed|booked|travel?ling|traveling|on (?:a )?(?:break|leave|vacation|holiday)|maternity|paternity|exams?|unwell|sick|ill\\b|hospital|outstation|moving|wedding|out of town|away)\\b.{0,50}\\b(?:till|until|til|now|currently|moment|these days|this (?:week|month)|right now|after|before|next)|(?:currently|right now|at the moment|bit|super|too|quite|fully|really|abhi) (?:\\w+ )?(?:busy|occupied|swamped|tied up|travel?ling|packed|booked|unwell|sick)|calendar is (?:packed|full)|(?:i'm|i am) (?:unwell|sick|ill|travel?ling|in (?:the |a )?hospital|swamped|appearing)",
  ),
  signal(
    'later',
    0.65,
    '^\\W*not (?:right now|now|at this (?:time|moment|point)|at the moment|this (?:week|month|time))|maybe (?:later|next|in |some|after)|some other time|another time|in the middle of|keep me in mind|keep us in mind|for future (?:campaigns|collab|projects|opportunit)',
  ),
  signal(
    'later',
    0.8,
    "(?:i|we|he|she|they)?(?:'ll| will| shall|'d| need to| have to| gotta| must)? ?(?:let me|will|'ll|need to|have to|give me|allow me|shall) (?:\\w+ ){0,3}(?:get back|revert|let you know|confirm (?:in|by|after|soon|later|you|tomorrow|with|once)|think\\b|think about|update you|check with|discuss (?:with|this with|it with)|sleep on|decide|respond|reply|write to you|inform you|come back to you|some time|a (?:day|few days|couple|week|moment)|consult)",
  ),
  signal(
    'later',
    0.7,
    'hold on|discussing (?:it |this )?with|remind me|get back to you|revert (?:back )?(?:soon|shortly|by)|by (?:monday|tuesday|wednesday|thursday|friday|tomorrow) (?:i|we)',
  ),
  signal(
    'later',
    0.8,
    `(?:baad (?:me|mein|main|mai)|agle (?:mahine|hafte|month|week|saal)|kuch din|thod[ei] (?:din|time|der)|(?:din|hafte|mahine) baad|abhi ${NAHI}|abhi (?:\\w+ )?busy|soch ?kar|soch ?ke|sochunga|sochungi|bata(?:ta|ti|unga|ungi|te) )|bata(?:ta|ti|unga|ungi) (?:hu|hun|hoon)?`,
  ),
  signal(
    'later',
    0.8,
    'बाद में|अगले (?:महीने|हफ्ते|सप्ताह|साल)|(?:कुछ|थोड़े) (?:दिन|समय)|सोचकर|सोच कर|बताती हूँ|बताता हूँ|बताऊँग|अभी व्यस्त',
  ),

  signal(
    'asks-money',
    0.9,
    'how much (?:\\w+ ){0,5}(?:pay|paying|paid|get|earn|commission|budget|offer|offering|be paid|fee|money|compensat)|(?:is|are|will) (?:this|it|there|these|the) (?:\\w+ ){0,5}(?:paid|fee|payment|barter|compensation|monetary|remuneration|payout|budget)|do (?:you|u|we|i) (?:guys |all )?(?:get paid|pay|offer (?:\\w+ ){0,3}(?:payment|pay|compensation|fee|money))',
  ),
  signal(
    'asks-money',
    0.9,
    "(?:what|whats|what's|share|send|tell|know|specify|mention|confirm|discuss) (?:\\w+ ){0,6}(?:budget|pay\\b|payment|payout|compensation|remuneration|commercials?|fees?\\b|rates?\\b|monetary|commission|honorarium)",
  ),
  signal(
    'asks-money',
    0.85,
    '(?:only|just) (?:\\w+ ){0,3}paid (?:collab|partnership|promotion|work|campaign|association|project)|paid or (?:barter|gifted|free|unpaid)|barter or paid|(?:fee|price|rate|budget|compensation) (?:\\w+ )?(?:be )?negotiable|any (?:budget|fee|compensation|payment|remuneration)|monetary compensation|(?:have|got) (?:a|any) budget',
  ),
  signal(
    'asks-money',
    0.8,
    "(?:my|our|his|her|the) (?:\\w+ ){0,2}(?:rates?|charges?|fees?|price|prices|commercials|quote|quotation|rate card|pricing)\\b|rate ?card|(?:i|we) (?:usually |normally |generally )?(?:charge|quote|take)\\b|doesn't pay (?:my|the)|exposure",
  ),
  signal(
    'asks-money',
    0.9,
    `(?:kitna|kitne|kitni) (?:\\w+ ){0,2}(?:pay|paisa|paise|doge|denge|milega|milenge|budget|payment|paid|charge)|(?:budget|payment|pay|paisa|paise) (?:kitna|kitne|kya|hai|milega)|paid (?:hai|h|he)\\b|paise (?:milenge|doge)`,
  ),
  signal('asks-money', 0.9, 'पेमेंट|पैसे|पैसा|बजट|फीस|मेहनताना|कितना (?:मिलेगा|देंगे)|भुगतान'),

  signal(
    'wants-call',
    0.9,
    '(?:get|hop|jump|jumping|hopping|connect|connecting|talk|speak|discuss|chat|go|getting|do|have|be) (?:\\w+ ){0,4}(?:on|over|via|through|by|onto) (?:\\w+ ){0,3}(?:call|phone|zoom|meet|meeting|skype|whatsapp|teams|gmeet|video)',
  ),
  whenAffirmed(
    'wants-call',
    0.9,
    "(?:call|ring|phone|whatsapp|dial) (?:me|us|my manager)\\b|give (?:me|us) a (?:ring|call|shout|buzz)|(?:someone|anyone|somebody|you|we|i'll|team) (?:\\w+ ){0,4}call (?:me|us|you)\\b|i'll (?:call|ring) you",
  ),
  whenAffirmed(
    'wants-call',
    0.9,
    '(?:schedule|set up|setup|arrange|book|plan|fix|block|organi[sz]e|have|do|prefer) (?:\\w+ ){0,3}(?:call|zoom|meeting|google meet|slot|video call|chat)\\b|(?:quick|short|brief|video|zoom|phone|telephonic|intro|discovery|\\d+[ -]?min(?:ute)?s?) (?:video |phone |zoom )?(?:call|chat|meeting)\\b',
  ),
  signal(
    'wants-call',
    0.85,
    "when (?:can|could|should) (?:we|i) (?:speak|talk|call)|(?:speak|talk|chat) (?:tomorrow|today|over|on (?:the )?phone|on (?:monday|tuesday|wednesday|thursday|friday)|sometime|later today)|happy to (?:chat|talk|speak)|(?:are you |i am |i'm )?(?:free|available) (?:for a (?:call|chat)|(?:on )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday) (?:around|at|after)|after \\d|between \\d|at \\d|on weekdays)",
  ),
  signal('wants-call', 0.9, 'calendly\\.com|cal\\.com/|koalendar|savvycal|meetings\\.hubspot'),
  signal(
    'wants-call',
    0.9,
    '(?:call|phone) (?:karo|kar lo|karna|kar do|kijiye|kare|karein|kr lo)|(?:call|phone|fone) (?:par|pe|pr) baat|baat kar (?:lete|sakte) (?:hain|hai)|(?:कॉल|फ़ोन|फोन) (?:कीजिए|करें|करो|कर लें|पर बात)',
  ),

  signal(
    'yes',
    0.95,
    "count me in|sign me up|(?:i'm|i am|we're|we are|am) (?:\\w+ )?(?:in\\b(?=\\W|$)(?! (?:the|a|an|my|\\p{L}+))|on board|onboard|game\\b|up for)|be on board|sounds like a plan|let'?s (?:do|go|start|lock|proceed|get started|roll|begin|move|make it)|done deal|^\\W*deal\\b|it's a deal",
  ),
  whenAffirmed(
    'yes',
    0.95,
    '(?:i|we)(?: \\w+)? accept|(?:i|we) (?:do |fully |both )?(?:agree|confirm)\\b|confirmed|agreed\\b|accepted|approved|(?:please|pls|kindly|you can|can|let us|we can)?,? ?(?:go ahead|proceed)\\b|lock (?:it|this)|(?:move|moving|take (?:this|it)|taking (?:this|it)) forward|(?:can|could|will|would) do (?:that|it|this)\\b|signing (?:the|it)|confirm (?:my|our) participation',
  ),
  whenAffirmed(
    'yes',
    0.95,
    '(?:works|work|fine|okay|ok|good|happy|alright|comfortable|satisfied|perfect|great) (?:for|with|by|from) (?:me|us|my|our|the|this|that|your|rs|₹|inr|\\$|\\d)|looks? (?:good|great|perfect|fine)|(?:all|everything) (?:looks |is )?(?:good|fine|clear|perfect|set|okay)\\b|^\\W*works\\b',
  ),
  whenAffirmed(
    'yes',
    0.85,
    "(?:i'll|i will|will|we'll|we will) (?:post|shoot|film|start|create|make|upload|send (?:you )?the (?:draft|script)|sign|get the|deliver|record)|filled (?:in |out )?the form|send (?:\\w+ ){0,3}(?:contract|agreement|paperwork|address form)|(?:share|send) (?:\\w+ ){0,3}(?:agreement|contract|next steps)|raise the (?:po|invoice)|send (?:across |over )?(?:the |your )?products?|send it to my address",
  ),
  whenAffirmed(
    'yes',
    0.85,
    '(?:interested|keen|excited|thrilled|honou?red|an honou?r|glad to|love to|happy to|pleased to|delighted|like to (?:be|do|collaborate|work|join|participate|move|take|go)|open to (?:this|collab|work))\\b',
  ),
  whenAffirmed(
    'yes',
    0.9,
    '^\\W*(?:hi|hey|hello|thanks|thank you)?\\W*(?:\\p{L}+\\W+)?(?:yes|yeah|yep|yup|yess+|absolutely|definitely|of course|sure|certainly|haan|haa|han|ji|bilkul)\\b',
  ),
  whenAffirmed(
    'yes',
    0.8,
    '(?:yes|absolutely|definitely|of course|sure)\\b[,.! ]|sounds (?:good|great|amazing|perfect|fun|lovely|awesome)|^\\W*(?:perfect|great|awesome)\\b|sure$',
  ),
  whenAffirmed(
    'yes',
    0.9,
    'kar(?:te)? (?:lunga|lungi|dunga|dungi|denge|lenge|hain|leta|leti)\\b|kar(?:unga|ungi|enge)\\b|(?:ready|taiyar|tayyar|interested) (?:hu|hun|hoon|hai|hain)|manzoor|pakka|theek hai|thik hai|done hai|pasand aaya|chalega',
  ),
  whenAffirmed(
    'yes',
    0.9,
    'तैयार (?:हूँ|हूं|हैं)|स्वीकार|मंज़ूर|मंजूर|बिल्कुल|^\\W*(?:जी )?हाँ|^\\W*(?:जी )?हां|करना चाह(?:ूँग|ूंग|ता|ती|ते)|कर लूँग|कर लूंग|करूँग|करूंग|ज़रूर|ठीक है',
  ),

  signal(
    'question',
    0.95,
    '(?:just )?one (?:thing|question|doubt)|before (?:i|we) (?:\\w+ )?(?:decide|move|proceed|confirm|commit|start|say)|i have (?:a|some|few|one|couple of) (?:doubts?|quer(?:y|ies)|questions?)|not sure (?:i|if|what|whether|how)',
  ),
  signal(
    'question',
    0.75,
    '(?:share|send|give|provide|need|want|get|have|know|tell|see|see) (?:\\w+ ){0,5}(?:details?|info|information|deck|brief first|timelines?|deliverables|moodboard|clarity|more about|campaign details)|tell me more|(?:know|learn|hear) more|more (?:information|info|details|about)|may i know|can i know|want to know',
  ),
  signal(
    'question',
    0.7,
    '^(?:hi |hey |hello |and |so |also |but )?(?:what|which|who|when|where|how|is|are|do|does|can|could|would|will|should|may|has|have|did)\\b(?! (?:you|it) (?:\\w+ )?(?:be honest))',
  ),
  signal(
    'question',
    0.75,
    '(?:kya|kaun|kaunsa|kaunsi|kab|kaise|kitni|kitne|kahan|kyu|kyun)\\b.{0,40}(?:hai|hoga|hain|karna|banani|karni|milega|hogi)|(?:details|info|jankari) (?:bhejo|bhej|batao|do|dijiye|bataiye)|batao\\b|क्या (?:करना|है|होगा)|कौन (?:सा|सी)|कब (?:तक|से)|कैसे|जानकारी (?:भेज|दें|दीजिए)',
  ),
];

const NEGATION =
  /(?<![\p{L}\p{M}])(?:not|n't|never|neither|no longer|hardly|nahi|nahin|nhi|नहीं|cannot|can't|won't|don't|doesn't|isn't|aren't|wasn't|wouldn't|couldn't|unable|wish|would have|if i were)(?![\p{L}\p{M}])[^,.;!?]{0,28}$/u;
const NEGATED_AFTER = /^[^,.;!?]{0,14}(?<![\p{L}\p{M}])(?:nahi|nahin|nhi|नहीं)(?![\p{L}\p{M}])/u;

/** Whether a "not" just before (or, in Hindi, just after) takes the words back. */
export const isNegated = (words: string, start: number, end: number): boolean =>
  NEGATION.test(words.slice(Math.max(0, start - 45), start)) || NEGATED_AFTER.test(words.slice(end, end + 30));
