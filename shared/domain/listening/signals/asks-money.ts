import { hints, says, saysIfAsked } from './signal.ts';

const PAY =
  '(?:budget|pay\\b|payment|payout|compensation|remuneration|commercials?|fees?\\b|rates?\\b|monetary|commission|honorarium|offer\\b|quote)';

/** Whatever speaks of money at all. */
const MONEY =
  '(?:budgets?|pay(?! attention)|pays|paid|paying|payments?|payouts?|compensat\\w+|remunerat\\w+|commercials?|fees?|rates?|money|cash|monetary|commission|honorarium|pric(?:e|es|ing)|(?<!no |free of )costs?|charges?|paise|paisa|stipend|numbers are)(?![\\p{L}])';

export const asksMoneySignals = [
  says(
    'asks-money',
    0.9,
    'how much (?!time|content|footage|notice|work|days?|creative|experience)(?:\\w+ ){0,5}(?:pay|paying|paid|get|earn|commission|budget|offer|offering|be paid|fee|money|compensat)',
    '(?:is|are|will|if|whether) (?:this|it|there|these|the) (?:\\w+ ){0,5}(?:paid|fee|payment|barter|compensation|monetary|remuneration|payout|budget|gifted)',
    "(?:if|is|whether|assuming) there(?:'s| is| are)? (?:an? |any )?(?:fee|payment|budget|compensation|remuneration|money|honorarium)",
    'do (?:you|u|we|i) (?:guys |all )?(?:get paid|pay|offer (?:\\w+ ){0,3}(?:payment|pay|compensation|fee|money))',
    `(?:what|whats|what's|which) (?:\\w+ ){0,6}${PAY}`,
    'what do you (?:usually |normally |generally |typically )?(?:pay|offer)',
  ),
  says('asks-money', 0.85, `(?:share|send|tell|know|specify|mention|confirm|discuss|make|give) (?:\\w+ ){0,6}${PAY}`),
  says(
    'asks-money',
    0.85,
    '(?:only|just|purely) (?:\\w+ ){0,3}paid (?:collab|partnership|promotion|work|campaign|association|project)|paid or (?:barter|gifted|free|unpaid)|barter or paid|(?:is|are|any|some|if|little|bit) (?:\\w+ ){0,4}(?:negotiable|negotiat\\w+)|(?:fee|price|rate|budget|compensation) (?:\\w+ )?(?:be )?negotiable|any (?:budget|fee|compensation|payment|remuneration)|monetary compensation|(?:have|got) (?:a|any) budget',
    '(?:rates?|charges|fees?|prices?|pricing) (?:start|starts|starting|begin|range)',
    "paid (?:one|opportunity|gig|campaign)|(?:is it|only|purely) (?:barter|gifted|gifting)|what(?:'s| is) in it for me|worth my (?:time|while)|(?:double|increase|raise|improve|match|revise) (?:\\w+ ){0,3}(?:budget|offer|fee|amount|price|commercials)|(?:budget|offer|fee|amount|price) (?:\\w+ ){0,3}(?:low|less|small|increase|higher|more)\\b",
  ),
  says(
    'asks-money',
    0.8,
    "(?:my|our|his|her|the|\\p{L}+'s) (?:\\w+ ){0,2}(?:rates?|charges?|fees?|price|prices|commercials|quote|quotation|rate card|pricing)\\b",
    'rate ?card',
    '(?:i|we) (?:usually |normally |generally )?(?:charge|quote)\\b',
    "doesn't pay (?:my|the)",
    'exposure',
  ),
  says(
    'asks-money',
    0.9,
    '(?:kitna|kitne|kitni|kuch) (?:\\w+ ){0,2}(?:pay|paisa|paise|doge|denge|milega|milenge|budget|payment|paid|charge)',
    '(?:budget|payment|pay|paisa|paise) (?:kitna|kitne|kya|hai|milega)',
    'paid (?:hai|h|he)\\b',
    'pais[ea] (?:milenge|milega|doge|denge)',
  ),
  says('asks-money', 0.9, 'पेमेंट|पैसे|पैसा|बजट|फीस|मेहनताना|कितना (?:मिलेगा|देंगे)|भुगतान'),
  says(
    'asks-money',
    0.85,
    "(?:is|are|s|if|its|it's|whether|this|that) (?:it |this |that )?(?:a )?(?:paid|unpaid|barter|gifted|free)\\b(?! (?:of|to|after|on|from|shipping|from))|(?:paid|barter|gifted|free) or (?:not|no|paid|unpaid|what|barter|gifted)|(?:gifted|gifting|barter|product|exposure|commission|free product)s? only|only (?:a |the |for |in exchange for )?(?:product|gift|barter|gifted|exposure|commission|free)",
    "(?:my|our) time (?:costs?|is|has|isn't)\\b|(?:pay|paid|paying) (?:me|us|my|our|for my|for our|the bills|the rent|bills|rent)\\b|work for free|free (?:work|labou?r)|worth (?:it|my|our|the effort)|(?:not|n't) (?:work|do|doing|working|collaborate|accept) (?:\\w+ ){0,3}(?:for free|on barter|for products?|for exposure|without (?:pay|payment|a fee))|(?:do|work|take|accept|collaborate|open) (?:\\w+ )?(?:only |just )?(?:on |for |to )?(?:paid)\\b",
    '(?:payment|payout|fee|money|remuneration|amount|invoice|compensation|advance)\\b.{0,30}\\b(?:released?|credited|processed|transferred|made|terms|timeline|cycle|upfront|structure|mode|schedule)\\b',
    '(?:little|bit|far|way|too|very|much|really|quite|so) (?:too )?(?:low|less|small|little|cheap|under)\\b(?! (?:key|notice|time))|low ?ball|(?:below|under|less than) (?:my|our|her|his|market) (?:\\w+ )?(?:rate|fee|price|minimum|charges|usual|standard)?|(?:come|go|move|stretch|push|bump|bring|meet|do|offer) (?:\\w+ ){0,3}(?:up to|up a bit|a bit higher|higher|better|halfway|in the middle)|(?:any|some) (?:room|scope|wiggle)|(?:better|higher|bigger) (?:offer|budget|price|rate|number|fee|amount)',
    '(?:on top of|besides|apart from|other than|in addition to|along with|aside from|instead of|more than) (?:just )?(?:the |a |free )?(?:products?|gift\\w*|samples?|barter|hamper)',
    "what(?:'s| is| are| would be)? (?:\\w+ ){0,3}(?:i|we) (?:get|getting|be getting|earn|make|receive)\\b|what (?:will|do|would) (?:i|we) (?:get|earn|receive|be getting)|(?:what|how)(?:'s| is| are)? (?:\\w+ ){0,3}(?:i|we|creators|influencers) (?:be |get |being )?(?:paid|compensated|remunerated)|what's the (?:deal|number|figure|price|pay)|(?:do|does|will|would|are|is) (?:you|u|it|they|the brand|your brand) (?:guys )?(?:pay|compensat\\w+|offer\\w*|provid\\w+) (?:\\w+ ){0,3}(?:money|cash|fee|influencers|creators|for|us|me|monetary|pay|compensation)",
  ),
  says(
    'asks-money',
    0.9,
    '(?:budget|paise|paisa|rate|amount|payment|price|charges?|rakam|paison)\\b.{0,20}(?:badha|zyada|jyada|kam|kitn|thoda|bata|kya|milega|milenge|do\\b|dijiye|doge|hoga|hogi)',
    '(?:thoda|thodi|aur|kuch|itne|itna|isse) (?:\\w+ ){0,2}(?:badha|zyada|jyada|kam\\b|mushkil|me (?:nahi|mushkil)|paise|budget)',
    'kya (?:doge|denge|dete|rate|charge|milega)|(?:kitna|kitne|kitni) (?:\\w+ ){0,3}(?:doge|dogi|denge|dete|milega|milenge|milta|rate|charge|dena|lagega|deti)',
    '(?:free|muft) (?:me|mein|main) (?:kaam|karna|karwa|chahiye|nahi)|paid (?:hai|hoga|collab|h)\\b',
  ),
  says(
    'asks-money',
    0.9,
    '(?:कितन[ेाी]) (?:\\S+ ){0,2}(?:रुपये|रुपए|पैसे|पैसा|देंगे|दोगे|मिलेंगे|मिलेगा|मिलेगी|देते)|(?:रुपये|रुपए|रकम|शुल्क|दाम|रेट|चार्ज|बजट|भुगतान|फ़ीस|मानदेय).{0,20}(?:कितन|बता|क्या|मिल|देंगे|बढ़ा|होगा|है)',
    'से कम (?:में|मे) (?:\\S+ )?नहीं|(?:मुफ़्त|मुफ्त|फ्री) में',
  ),
  saysIfAsked(
    'asks-money',
    0.85,
    MONEY,
    '(?:go|come|do|offer|be) (?:any|a bit|a little|slightly|much)? ?(?:higher|better|more)\\b',
  ),
  says(
    'asks-money',
    0.85,
    `(?:if|as long as|provided|provided that|unless|assuming|depends|depending|depend|for) (?:[\\p{L}']+ ){0,6}${MONEY}`,
    `(?:need|want|expect|have|like|hope|deserve|prefer|love) to (?:be |get )?(?:paid|compensated|charge|remunerated)`,
    `(?:increase|raise|revise|improve|enhance|hike|better) (?:[\\p{L}']+ ){0,3}(?:little|bit|offer|more|slightly|further)`,
    "(?:not|n't|hardly|barely) enough (?:for|money)|(?:half|third|fraction|quarter) of (?:what|my|our)|(?:rates?|prices?|pricing|rate card|media kit|quote|quotation|commercials?|fees?) (?:[\\p{L}']+ ){0,4}(?:attached|enclosed|below|as follows)",
    `(?:attached|enclosed|attaching|sharing|find|see|here are|here is|here's) (?:[\\p{L}']+ ){0,5}(?:rates?|prices?|pricing|commercials?|quote|quotation|fees?)\\b`,
    `${MONEY} (?:[\\p{L}']+ ){0,3}(?:insult\\w*|joke|peanuts|laughable|unfair|poor)|paid only|only paid`,
  ),
  says(
    'asks-money',
    0.9,
    "(?:not|n't|never|no|nahi|without|only|just|instead of) (?:[\\p{L}']+ ){0,3}(?:for free|for exposure|for freebies)",
  ),
  hints('asks-money', MONEY),
  says(
    'asks-money',
    0.9,
    '(?:paisa|paise|payment|budget|paid|fees?|rate|advance) (?:hi |to |toh |bhi )?(?:chahiye|dena|dijiye|dedo|do|batao|bataiye|bolo)\\b|bina (?:paise|payment|pay|paiso)',
    'बिना (?:पैसे|पेमेंट|भुगतान|पैसों)|(?:पैसे|पैसा|पेमेंट|भुगतान) (?:चाहिए|दीजिए|देना)',
  ),
  says(
    'asks-money',
    0.9,
    '^\\W*(?:\\w+ ){0,2}how much(?: is it| would it be| do you| will you| for \\w+| then| exactly)?\\W*$|(?:need|want|expect|hope for|take|hoping for|like) (?:a |quite a )?(?:bit |little |lot |slightly |much )?(?:more|higher) (?:than|for)',
    '(?:in lieu of|in exchange for|instead of|as|without) (?:\\w+ )?(?:payment|pay|money|compensation)\\b|(?:do|will|would|can) (?:i|we) (?:also )?(?:get|receive|be given|earn) (?:any|some)',
  ),
];
