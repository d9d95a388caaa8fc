// What mail clients write above and below quoted mails, in the languages that they speak.

const any = (words: readonly string[]): string => words.join('|');

/** "wrote", wherever the language puts it in "On … somebody wrote:". */
const wrote = [
  'wrote',
  'writes',
  'a écrit',
  'écrit',
  'schrieb',
  'schreibt',
  'schreef',
  'geschreven',
  'ha escrit',
  'ha scritto',
  'scrive',
  'escreveu',
  'escribió',
  'va escriure',
  'a scris',
  'pisze',
  'napisał(?:a|\\(a\\))?',
  'napsal(?:a|\\(a\\))?',
  'napísal(?:a|\\(a\\))?',
  'написал(?:а|\\(а\\))?',
  'пишет',
  'написав(?:ла)?',
  'skrev',
  'kirjoitti',
  'írta',
  'yazdı',
  'έγραψε',
  'ने लिखा',
  'đã viết',
  '写道',
  '寫道',
  'が書きました',
  'のメッセージ',
  '(?:님이 )?작성',
];
export const WROTE = new RegExp(`(?<![\\p{L}\\p{M}])(?:${any(wrote)})(?![\\p{L}\\p{M}])`, 'iu');
/** "---- Asha Rao wrote ----" */
export const RULED_WROTE = new RegExp(`^\\s*-{2,}[^-].{0,120}(?:${any(wrote)})\\s*-{2,}\\s*$`, 'iu');
export const ENDS_WITH_WROTE = new RegExp(`(?:${any(wrote)})\\s*[-–—]*\\s*$`, 'iu');

/** Labels of the header block that Outlook and others put above a quoted mail. */
const labels = {
  from: 'from|von|de|van|da|od|от|від|fra|från|lähettäjä|feladó|kimden|de la|odesílatel|差出人|发件人|寄件者|보낸 ?사람|प्रेषक|से',
  date: 'sent|date|gesendet|datum|envoyé(?: le)?|message du|enviad[oa](?: em| el)?|fecha|data|verzonden|inviato|wysłano|data wysłania|отправлено|дата|надіслано|sendt|dato|skickat|lähetetty|päivämäärä|elküldve|gönderildi|tarih|odesláno|送信日時|日付|发送时间|日期|寄件日期|보낸 ?날짜|दिनांक',
  to: 'to|an|à|a|para|aan|do|кому|til|till|vastaanottaja|címzett|kime|komu|宛先|收件人|收件者|받는 ?사람|प्रति|cc|kopie|copie à|kopia|копия|抄送',
  subject:
    'subject|betreff|objet|sujet|oggetto|asunto|assunto|onderwerp|temat|тема|emne|ämne|aihe|tárgy|konu|předmět|件名|主题|主旨|제목|विषय',
} as const;
export type HeaderLabel = keyof typeof labels;

export const headerLabels = Object.keys(labels) as HeaderLabel[];
export const LABEL_LINES: Readonly<Record<HeaderLabel, RegExp>> = {
  from: labelLine(labels.from),
  date: labelLine(labels.date),
  to: labelLine(labels.to),
  subject: labelLine(labels.subject),
};

function labelLine(words: string): RegExp {
  return new RegExp(`^[\\s*_]{0,12}(?:${words})[*_]{0,2}\\s{0,2}[:：]`, 'iu');
}

/** "-----Original Message-----" and its like. */
const original = [
  'original message',
  'original appointment',
  'forwarded message',
  'forwarded by .{1,60}',
  'reply message',
  'ursprüngliche nachricht',
  'originalnachricht',
  'weitergeleitete nachricht',
  "message d[’']origine",
  'message original',
  'message transféré',
  'oorspronkelijk bericht',
  'origineel bericht',
  'doorgestuurd bericht',
  'messaggio originale',
  'messaggio inoltrato',
  'mensagem original',
  'mensagem encaminhada',
  'mensaje original',
  'mensaje reenviado',
  'wiadomość oryginalna',
  'oryginalna wiadomość',
  'исходное сообщение',
  'пересылаемое сообщение',
  'oprindelig (?:besked|meddelelse)',
  'videresendt (?:besked|meddelelse|melding)',
  'opprinnelig melding',
  'ursprungligt meddelande',
  'vidarebefordrat meddelande',
  'alkuperäinen viesti',
  'eredeti üzenet',
  'orijinal ileti',
  '元のメッセージ',
  '转发(?:的)?邮件',
  '原始邮件',
  '원본 메시지',
  'मूल संदेश',
];
// Any other word before "message" between long rules: "-----Antwort Nachricht-----".
const SOME_MESSAGE =
  '-{4,}\\s?\\p{L}{3,20} (?:message|nachricht|bericht|messaggio|mensagem|mensaje|meddelelse|meddelande|melding)\\s?-{4,}';
export const ORIGINAL_MESSAGE = new RegExp(
  `^[\\s>]*(?:[-_=*—]{2,}\\s*(?:begin )?(?:${any(original)})\\s*:?\\s*[-_=*—]{2,}|${SOME_MESSAGE})\\s*$`,
  'iu',
);

/** The line of a telephone or mail program. What a person writes about sending starts small or goes on as a sentence. */
export const SENT_FROM = new RegExp(
  `^\\s*(?:${any([
    '(?:Sent|Delivered|Written) (?:from|via|with|by|using|on)(?: my)?(?: [^\\s,.;!?<]+){1,6}',
    'Sent (?:from|via|with) \\[?[^\\[\\](),.;!?]{1,40}\\]?\\s?\\(\\s?https?:[^\\s)]{1,300}\\s?\\)[\\w .]{0,40}',
    'Get Outlook for \\S+',
    "Envoyé (?:de(?:puis)?|à partir d[e’'])(?: ?[^\\s,;!?<]+){1,7}",
    'Télécharge[rz] Outlook pour \\S+',
    'Gesendet (?:von|mit|über)(?: [^\\s,;!?<]+){1,7}',
    'Von mein\\S+ (?:[^\\s,;!?<]+ ){1,4}gesendet',
    'Diese Nachricht wurde von mein\\S+(?: [^\\s,;!?<]+){1,6} gesendet',
    'Outlook für \\S+ (?:beziehen|herunterladen)',
    'Verzonden (?:vanaf|met|vanuit|via)(?: [^\\s,;!?<]+){1,7}',
    'Verstuurd vanaf(?: [^\\s,;!?<]+){1,5}',
    'Inviato da(?:l)?(?: [^\\s,;!?<]+){1,7}',
    'Enviad[oa] (?:d[oae]|desde)(?: [^\\s,;!?<]+){1,7}',
    'Wysłane z(?: [^\\s,;!?<]+){1,6}',
    'Отправлено (?:из|с)(?: [^\\s,;!?<]+){1,6}',
    'Надіслано з(?: [^\\s,;!?<]+){1,6}',
    'Sendt fra(?: [^\\s,;!?<]+){1,6}',
    'Skickat från(?: [^\\s,;!?<]+){1,6}',
    'Lähetetty(?: [^\\s,;!?<]+){1,5}',
    '\\S{1,20}から送信',
    '发自我的\\s?\\S{1,20}',
    '從我的\\s?\\S{1,20}傳送',
    'मेरे \\S{1,20} से भेजा गया',
  ])})\\s*(?:[<[(]\\S{0,300})?\\s*$`,
  'u',
);

/** A formal closing; what follows are the name, the title and the telephone. */
const closings = [
  '(?:(?:with )?(?:best|kind|kindest|warm|warmest|many|thanks and|thanks &|thank you and) )?regards',
  'rgds',
  'best wishes',
  'yours (?:sincerely|faithfully|truly)',
  'mit (?:freundlichen|besten|herzlichen|lieben|vielen) grü(?:ß|ss)en',
  '(?:freundliche|beste|herzliche|liebe|viele|schöne) grü(?:ß|ss)e(?: .{1,30})?',
  'mfg',
  '(?:bien )?cordialement',
  '(?:bien )?à vous',
  'salutations(?: distinguées)?',
  'met (?:vriendelijke|hartelijke) groet(?:en)?',
  '(?:vriendelijke|hartelijke) groet(?:en|jes)?',
  '(?:cordiali|distinti) saluti',
  'cordialmente',
  '(?:atenciosamente|atentamente|saludos(?: cordiales)?)',
  'z (?:poważaniem|powazaniem|wyrazami szacunku)',
  'pozdrawiam(?: serdecznie)?',
  'с уважением',
  'з повагою',
  '(?:med )?(?:venlig|vennlig|kærlig|vänlig|vänliga|bästa|mange|de bedste|beste) (?:hilsen|hilsner|hälsning|hälsningar)',
  'hilsen',
  '(?:mvh|kh|vh|dbh)',
  '(?:ystävällisin|parhain) terveisin',
  '以上、よろしくお願いいたします',
  'सादर',
];
export const CLOSING = new RegExp(`^\\s*(?:${any(closings)})\\s*[,.!。]?\\s*$`, 'iu');

/** Lines that lawyers or filters add, not the writer. */
export const DISCLAIMER = new RegExp(
  `^[\\s*_\\[]*(?:${any([
    'disclaimer\\b',
    'confidentiality (?:notice|note|statement)',
    '(?:this|the information (?:contained )?in this) (?:e-?mail|message|communication|transmission)\\b.{0,120}\\b(?:confidential|privileged|intended|proprietary)',
    '(?:ce|cet|le présent) (?:message|courriel|e-?mail).{0,120}confidentiel',
    'diese (?:e-?mail|nachricht).{0,120}vertraulich',
    'dit (?:bericht|e-?mail).{0,120}vertrouwelijk',
    '(?:le informazioni contenute|questo messaggio).{0,120}(?:riservat|confidenzial)',
    'este (?:mensaje|correo).{0,120}confidencial',
    '(?:esta mensagem|este e-?mail).{0,120}confidencia',
    'please consider the environment before printing',
    'this (?:e-?mail|message) (?:has been|was) (?:scanned|checked)',
  ])})`,
  'iu',
);

/** A warning that a company's gateway puts above every mail from outside. */
export const BANNER =
  /^[\s*_[({<]*(?:caution|warning|external(?: e-?mail| sender)?|achtung|attention)\b[\s*_\])}:!-]{1,6}.{0,200}$/iu;
