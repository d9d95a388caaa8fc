import { lexicon } from '../lexicon.ts';

export const englishYes = lexicon(String.raw`
DO: join|be|feature|work|do|make|create|start|shoot|host|try|collab\w*|partner\w*|participate|promote|post|review
  |help|associate|move|take|go|proceed|accept|confirm|begin|show|share
GLAD: thrilled|delighted|pleased|glad|happy|excited|stoked|pumped|honou?red|keen|eager|looking forward|'d love
  |would love|love|like
GOOD: acceptable|agreeable|fair|okay|ok|fine|good|great|perfect|reasonable|workable|doable|clear|set
TERMS: terms|fees?|price|amount|offer|dates?|budget|deal|above|proposal|numbers?|plan|timelines?|deliverables
  |conditions|rates?|commercials|brief|scope|details|arrangement|package|compensation|payment|side|end|points?|same
  |requirements?

= yes 0.95
count me in
(?<=\W(so|then|therefore|hence),? )(it's )?(a )?yes\b( please| from \w+)?\W*$
^\W*(ok |okay |then |so |well )?(go|let's go) on then\b
^\W*(all |fully |totally |so )?(in|sold)\W*$
sign me up
(i'm|i am|we're|we are|am) ~1 (in\b(?=\W|$)(?! (the|a|an|my|\p{L}+))|on board|onboard|game\b|up for)
be on board
sounds like a plan
done deal
^\W*deal\b
it's a deal
^\W*(ok |okay |then |so )?we have a deal
consider it done
down for (this|it)
i('m| am) (so |totally |super )?down\b(?! with)
(have|got) (my|our|a) (go-?ahead|consent|approval|green light|yes|nod)
thumbs up from
(i|we)('d| would) be (honou?red|delighted|thrilled|over the moon|more than happy)\b(?! (if|but|though|however))
(nothing|not a thing|no part) (there )?(that )?(i'd|i would|we'd|we would) (change|alter|add|amend)
(i'm|i am|we're|we are) sold\b(?! out)
good to go
(where|how) (do i|to|can i) sign

= yes 0.95 unless negated
(let'?s|let us) (do|go|start|lock|proceed|roll|begin|move|make|take|kick|rock|finali[sz]e|close|collab\w*|create
  |work together|get (started|going|rolling|this))\b
(i|we)( \w+)? accept
(i|we) (do |fully |both )?(agree|confirm)\b
agree to
confirmed
agreed\b
accepted
approved
(please|pls|kindly|you can|you may|we can|yes|ok|okay),? ?(go ahead|proceed)\b
^\W*(go ahead|proceed)\b
go ahead with
lock (it|this)
(move|moving|take|taking|carry) (this |it |things )?(forward|ahead)
signing (the|it)
confirm (my|our) participation
(works|(?<!\b(i|we|to|you) )work(?= (for|with) (me|us))|fine|okay|ok|good|happy|alright|comfortable|satisfied
  |perfect|great) (for|with|by|from|on) (me|us|this|that|it|both|all|everything|rs|₹|inr|\$|\d|(\w+ ){1,3}{TERMS})
(terms|conditions|offer|fee|price|amount|rate|budget|commercials|deliverables|timelines?|dates|details|everything
  |all|deal|brief|it|this|that) (is|are|looks?|seems?|sounds?) ~1 {GOOD}\b
^\W*((all|it|this|that|everything) )?looks? (good|great|perfect|fine)
all good
^\W*works\b
(ready|all set|raring) to (go|start|shoot|begin|roll)
(make|making) (this|it|that) (work|happen)
(we|i) (are|am) ~1 aligned

= yes 0.9 unless negated
{GLAD}(?! with) (to|for|about|forward to)? ?~3 {DO}\b
(perfect|great|good|lovely|natural) (fit|match) for (my|me|us|our)
(fits?|suits?|matches) (my|our|me|perfectly|well)
(i'm|i am|we're) all (in|for)
yes from (me|us)
(ok(ay)?|yes|go|done|clear|fine|good|final|confirm\w*|approv\w*|agree\w*) from (my|our|her|his|their|both) (side|end|part)s?\b
ok(ay)? from (my|our)
^\W*(hi|hey|hello|thanks|thank you)?\W*(\p{L}+\W+)?(yes|yeah|yep|yup|yess+|absolutely|definitely|of course|sure
  |certainly)\b
(can|could|will|would) do (that|it|this)\b
pasand aaya
(come|coming|get|getting|be|being|have me|take me|welcome) on ?board
(budget|price|fee|amount|date|dates|timeline|that|this|it|friday|monday|everything) works\b
(i|we)( have|'ve)? (already )?signed (it|the|and)
(have|has|and) signed it
(so|ok|okay|well|oh|ah),? go on then
^\W*(ok|okay|sure|yes|alright|yep|sir)?[ ,]*(sir|ma'am|ji|team|dear)?[ ,]*will do\W*$
(will|would|is going to|shall) ~1 (be )?(glad(ly)? |happy |pleased )?(to )?(take|taking) part
count on (me|us)\b
^\W*all set\b
(waiting|looking out|excited|await(ing)?) for (the |your |my )?(package|products?|parcel|kit|brief|contract|hamper
  |samples?)
(i'll|i will|we'll|we will|will) (have|get|keep) (the|my|a|it|everything|your) ~3 (ready|done|live|by)
(consider|count|put|take|have|keep|add|book|pencil|include) (me|us|her|him|\p{L}+) (as )?(on ?board
  |in\b(?! (the loop|mind|touch))|down|confirmed|done)
(i'm|i am|we're|we are|\p{L}+ is) ~1 (on ?board|game|up for (it|this|that)|ready|good with (it|this|that
  |everything))\b(?! (to (answer|talk|discuss)))
(my|our|a|great|absolute) ~1 (pleasure|honou?r|privilege)\b
(i'd|i would|we'd|we would|would) ~1 (be )?(honou?red|delighted|thrilled|happy|glad|love|like) to(?=\W*$
  |\W+(?!\w+ more|know|understand|hear|learn|see|discuss|talk|speak|ask|check|get|have|connect|chat|first|clarify
  |read|find|meet|call|receive|sleep|think)\w)
(comfortable|fine|ok|okay|happy|good|agree|satisfied|cool|aligned|align) (with|on|to) (both|all|everything|these
  |those|the above|that|this|it|every|each)\b
agree(ing)? (to|with) (all|the|your|these|those|everything)
(i|we)('m| am|'re| are) agree\w*
(pass|send|forward|share|mail|ship|courier) ~3 (po|p\.o\.|purchase order|onboarding form|address form|nda
  |onboarding|form for address|sign(ing)? link|invoice details)\b
for signing\b
(would|'d|i) ~1 love (to|too)\b(?=\W*$|[.!,])
would love (this|that|it)\b
(can't|cannot|can not) (wait|say no|refuse|resist)
excited to
(i|we) (do|totally|definitely|certainly) (want|wanna)
(i|we) want (to do (it|this)|in\b|this)
(i|we)('ll| will) ~1 (do it|take it|take this|be there|participate|join|do this)\b
(lock|book|seal) (it|this|me|the deal)\b( in)?
(bring|hit) it on
right up my (alley|street)
(makes|made) (perfect )?sense (for|to) me
no-?brainer
why would i (say no|refuse|not)
(happy|glad|game|ready|willing|excited|good|okay|ok|fine) to (go|proceed|start|take part|sign|do|join|accept)\b
(go|going) ahead\b(?! (if|only|once|when|after))
green light
you have (me\b(?! (mixed|muddled|confused|mistaken|wrong|all wrong|at a))|my)
(full|totally|completely) (on ?board|in)\b
that('s| is) a yes
(it'?s|its|big|definite|hell|oh|absolute|resounding|a) yes\b
^\W*~1 go for it\b
(give|giving) (it|this) a (go|try|shot|whirl)
(i|we) can (start|begin|shoot|film|deliver|do (it|this|that))\b
decided to (do|accept|take|join|go (for|ahead))
as (my|our|an?) (acceptance|consent|confirmation|approval|agreement|yes)
you('ve| have)? (got|had|have) me\b
(100|hundred|thousand) ?(%|percent|per ?cent)? yes
(big|huge|massive|happy|wholehearted) yes
(come|coming|take part|taking part|be part|be a part) (on ?board|in (this|it|the|your))
(willing|happy|glad|ready|prepared|pleased) to (take part|come on|do the|do it|do this|help with this|collab\w*
  |participate|join|work|accept|go ahead|proceed)
(ok|okay|yes|confirm\w*|done|finali?[sz]?\w*|agreed|go|good) ~1 from (my|our) (side|end)
finali[sz]ed? (it|this|me)\b
you('ve| have)? (convinced|sold|persuaded|talked) me
(i'll|i will|we'll|we will) ~1 do (it|this|that|the|these|both|one|your|a)\b
(i'm|i am) (there\b|all yours)
^\W*(all |just )?signed\b
(deal|done) (is )?(final|done|pakk[ai]|confirm\w*|deal)

= yes 0.88 unless negated
(i'll|i will|will|we'll|we will) (post|shoot|film|start|create|make|upload|send (you )?the (draft|script)|sign
  |get the|deliver|record)
filled (in |out )?the form
send ~3 (contract|agreement|paperwork|address form)
raise the (po|invoice)
send (me |us |it |across |over )*(the |your |that |my |a )?(products?|parcel|package|kit|samples?|hamper|box)\b
send it to my address
(you (may|can)|please|kindly|pls|feel free to) (send|ship|dispatch|courier|initiate|prepare|draft|forward|share
  |e-?mail) (me |us |over |across |out )?(the |your |a )?(kit|products?|parcel|samples?|package|hamper|contract
  |agreement|paperwork)
what('s| is)? next\b
(what|how) (do|should|can) (i|we) (do next|proceed|go ahead|take (this|it) forward)
(when|how soon) (do|can|should|shall) (i|we) (start|begin|shoot)
what('s| is)? (needed|required|expected) from (me|my)
(interested|keen|excited|thrilled|delighted|honou?red|an honou?r|open to (this|collab|work))\b(?! (to|in) (know
  |hear|see|learn|understand|find)\w*)

= yes 0.8 unless negated
you win\b(?! (some|the|a))
(yes|absolutely|definitely|of course|sure)\b[,.! ]
sounds (good|great|amazing|perfect|fun|lovely|awesome|fab\w*|brill\w*|super\w*|wonderful|brilliant|ace|marvellous)\b
^\W*y\W*$
^\W*(perfect|great|awesome)(?=\W*$|[,!.])
sure$
looking forward to
looks? ~1 (straightforward|doable|simple|exciting|amazing|interesting|nice|lovely|fun)
^\W*((ok|okay|yes|sure|alright) ?,? ?)?(sir|ma'am|dear|bhai|team|ji|bro|sis)?,? ?(done|confirm(ed)?|perfect|fine
  |agreed|deal|confirming|accepted)\b([ ,]*(sir|ma'am|dear|bhai|team|ji|from my (side|end)|from our (side|end)|then
  |done))*\W*$
^\W*(ya|yaa|yea|yass?|yess?|yeh|yaas|yus|aye|okie|okk+|surely|totally|100 ?%|hundred percent|for sure|ofc|obviously
  |gladly|indeed|with pleasure|affirmative|indeed)\b(\W+(yes|sir|ma'am|sure|please|ji|haan|zaroor|bilkul))*(?=\W*$
  |[ ,!.]+(i|we|it|that|let|please|send|will|am|sure|of course))
send (it|me|over|across|the|your|product) ~3 (product|parcel|kit|pr|package|samples?|hamper|goodies|box)\b

= yes 0.55 unless negated
(love|like|loved|liked|adore) (it|this|the|your)\b
exciting
wonderful
(nice|great|cool|lovely) (concept|idea|campaign|initiative|opportunity)
`);
