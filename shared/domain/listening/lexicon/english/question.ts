import { lexicon } from '../lexicon.ts';

export const englishQuestion = lexicon(String.raw`
= question 0.95
(just )?one (thing|question|doubt)
before (i|we) ~1 (decide|move|proceed|confirm|commit|start|say)
i have (a|some|few|one|couple of) (doubts?|quer(y|ies)|questions?)
not sure (i|if|what|whether|how)

= question 0.75
(share|send|give|provide|need|want|get|have(?! (read|seen|gone|received|checked|reviewed|understood|noted))|know|tell|see) ~5 (details?|info|information|deck|brief first
  |timelines?|deliverables|moodboard|clarity|more about|campaign details)
tell me more
(revert|reply|respond|come back|get back|write back) (back )?(to me |to us )?with ~3 (guidelines?|details?|brief|info\w*|links?|requirements?|deliverables|terms|timelines?|examples?|references?)
(know|learn|hear) more
more (information|info|details|about)
may i know
can i know
want to know
(clarify|elaborate|explain|specify|resend|re-send|walk me through|guide me|help me understand|brief me|confirm (if
  |whether|the|when|what)|let me know (what|which|when|how|if|whether|more|the))
(do not|don't|did not|didn't|couldn't|could not|can't|cannot|not able to) ~1 (understand|find|open|see|access
  |receive)
(like|love|want|wanted|need|trying) to (understand|ask|check|enquire|inquire|clear|clarify)
(i'm|i am|was|just|i was) (curious|wondering)
any (particular|specific|preferred)
(share|send|provide|give|tell|mail|forward|need|want
  |drop) (me |us |across |over |through )?(the |your |a |some |any |all |full |more |complete |further |exact )*(brand( name)?|brief|campaign|(product|brand|company|website|collab) (name|page|link|info\w*|details?|deck)|insta(gram)?|website|company|handle|script|guidelines?|references?|examples?|requirements?|process|scope|terms|catalog(ue)?|deck|presentation|proposal)\b(?! (and (i|we)|contract|agreement))
(please|pls|kindly|can you|could you|would you|you) ~1 (explain|clarify|elaborate|specify|brief|guide|enlighten
  |share more|tell more)
not (clear|able to understand)
(can't|cannot|can not|could not|couldn't) (quite |really )?(work|figure|make) out
no idea what
interested (to|in) (know|learn|hear|see|understand|find)\w*
(don't|do not|didn't|did not) (really |quite |fully )?(get|understand|follow)\b
confused
what (exactly|all|kind|type|sort)
(some|few|couple of|several|two|three) (quick )?(questions|things|doubts|queries)
before (saying|deciding|agreeing|committing|i|we)\b.{0,40}(know|see|understand|like to|check)
(tell|inform|advise|guide) (me |us )?(which|what|how|when|where|who|whether|if|about|more)\b

= question 0.7
^(hi |hey |hello |and |so |also |but )?(what(?! an? )|which|who|whom|whose|when|where|how(?! (nice|lovely|sweet
  |kind|cool|exciting|wonderful|great|cute|fun|thoughtful)\b)|why)\b
^(hi |hey |hello |and |so |also |but )?((can|could|do|would|will|should|are|have) (you|i|we|they|my|our)|(is|does|will|has
  |was|can|should|would) (it|there|this|that|the|my|our|your)|may (i|we)|are there)\b
`);
