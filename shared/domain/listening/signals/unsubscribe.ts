import { says } from './signal.ts';

const MAIL =
  '(?:e-?mails?|mails?|messages?|msgs?|follow[- ]?ups?|reminders?|spam|communications?|correspondence|newsletters?)';

/** "Never write again" must be heard however it is said: an overheard one is a complaint. */
export const unsubscribeSignals = [
  says(
    'unsubscribe',
    0.95,
    'unsubscribe',
    'opt me out',
    'opt(?:ing)? out of (?:this|these|your|all|future)',
    'leave me alone',
    'take me off',
    'remove me\\b',
  ),
  says('unsubscribe', 0.95, '^\\W*(?:please )?(?:stop|remove|opt[- ]?out)\\W*$'),
  says(
    'unsubscribe',
    0.95,
    '(?:remove|take|delete|erase|drop|strike|purge)\\b.{0,25}\\b(?:my|the|this|our|that) (?:\\w+ ){0,2}(?:name|e-?mail|mail|address|id|data|details|contact|number|information)',
    '(?:stop|quit|cease) (?:e-?mailing|mailing|sending|contacting|messaging|writing|spamming|bothering|pestering|texting|following up)',
    `(?:stop|end|cease|discontinue|halt) (?:with )?(?:all |any )?(?:these|those|the|this|your|further|such|future|all) (?:\\w+ )?${MAIL}`,
    `(?:stop|quit|enough) (?:with |of )?(?:these |the |your |this )?${MAIL}`,
    `no (?:more|further) (?:\\w+ )?${MAIL}`,
    `(?:refrain|desist|abstain) from (?:sending|mailing|e-?mailing|contacting|messaging|writing|any)`,
    `enough (?:with|of) (?:the|these|your|this) ${MAIL}`,
  ),
  says(
    'unsubscribe',
    0.95,
    "(?:do not|don't|dont|never|not to) (?:ever |please |you )?(?:e-?mail|mail|contact|message|write|send|text|disturb|bother|spam|follow up)\\b.{0,30}\\b(?:again|any ?more|more|further|ever|me|us)\\b",
    "(?:do not|don't|dont|no longer) (?:wish|want|care|like) (?:to|you to) (?:\\w+ )?(?:receive|get|hear|be (?:contacted|e-?mailed|on)|e-?mail|contact|write)",
    `(?:do not|don't|never|no longer) (?:want|need|wish) (?:\\w+ ){0,2}${MAIL}`,
    '(?:lose|forget|never use) my (?:e-?mail|address|number)',
    '(?:block(?:ing|ed)?|blacklist(?:ing)?) (?:you|this sender|your)',
    '(?:mark|marked|marking|report|reported|reporting) (?:you|this|it|your \\w+) (?:as|for|to) spam',
  ),
  says(
    'unsubscribe',
    0.9,
    '(?:delete|erase|remove|destroy) (?:all |any )?(?:of )?(?:my |the |personal )*(?:data|information|details)',
    'right to be forgotten',
    '(?:be |get )?(?:removed|taken off|deleted|excluded|unsubscribed|dropped) (?:from |off )?(?:all |any |your |this |the |these |future )',
    '(?:e-?mail|mail|name|address|id|number|me) (?:out of|off|from) (?:your|the|this|these) (?:\\w+ )?(?:system|list|database|records?|mailing|crm|sheet)',
    'no further contact',
  ),
  says(
    'unsubscribe',
    0.95,
    '(?:mail|email|message|msg|contact|sms)s? (?:mat|na|nahi|mt) (?:kar|bhej|kij)',
    'mat bhej(?:o|na|iye)?',
    'list se (?:hata|nikal)',
    '(?:mail|email|message)s? (?:band|bandh) kar',
    '(?:aage|aaj) se .{0,20}(?:mail|email|message) mat',
  ),
  says(
    'unsubscribe',
    0.95,
    '(?:ईमेल|मेल|मैसेज|संदेश|संपर्क).{0,20}(?:न|ना|मत|नहीं|बंद) (?:भेज|कर)',
    '(?:लिस्ट|सूची) से (?:मुझे |मेरा नाम )?(?:हटा|निकाल)',
  ),
];
