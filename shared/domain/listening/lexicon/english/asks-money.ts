import { lexicon } from '../lexicon.ts';

export const englishAsksMoney = lexicon(String.raw`
MONEY: (budgets?|pay(?! attention)|pays|paid|paying|payments?|payouts?|compensat\w+|remunerat\w+|commercials?|fees?
  |rates?|money|cash|monetary|commission|honorarium|pric(e|es|ing)|(?<!no |free of )costs?|charges?|paise|paisa
  |stipend|numbers are)(?![\p{L}])
PAY: budget|pay\b|payment|payout|compensation|remuneration|commercials?|fees?\b|rates?\b|monetary|commission
  |honorarium|offer\b|quote

= asks-money 0.9
how much (?!time|content|footage|notice|work|days?|creative|experience)~5 (pay|paying|paid|get|earn|commission
  |budget|offer|offering|be paid|fee|money|compensat)
(is|are|will|if|whether) (this|it|there|these|the) ~5 (paid|fee|payment|barter|compensation|monetary|remuneration
  |payout|budget|gifted)
(if|is|whether|assuming) there('s| is| are)? (an? |any )?(fee|payment|budget|compensation|remuneration|money
  |honorarium)
do (you|u|we|i) (guys |all )?(get paid|pay|offer ~3 (payment|pay|compensation|fee|money))
(what|whats|what's|which) ~6 {PAY}
what do you (usually |normally |generally |typically )?(pay|offer)
(not|n't|never|no|without|only|just|instead of) ~3 (for free|for exposure|for freebies)
^\W*~2 how much( is it| would it be| do you| will you| for \w+| then| exactly)?\W*$
(need|want|expect|hope for|take|hoping for|like) (a |quite a )?(bit |little |lot |slightly |much )?(more
  |higher) (than|for)
(in lieu of|in exchange for|instead of|as|without) ~1 (payment|pay|money|compensation)\b
(do|will|would|can) (i|we) (also )?(get|receive|be given|earn) (any|some)

= asks-money 0.85
(share|send|tell|know|specify|mention|confirm|discuss|make|give) ~6 {PAY}
(only|just|purely) ~3 paid (collab|partnership|promotion|work|campaign|association|project)
paid or (barter|gifted|free|unpaid)
barter or paid
(is|are|any|some|if|little|bit) ~4 (negotiable|negotiat\w+)
(fee|price|rate|budget|compensation) ~1 (be )?negotiable
any (budget|fee|compensation|payment|remuneration)
monetary compensation
(have|got) (a|any) budget
(rates?|charges|fees?|prices?|pricing) (start|starts|starting|begin|range)
paid (one|opportunity|gig|campaign)
(is it|only|purely) (barter|gifted|gifting)
what('s| is) in it for me
worth my (time|while)
(double|triple|raise|increase) (it|that|this)\b
(double|increase|raise|improve|match|revise) ~3 (budget|offer|fee|amount|price|commercials)
(budget|offer|fee|amount|price) ~3 (low|less|small|increase|higher|more)\b
(?<!\b(calendar|schedule|diary|week|weekend|month|day|evening|i) )(is|are|s|if|its|it's|whether|this|that) (it |this |that )?(a )?(paid|unpaid|barter|gifted|free)\b(?! (of|to|after
  |on|from|shipping|from))
(paid|barter|gifted|free) or (not|no|paid|unpaid|what|barter|gifted)
(gifted|gifting|barter|product|exposure|commission|free product)s? only
only (a |the |for |in exchange for )?(product|gift|barter|gifted|exposure|commission|free)
(my|our) time (costs?|is|has|isn't)\b
(pay|paid|paying) (me|us|my|our|for my|for our|the bills|the rent|bills|rent)\b
work for free
free (work|labou?r)
worth (it|my|our|the effort)
(not|n't) (work|do|doing|working|collaborate|accept) ~3 (for free|on barter|for products?|for exposure|without (pay
  |payment|a fee))
(do|work|take|accept|collaborate|open) ~1 (only |just )?(on |for |to )?(paid)\b
(payment|payout|fee|money|remuneration|amount|invoice|compensation|advance)\b.{0,30}\b(released?|credited|processed
  |transferred|made|terms|timeline|cycle|upfront|structure|mode|schedule)\b
(little|bit|far|way|too|very|much|really|quite|so) (too )?(low|less|small|little|cheap|under)\b(?! (key|notice
  |time))
low ?ball
(add|adding|put|missing|forgot|needs) (a|another|one|an extra|two) (zero|0|nought)s?\b
on (the |a )?(low|lower|small|smaller|cheap|cheaper) (side|end)\b
(below|under|less than) (my|our|her|his|market) ~1 (rate|fee|price|minimum|charges|usual|standard)?
(below|under|less than) what (i|we|she|he|my|our)\b
(not|n't|hardly|barely) (even )?cover (my|our|the|her|his|a)\b
(come|go|move|stretch|push|bump|bring|meet|do|offer) ~3 (up to|up a bit|a bit higher|higher|better|halfway
  |in the middle)
(any|some) (room|scope|wiggle)
(better|higher|bigger) (offer|budget|price|rate|number|fee|amount)
(on top of|besides|apart from|other than|in addition to|along with|aside from|instead of
  |more than) (just )?(the |a |free )?(products?|gift\w*|samples?|barter|hamper)
what('s| is| are| would be)? ~3 (i|we) (get|getting|be getting|earn|make|receive)\b
what (will|do|would) (i|we) (get|earn|receive|be getting)
(what|how)('s| is| are)? ~3 (i|we|creators|influencers) (be |get |being )?(paid|compensated|remunerated)
what's the (deal|number|figure|price|pay)
(do|does|will|would|are|is) (you|u|it|they|the brand|your brand) (guys )?(pay|compensat\w+|offer\w*
  |provid\w+) ~3 (money|cash|fee|influencers|creators|for|us|me|monetary|pay|compensation)
(if|as long as|provided|provided that|unless|assuming|depends|depending|depend|for) ~6 {MONEY}
(need|want|expect|have|like|hope|deserve|prefer|love) to (be |get )?(paid|compensated|charge|remunerated)
(increase|raise|revise|improve|enhance|hike|better) ~3 (little|bit|offer|more|slightly|further)
(not|n't|hardly|barely) enough (for|money)
(half|third|fraction|quarter) (of )?(what|my|our)
(rates?|prices?|pricing|rate card|media kit|quote|quotation|commercials?|fees?) ~4 (attached|enclosed|below
  |as follows)
(attached|enclosed|attaching|sharing|find|see|here are|here is|here's) ~5 (rates?|prices?|pricing|commercials?
  |quote|quotation|fees?)\b
{MONEY} ~3 (insult\w*|joke|peanuts|laughable|unfair|poor)
paid only
only paid

= asks-money 0.8
(my|our|his|her|\p{L}+'s) ~2 (rates?|charges?|fees?|price|prices|commercials|quote|quotation|rate card
  |pricing)\b
rate ?card
(i|we) (usually |normally |generally )?(charge|quote)\b
doesn't pay (my|the)
exposure

= asks-money 0.55
{MONEY}

= asks-money 0.85 in questions
(best|final|highest|maximum|max|top) (offer|figure)
{MONEY}
(go|come|do|offer|be) (any|a bit|a little|slightly|much)? ?(higher|better|more)\b
`);
