import { says } from './signal.ts';

const PAY =
  '(?:budget|pay\\b|payment|payout|compensation|remuneration|commercials?|fees?\\b|rates?\\b|monetary|commission|honorarium|offer\\b|quote)';

export const asksMoneySignals = [
  says(
    'asks-money',
    0.9,
    'how much (?:\\w+ ){0,5}(?:pay|paying|paid|get|earn|commission|budget|offer|offering|be paid|fee|money|compensat)',
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
    '(?:only|just|purely) (?:\\w+ ){0,3}paid (?:collab|partnership|promotion|work|campaign|association|project)|paid or (?:barter|gifted|free|unpaid)|barter or paid|(?:fee|price|rate|budget|compensation) (?:\\w+ )?(?:be )?negotiable|any (?:budget|fee|compensation|payment|remuneration)|monetary compensation|(?:have|got) (?:a|any) budget',
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
];
