import { lexicon } from '../lexicon.ts';

export const englishLater = lexicon(String.raw`
MONTH: january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun
  |jul|aug|sept?|oct|nov|dec

= later 0.85
(try|ask|check|get|reach|circle|come|follow|touch|ping|message|contact|connect|write|remind|reconnect|revisit|talk|discuss
  |push|postpone|reschedule|catch|do it|do this|look at this|start)\b.{0,40}\b(later|after\b|next (week|month|year
  |quarter|season|time)|in (a |an |\d|two|three|few|{MONTH}\b)|once i|when i|post \d|then\b|mid )

= later 0.8
(let me|(can|could|may|might) (i|we)|i'll|we'll|will|'ll|need to|have to|shall|allow me to|gotta) ~3 (get back|revert|let you know|confirm (in
  |by|after|soon|later|you|tomorrow|with|once)|think\b|think about|update you|check with|discuss (with|this with
  |it with)|sleep on|decide|respond|reply|write to you|inform you|come back to you|consult)
(give|grant|allow) (me|us) (some |a |an |the |until |till |about )?~3 (time|days?|weeks?|hours?|moment|while|more)
need (a |an |some |more |few )~1 (days?|weeks?|time|month)\b
(better|easier|best|works better) (for me |for us )?(next|after|later)\b
(next|coming) (week|month|year|quarter|season) (is|would be|will be|works|should|might|could)\b
((be |i'm |i am |get )(back\b(?! from)|free|available|off|away|out of town)|return(ing)?|resum(e
  |ing)) (to work |for work |again |at work |to shooting |only )?(in|from|after|on|by|till|until|post|next)\s
decide (about )?.{0,20}(by|in|after|soon|later)
sochunga
sochungi
(check|run|see|look|talk|discuss|ask|confirm|clear|consult|align|speak|chat|go over)(ing)? ~3 (with|past|by|to
  |over with) (my|our|the) ~2 (partner|husband|wife|manager|agent|agency|team|family|parents|mom|mum|dad|boss
  |spouse|lawyer|legal|co-?founder|editor|client|talent)
(check|see|look at|look into|sort( out)?|clear|figure out|review|consult|go through|finali[sz]e) (out )?~1 (my|our
  |her|his) ~1 (schedule|calendar|dates?|diary|availability|commitments|workload|bandwidth|planner|shoot)
(ask|try|ping|catch|message|text|hit|nudge|poke|remind|mail|e-?mail|contact|approach|reach|knock
  |check in with) (with |out to |back to )?(me|us)( again| up| back| later| on this| about (it|this)
  | once more){0,3} (in|after|next|later|once|when|around|post|from|by|some)\b
(you'll|you will|you shall|u'll) (have|get|hear|receive) ~3 (answer|reply|response|confirmation|update|from me
  |from us|back|word)
(i'll|i will|we'll|we will|will|shall|'ll|let me|lemme) ~1 (have a look|take a look|look|read|go through|review
  |check|consider|see|revert|think|respond|reply|answer|update|confirm|decide)\b.{0,40}\b(later|tomorrow|once|when
  |soon|shortly|tonight|weekend|monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|month|first|back|by
  |over)
(bad|poor|wrong|terrible|awkward|not (the )?(right|best|good|great|a good|an ideal|ideal)) (timing|time)\b
timing (is|was)(n't| not)\s
isn't (a |the )?(good|best|right|great) time
undecided
(approval|confirmation|decision|reply|answer|permission|feedback) ~3 (is |are )?(await\w*|pending)
awaiting ~3 (approval|confirmation|decision|reply|answer|permission|feedback)
need (the |this |a |until the )~1 (weekend|day|night|evening|week)\b
still (deciding|thinking|considering|weighing|discussing|figuring|waiting|debating)
on the fence
(haven't|not|yet to|have not) ~1 (decide|decided|made up|finali[sz]ed?|had (a chance|time))\b
make up my mind
(want|need|like) to think
sleep on (it|this)
mull (it|this|over)
(need|have|want|like|got|ought) to (first )?(ask|check|consult|speak|talk|discuss|run (?=\w+ (by|past|with))|clear
  |confirm) ?(this |it |that )?(with |to |by |past )?(my|our|the|a|some|few)\b
(give|allow|grant|spare) (me|us) (till|until|til|by|a|some|one|few|\d)
(not|n't|nothing) ~2 (until|till|for (a|another|the next|some))\b
(i'll|i will|we'll|we will|you'll|you will|shall|will) (have|give|send|get|share|provide) ~3 (answer|reply|response
  |decision|confirmation|update)\b
(i've|i have|have|been) ~1 been (ill|sick|unwell|busy|swamped|away)

= later 0.78
(away|back|returning|return|home) (on|by|until|till|from) (the )?\d{1,2}(st|nd|rd|th)?\b
no (decision|answer|news|word|verdict) (from ~3 )?(just |quite |as |so far )?(yet|so far|as of now|till now|until)
(need|have|want|going|got) to see (what|how|if|whether|when)
(will|'ll|shall) (write|mail|e-?mail|reply|text|message|tell|inform|update|ping|respond|revert|answer)( to)?( you
  | u)?( on this| about it)? (back|again|after|once|tonight|tomorrow|soon|later|when|by|in)\b
(not|n't) ~1 (ready|able|in a position|prepared) to (decide|commit|say|answer|confirm)
after (asking|checking|consulting|discussing|speaking|talking|i (ask|check|speak|talk|discuss))

= later 0.75
(?<!back from (my |a |the )?)(busy|occupied|swamped|tied up|packed|booked|travel?ling|traveling|on (a )?(break
  |leave|vacation|holiday)|maternity|paternity|exams?|unwell|sick|ill\b|hospital|outstation|moving|wedding
  |out of town|away)\b.{0,50}\b(till|until|til|now|currently|moment|these days|this (week|month)|right now|after
  |before|next)
(currently|right now|at the moment|bit|super|too|quite|fully|really|abhi) ~1 (busy|occupied|swamped|tied up
  |travel?ling|packed|booked|unwell|sick)
calendar is (packed|full)
(i'm|i am) (unwell|sick|ill|travel?ling|in (the |a )?hospital|swamped|appearing|expecting a baby)
(down with|have a|got|caught) (a )?(fever|flu|cold|covid|dengue)
(this|the) (week|month|season) is ~1 (crazy|hectic|packed|full|busy|mad|insane|tough)
too much (on my plate|going on)
(family|medical|personal) (emergency|function|reasons)
not ~1 yet\b
touch base
circle back
(park|pause) (this|it)
put (this|it) on hold
take some time
once (i|we|things|my)\b
after (diwali|holi|eid|christmas|new year|navratri|pongal|my|the exams?|this (week|month))
(think|mull|ponder) (it |this )?(over|through)
by (the )?(end of (the )?|this )(day|week|weekend|month)
hold on
discussing (it |this )?with
remind me
get back to you
revert (back )?(soon|shortly|by)
by (monday|tuesday|wednesday|thursday|friday|tomorrow) (i|we)
(look|check|go through|see|review|read|revert|reply|respond|answer|do
  |think) (at |about |on )?(it |this |that |them )?(over|on|by|during) (the |this )?(weekend|week ?end|sunday
  |saturday|tonight|evening)
(swamped|snowed under|buried|drowning) (with|in|under)
(on|taking|having|starting) (a |an |my |our )?~3 (break|leave|vacation|holidays?|sabbatical|honeymoon|detox|hiatus
  |pause|bed ?rest|retreat)\b(?! (from (spons|brand|promo|collab)|campaign|content|shoot))
(out of (station|town|country|action)|outstation|abroad|overseas|hospitali[sz]ed|recovering|post-?partum|newborn
  |just (had|delivered) a baby|had a baby|in bed|under the weather|food poisoning|jet ?lagged|grieving|exams?
  |boards|thesis|finals|moving house|shifting (house|home|cities)|renovati\w+)\b(?!.{0,30}\b(over|done|finished)\b)
(will be|would be|shall be|i'm|i am|we're|be|am|only|get) (free|available|back(?! from)|reachable)\b.{0,12}\b(post
  |after|from|by|in|on|once|only|next|around)\b
(next time|in (the )?(summer|spring|autumn|fall|winter|new year|coming (days|weeks?|months?)|near future|future
  |second half|q[1-4])|(later|sometime|some time|any ?time) (in|this|next) (the )?(year|month|week|season|summer
  |day)|down the (line|road)|some other (time|day)|another (day|month)|one of these days)
(post|after) (that|this|then|these|diwali|dussehra|durga puja|pujo|puja|onam|ganesh|ganpati|rakhi|raksha bandhan
  |holi|eid|ramadan|ramzan|christmas|xmas|new year|navratri|pongal|sankranti|lohri|easter|thanksgiving
  |the (holidays?|festivals?|festive|weekend|wedding|exams?|boards|season|break|trip|shoot|event|launch|\d)
  |my ~1 (exams?|boards|wedding|trip|break|surgery|delivery|shoot|leave|finals|finish|return)|\d{1,2}(st|nd|rd|th)\b
  |\d{1,2} ?(days?|weeks?|months?|{MONTH})\b|(1[3-9]|2\d|3[01])\b(?![:.]\d| ?h)|mid\b)
(push|move|defer|delay|park|shelve|postpone|hold|keep|take|pick|bring|put) (this|it|that)( off| up| out| on hold
  | back)? (to|till|until|for|post|after|later|again|next|in)\b
(allow|need|give|want|require|take) (me |us )?~2 (\d+|a|two|three|few|couple of|some)(\s?(-|to|or)\s?(\d+|two|three
  |four))? (more )?(days?|hours?|weeks?|time)\b
(crazy|hectic|insane|chaotic|jam[- ]?packed|mad|packed|booked|full(?! time)) ~1 (week|month|time|days|schedule
  |until|till|right now|at the moment|this)
(schedule|calendar|diary|month|week) (is|'s) ~1 (full|packed|crazy|hectic|booked|jammed|chock)
(hold|wait|bear) (on|with me|up)\b
one (sec|moment|minute)\b
not just yet
too (early|soon) to
(and then|only then|then i|after that|afterwards) (will |shall |can )?(decide|confirm|revert|answer|let you)
(next|coming|following) few (days|weeks|months)
(just had|having|recovering from|had|after) (a |an |my )?~1 (surgery|operation|accident|baby)
(when|once|as soon as|until) (i'm|i am|we're|we are|i get|i reach|things) ~1 (home|back|free|done|better|well
  |settled|calm\w*|less busy|available)
(knee|neck)[- ]deep
up to my (ears|neck|eyes)
(do|pick|talk|discuss|look|see|think|start)\b.{0,30}\bafterwards

= later 0.65
^\W*not (right now|now|at this (time|moment|point)|at the moment|this (week|month|time))
maybe (later|next|in |some|after)
some other time
another time
in the middle of
keep (me|us) in mind
for future (campaigns|collab|projects|opportunit)

= later 0.55
(later|afterwards|soon|shortly|tomorrow|next (week|month|time)|weekend|in a while|eventually)\b
`);
