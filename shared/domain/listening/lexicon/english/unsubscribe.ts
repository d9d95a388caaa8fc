import { lexicon } from '../lexicon.ts';

export const englishUnsubscribe = lexicon(String.raw`
MAIL: e-?mails?|mails?|messages?|msgs?|follow[- ]?ups?|reminders?|spam|communications?|correspondence|newsletters?

= unsubscribe 0.95
unsubscribe
opt me out
opt(ing)? out of (this|these|your|all|future)
leave me alone
take me off
remove me\b
^\W*(please )?(stop|remove|opt[- ]?out)\W*$
(remove|take|delete|erase|drop|strike|purge)\b.{0,25}\b(my|the|this|our|that) ~2 (name|e-?mail|mail|address|id|data
  |details|contact|number|information)
(stop|quit|cease) (e-?mailing|mailing|sending|contacting|messaging|writing|spamming|bothering|pestering|texting
  |following up)
(stop|end|cease|discontinue|halt) (with )?(all |any )?(these|those|the|this|your|further|such|future|all) ~1 {MAIL}
(stop|quit|enough) (with |of )?(these |the |your |this )?{MAIL}
no (more|further) ~1 {MAIL}
(refrain|desist|abstain) from (sending|mailing|e-?mailing|contacting|messaging|writing|any)
enough (with|of) (the|these|your|this) {MAIL}
(do not|don't|dont|never|not to) (ever |please |you )?(e-?mail|mail|contact|message|write
  |send(?! (me |us )?(the |your |any |a |over )*(products?|parcel|package|kit|samples?|contract|hamper|gift|it\b
  |anything before))|text|disturb|bother|spam|follow up)\b.{0,30}\b(again|any ?more|more|further|ever|me|us)\b
(do not|don't|dont|no longer) (wish|want|care|like) (to|you to) ~1 (receive|get|hear|be (contacted|e-?mailed|on)
  |e-?mail|contact|write)
(do not|don't|never|no longer) (want|need|wish) ~2 {MAIL}
(do not|don't|dont|never|not) (please |ever |kindly )?send(ing)? ~3 {MAIL}\b(?!.{0,40}\b(call|phone|whatsapp|instead|until|till|before|yet)\b)
want out of (this|these|your|the) ~2 ({MAIL}|mailing|list|database)
^\W*no more( please| pls| thanks?| thank you)*\W*$
(lose|forget|never use) my (e-?mail|address|number)
(block(ing|ed)?|blacklist(ing)?) (you|this sender|your)
(mark|marked|marking|report|reported|reporting) (you|this|it|your \w+) (as|for|to) spam
(stop|quit|cease|end) ~1 (spamming|mailing|e-?mailing|messaging|contacting|bothering|harassing|writing|texting
  |sending|chasing|pestering|disturbing|following up)
(don't|do not|never|dont|not) (ever )?(e-?mail|mail|contact|message|write( to)?|text|disturb|bother|spam|ping
  |approach|chase|pester) (me|us|this|here|again|any)
(not|n't|no longer) ~3 (receive|get|want|hear) ~4 ({MAIL}|from (you|your|this))
(take|strike|cross|scratch|get|wipe|delete|erase|remove|drop|exclude) (me|us|my ~3 |this ~1 (address|e-?mail
  |id)) ?~1 (off|from|out)\b(?! (this|the) (campaign|collab|shortlist|deal))
(erase|delete|remove|forget|wipe|purge) ~4 (data|information|details|records?|address|about me|e-?mail|contact)\b
(withdraw|revoke) (my )?consent
opt[- ]?(ing )?out\b
not (consent|agree) to (be )?(receiv|contact|be contact)
never (signed up|subscribed|gave|opted)
(final|last) warning
go away
get lost
buzz off
bugger off
piss off
f\S{1,3} off
do not disturb
(stop|quit|cease|enough|end|halt|discontinue|no more|without|spare me|tired of|sick of|fed up (with|of)) ~4 ({MAIL}
  |mailing|e-?mailing|messaging|contacting|bugging|bothering|harassing|hounding|nagging|pestering|spamming
  |writing to)
(you|u|you're|you are|they|people|why) ~2 (keep|keeps|kept) (on )?(e-?mailing|mailing|writing|messaging|sending
  |contacting|spamming|bothering|bugging)
(you're|you are|this is|u r|stop the) ~2 (spamming|spam|harass\w*|unsolicited)\b
^\W*(please |just |so |pls |kindly |ok |now |and )*stop( it| this| that| now| right now| immediately| please
  | already)*\W*$
stop (all )?(this|these|the|your) ~1 (nonsense|rubbish|madness|harassment|bullshit|crap|garbage|junk|behaviou?r)
cut it out
(asked|told|said|begged|requested)\b.{0,30}\bto stop\W*$
leave (me|us) (alone|be|in peace)
(did not|didn't|never|have not|haven't|do not|don't) ~1 (consent|consented|agree to (receive|be contacted)
  |ask(ed)? (for (this|these|that|your|any)|to (be|receive))|sign(ed)? up|subscribe\w*|opt(ed)? in
  |give (you )?(my )?(permission|consent))
(never|not|n't|no longer) ~4 (another|any more|these|those|such|more|further) ~3 {MAIL}\b(?! (yet|about the
  |with the|from (dhl|fedex|the courier)))
(do not|don't|no longer) (want|need|wish for) (these|those|this|any of (this|these)|your stuff|to hear|to get
  |to be (on|in|part of) (this|your|the|any) ~1 (list|database))\b(?! (product|opportunity|collab|campaign|deal|job
  |kind|to happen|after))
(may|must|should|you can|you do) ?(not|n't) (use|process|store|keep|share) ~3 (e-?mail|mail|address|data|details
  |number|information)
object to (the |this |your |any )?(processing|use|marketing|being contacted|direct)
no permission to (mail|e-?mail|contact|write|use)
^\W*(please |pls |kindly |so |and |just )?(remove|unsub|unsubscribe|opt out|delete)( me| please| pls| now
  | this)*\W*$
(?<=[,.;] ?(please |pls |kindly )?)(remove|unsub|delete)\W*$
(removed|unsubscribed|deleted|taken off)\W*$
(no|zero) (wish|desire|intention|interest) (to|in) (receiv\w*|hear\w*|get\w*|be\w* contacted)
(one more|another|next) ~1 (e-?mail|mail|message)\b.{0,30}\b(report|block|complain|sue)
(report|block|complain)\b.{0,40}\b(one more|another|next|again)
^\W*(please |pls |kindly |just )?(delete|erase|remove) (it|them|me|us|that)( please| pls| now| immediately| asap
  | at once)*\W*$
(do not|don't|no need to|never|no point in|please stop) ~3 (writ(e|ing)|mail(ing)?|e-?mail(ing)?|contact(ing)?
  |messag(e|ing)|text(ing)?|reach(ing)? out|follow(ing)? up|repl(y|ying))( to)?( me| us| back| again| any ?more
  | ever| here| further)+\b(?! (later|next|after|in \d))
how (do|can|could|to)( i| we)? (stop|get off|opt|leave|end|unsub|cancel|get rid)\w*
no right to ~1 (use|contact|mail|e-?mail|write|message|have|keep)
(who|what) gave you the right
^\W*(this is |pure |just |more )?(spam|blocked|reported|blocking( you)?|reporting( you)?|junk)\W*$
(take|get|cross|strike|scrub|wipe|leave|keep|pull) (\w+ ){1,5}(off|out of|from|outside) (your|the|this|that|any|all
  |these) ~2 (system|lists?|database|records?|mailings?|crm|sheet|books|outreach)\b
^\W*~1 (off|out of) (your|the|this) ~1 (lists?|database)\b(?! of)
forget (about )?(me|us|my address|i exist)\b
(not|never) ~2 (hear|get|receive|see) ~3 (from you|again)\b

= unsubscribe 0.9
(delete|erase|remove|destroy) (all |any )?(of )?(my |the |personal )*(data|information|details)
right to be forgotten
(be |get )?(removed|taken off|deleted|excluded|unsubscribed
  |dropped) (from |off )?(all |any |your |this |the |these |future )
(e-?mail|mail|name|address|id|number|me) (out of|off|from) (your|the|this|these) ~1 (system|list|database|records?
  |mailing|crm|sheet)
no further contact
`);
