import { lexicon } from '../lexicon.ts';

export const englishWantsCall = lexicon(String.raw`
DAY: monday|tuesday|wednesday|thursday|friday|saturday|sunday
LINE: call|phone|zoom|meet|meeting|skype|whatsapp|teams|gmeet|video|telephone|mobile
LIVE: ((phone |video |voice |zoom )?calls?(?! (it|this|out|to action|me a|off|time))|phone(?! (case|cover|brand
  |model|camera|stand|is|has))|ring(?! light)|chat(?! ?gpt)|zoom(?! (in|out|lens))|skype|facetime|gmeet
  |(?<!(details?|info|brief|same|them|product) (on|over|via|in) )whats ?app(?! (status|channel|community))|talk(?! (about|in|through the|into))|telephone|contact (number|no)
  |your number)(?![\p{L}])

= wants-call 0.9
calendly
(booking|scheduling|meeting|calendar) (link|page|tool)
telephonic (discussion|conversation|chat|talk|interaction)
(get|hop|jump|jumping|hopping|connect|connecting|talk|talking|speak|discuss|chat|go|getting|do|have|be|reachable
  |available|meeting) ~4 (on|over|via|through|by|onto) ~3 {LINE}
(phone|contact|mobile|whatsapp|your) number\b.{0,30}\?
(share|send|give|drop|text|provide|need|have) ~3 (phone|contact|mobile|whatsapp|cell) (number|no)\b
(share|send|give|drop) (me |us )?your (number|no)\b
(ping|text|message|msg|dm|drop|contact) (me |us )?~3 (on|at|over) ~1 whatsapp
(a|the) ~1 call (would|will|is|works|might|should)\b
(call|phone) (is|would be) (better|best|easier|good)
(number|phone) (can|could|should) (i|we|you)
(what|which) number
reach (you|me|us) (on|at|by) (phone|\+?\d)
(rather|prefer to|easier to|better to|want to|would like to|like to|'d love to) (talk|speak|chat)\b
calendly\.com
cal\.com/
koalendar
savvycal
meetings\.hubspot
(my|our) (calendar|calender|booking link|schedule link|availability)\b.{0,40}(https?:|grab|pick|book|choose|slot
  |here)
(grab|pick|book|choose|find|block) (any |a |an |your |some )?(slot|time|spot)\b
(give|drop) (me|us|him|her) a (bell|ring|call|buzz|tinkle|shout)
(ring|buzz) me\b
face ?time
tele-?con\w*
con-?call
conf(erence)? call
voice (call|note|chat)
google meet
hop on
dial[- ]in
hangout
catch up (over|on)
(speak|talk|chat|connect|meet) (to|with) (someone|somebody|anyone|a (real )?(person|human)|you|your (team|manager)
  |the (brand|team|founder))\b(?! (about (it|this) )?(after|next|later|in ))(.{0,30}(first|directly|before|from
  |over|on))?
(share|send|give|suggest|propose|tell) (me |us )?~3 (times|slots?|availability|(good|convenient
  |suitable) time)\b(?! ?lines?)
(your|ur|yr) (contact |phone |mobile |whats ?app |cell )?(number|no\.?)(\W|$)
(talk|talking|discuss|speak|go) ~1 (this |it |things )?(through|over) (live|verbally|in person|the phone|voice)
(easier|better|faster|quicker|simpler|prefer) to ~1 (talk|speak|explain|call|chat|discuss)
(whats ?app|wa|text|ping|msg|message) (me |us |here )?~1 (on|at|over|@) (this|my|the|\+?\d|whats ?app)
(call|phone|reach|contact|ring|dial|connect)( me| us| him| her)? ~1 (on|at|@|:|-)? ?(\+?\d[\d -]{6,})

= wants-call 0.9 unless negated
(call|ring|phone|whatsapp|dial) (me|us|him|her|my ~1 (manager|agent|team|number))\b
give (me|us) a (ring|call|shout|buzz)
(someone|anyone|somebody|you|we|i'll|team) ~4 call (me|us|you)\b
i'll (call|ring) you
(schedule|set up|setup|arrange|book|plan|fix|block|organi[sz]e|have|do|prefer) ~3 (call|zoom|meeting|google meet
  |slot|video call|chat)\b
(quick|short|brief|video|zoom|phone|telephonic|intro|discovery|\d+[ -]?min(ute)?s?) (video |phone |zoom )?(call
  |chat|meeting)\b

= wants-call 0.85
when (can|could|should) (we|i) (speak|talk|call)
(speak|talk|chat) (tomorrow|today|over|on (the )?phone|on {DAY}|sometime|later today)
happy to (chat|talk|speak)\b(?! (about (it|this) )?(after|then|later|in ))
(are you |i am |i'm )?(free|available) (for a (call|chat)|(on )?{DAY} (around|at|after)|after \d|between \d|at \d
  |on weekdays)
(my|our) (mobile|phone|cell|number|whats ?app|no|contact)\W+(number |no )?(is|:|-)?\W*\+?\d
(prefer|rather|like|better|best|easier) ~1 (to )?(talking|speaking|speak|talk|discuss|meet\w*) (to|in person
  |face to face|directly|over)
(time|slot|day) ~1 for (a |the )?~1 (meeting|call|chat)
(share|send|give|drop|provide) ~3 (number|no\.|contact)(?! of)(\W|$)
(i'll|i will|will|shall|can) (call|ring|phone) (you|u)\b

= wants-call 0.8
(let'?s|can we|could we|shall we|should we|may we|we can|we should) ~1 (talk|speak|chat|meet|connect)\b(?! (about (it|this) )?(again|after|later|next|then|in \p{L}+)\b)
(zoom|google meet|gmeet|phone call|video call|call) (on|at|tomorrow|today|tonight|now|this|sometime|anytime
  |please)\b

= wants-call 0.55
{LIVE}

= wants-call 0.85 in questions
{LIVE}
(we|you|i) (could|can|might|may) ~1 (speak|talk|chat)\b(?! (about|for me|to (my|her|his)))
`);
