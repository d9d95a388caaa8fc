import { lexicon } from '../lexicon.ts';

export const englishNo = lexicon(String.raw`
CANT: cannot|can not|can't|cant|could not|couldn't|won't|wont|will not|would not|wouldn't|unable to|not able to
  |not be able to|not possible
DONT: do not|don't|dont|does not|doesn't|did not|didn't|never|no longer
KIN: mum|mom|mummy|mother|dad|papa|father|parents?|family|husband|wife|partner|boss|manager|agent|agency|school|college
NOT: not|n't|never|no longer|dont|cant|wont|cannot

= no 0.9
^\W*(no|nope|nah)(\W*$|,? ?(thank|thanks|sorry|sir|ma'am)|[.!,] )
{NOT} ~2 (interested|keen)
no interest
not looking (for|to)
uninterested
thanks,? but no
^nah\b
no from (my|our|me|us)
say no\b
it'?s a no\b
is a no\b
(then|so|hence|therefore),? (it'?s )?(a )?no\b
hard (no|pass)
no can do
(will|'ll|would|have to|gotta|gonna|going to) ~1 (skip|pass|decline|refuse)\b(?! (on )?(the|a) (draft|story))
(i|we)('ll| will|'m going to| am going to| have to| need to| must| would like to|'d like to|'d rather| am| are|'m
  |'re)? ~1 (have to |need to )?(pass\b|declin\w+|turn (this|it|you|that) ~1 down|skip (this|it)|sit(ting)? (this
  |it)|let (this|it) go|back out|bow out|withdraw|refuse\b|give (this|it) a miss)
must decline
have to decline
declining
(would|'d) rather not
rather not\b
prefer(red)? (not|to not)\b
decided (not|against)
not (to )?(go|going|be going|move|moving|be moving|proceed|be proceeding) (ahead|forward|further|with)
regret to
(look for|consider|find|choose|pick) (someone|somebody|some one|another|other)
count me out
leave me out
excuse me from
(?<!\bor )(?<!\b(is|there|has|have|say|said|why) )(no|nope|nah)\W*$(?<=^([\p{L}']+\W+){0,2}\S{1,8})
(answer|response|reply|decision|it|that)('s| is| was| remains)?\b.{0,60}[\s:-](a |still )?no\W*$
^\W*(yeah|yes|ya|ok|okay|well|lol|haha|um+|hmm+|so|sorry|honestly|actually|oh|hell|thanks|ha),? (no|nope
  |nah)\b(?! (problem|issue|worr|doubt))
(absolutely|definitely|certainly|of course|surely|probably|really|honestly|obviously|clearly|most likely
  |i'?d rather|hopefully|maybe|perhaps|preferably|still) (not|no)\W*$
(no|not) (way|chance|a chance|happening|ever|in a million|for all the|thank)\b
(chosen|decided|opted|choose|prefer|elected) ~1 (not|against|to (not|decline|pass|skip|step away|stay away
  |focus on (my|our)))
hell no
no chance
not a chance
never ever
over my dead
as if\b
nice try
^\W*(not|maybe not|probably not|rather not) (this time|for (me|us)\b|my thing|today\b|this round|on this occasion)
{KIN} ~3 ((not|n't) ~1 (allow|let|permit)\w*|forb[aie]d\w*|(says?|said|told|tells|thinks?) ~2 (no|{CANT}|not to))\b
(closing|closed) (our|my|the) ~1 (calendar|books?|doors?|roster)
(booked|full|closed|unavailable) for the (rest|remainder|whole|entire)
(quit|left|retired from|given up|gave up|stopped|done with|leaving) (influencing|social media|instagram|content
  |creating|posting|blogging|vlogging|youtube|tiktok)
(go|going|gone|went|signed|choose|chosen|proceed\w*|work\w*|partner\w*) ~1 with (another|a different|someone else
  |some ?one else|some other|other) (\w+)?

= no 0.85
{CANT} ~3 (do (this|it|that)|take (this|it|up|on|part)|accept|commit|participate|collaborate|work (on|with)
  |be (a )?part|join|proceed|go ahead|promote\b(?! what| anything| things)|post|make|create|shoot|feature|deliver
  |attend|manage|squeeze|fit|work for (me|us)|help|take)
(not|n't|stopped|stopping|quit|quitting|done|retired from|pausing) ~2 (tak(e|ing)|accept(ing)?|do(ing)?|sponsored
  |instagram|influencer|brand)\b.{0,25}\b(partnership|collab|sponsor|promotion|promos|brand|content|work|deal
  |project|instagram|any more|anymore)
(not|isn't|is not|wasn't|n't) ~3 (fit\b|match\b|for (me|us|him|her|them)\b|my (thing|cup|vibe|style|niche|genre|space|category|zone
  |type|kind)|aligned|suitable|relevant|right for|part of (this|the) campaign)
(does not|doesn't|did not|didn't|do not|don't|wouldn't|won't) ~1 (align|fit|match|suit|go with|resonate|interest
  |excite|appeal|work for|sit (well|right)|feel right|make sense|like (it|the))
(not|n't|never) ~1 (comfortable|feasible|possible|happening|convinced|willing|planning|available for (this|any)
  |be taking|be able)
(i|we)( would|'d)? ~1 ({DONT}|{CANT}|not) ~1 (want|wish|like|going|ready|in a position|inclined) to ~1 (do|be|promote|work|take|participate
  |advertise|recommend|support|put|endorse|collaborate|join|proceed|associate)\b
{NOT} ~2 (associated|linked|involved|connected|seen) (with|in)\b
{NOT} put my name
(i|we)('m|'re| am| are)? ~1 {NOT} ~1 (doing|promoting|taking|accepting|covering|featuring|endorsing) ~3 (categor\w+|brands?|collab\w*
  |partnerships?|promotions?|campaigns?|sponsor\w*)\b
(not|n't) ~3 (feel|think|believe|see) ~3 (line up|align|fit|match|suit|overlap)\w*
(i'll|i will|we'll|we will|i'd rather|better) leave (it |this |that |these )?to (others|someone|somebody|other|another)
advised (me |us )?(against|not to)
against (it|this|my (values|principles|beliefs|policy))
feels? (fake|forced|inauthentic|dishonest)
(no|lack the|don't have (the )?|do not have (the )?) ?(bandwidth|capacity|time for)
conflict of interest
too many (brand|deals|collab|projects|commitments)
chhod do
(drop|exclude|skip|strike|leave) (me|us|my name|him|her) (from|off|out)
(won't|will not|wouldn't|not) ~1 be (available|possible|joining|participating|part)
(isn't|is not|not|wasn't) (really |exactly |quite )?(something|anything|the kind|the type|what) (i|we)
regrettably
with regret
(must|have to|need to) (respectfully|politely|unfortunately)

= no 0.8
hands (are|'re) (a bit |rather |completely )?tied
(kindly|please|pls) excuse( me| us| her| him)?( (for|from|this|on) ~4 )?\W*$
(taking|taken|took|take|on) (an? )?~1 (break|hiatus|sabbatical) from ~3 (collab\w*|promot\w*|paid|brand\w*
  |sponsor\w*|social media|instagram|youtube|content|posting|influenc\w*)
(already|just|recently) ~1 (have|got|signed|work\w*|partner\w*|contracted|committed|tied up) ~6 (partner\b|sponsor\b
  |exclusiv\w*|ambassador\w*|competitor)
(i|we)( would| could| will|'d|'ll)? (only |just )?{DONT} (do|promote|endorse|advertise|take|accept|work (with|for|on)|collaborate|engage
  |believe in|support|feel comfortable)\b
(this|it|that|the (offer|budget|brand|product|deal|idea)) {CANT} work
(i'm|i am|we're|we are|am) out\b(?! of (town|station|office|the))
deal ?-?breaker
wish i could
would('ve| have) loved
focus(ing|sing)? on my own
step(ping)? (back|away)
(does not|doesn't|do not|don't|won't|will not|wouldn't|cannot|can't|not) (really )?(allow|permit|let me|let us)\b
(not|isn't|aren't) (allowed|permitted|at liberty)
(prohibit|forbid|restrict|prevent|bar)(s|ed|ting)? (me|us|it|this|any)
contractually
non-?compete
(contract|agreement|exclusivity|agency|school|employer|company|doctor|religion|faith)\b.{0,60}\b(not allow
  |n't allow|not permit|n't permit|prohibits|forbids|against|n't let)
(sit|sitting) this (one )?out
give (this|it) (one )?a miss
(drop|dropping|skip|skipping|passing|leave|leaving) (on )?(this|it|the campaign|the collab)\b
pass on (this|it|the|your)
(taking|take) a pass
^\W*(hard |easy |gonna |i'?ll )?pass( on (this|it|that))?( this time| for now| sorry)?\W*$
(will|would|shall|have|has|had|we|i|'ve|'ll) ~1 (not be|n't be|never be) ~1 (available|able|taking|moving|going
  |doing|part|joining|participating|proceeding|promoting|working)
(step(ped|ping)?|stay(ing)?|mov(e|ed|ing)|shy(ing)?|steer(ing)? clear|tak(e|ing) (a |some )?~1 (break|time)) (away
  |off|clear)?\s?(from|of) (all |any )?~1 (sponsor\w*|brand\w*|collab\w*|promo\w*|partnership\w*|paid|ads?)\b
(no longer|stopped|quit|don't|do not|never|not) ~1 (do|doing|take|taking|accept|accepting|work|working|promote
  |promoting|endorse|endorsing|entertain|entertaining|feature|featuring)\b.{0,40}\b(collab\w*|sponsor\w*|promo\w*
  |brands?|products?|barter|gifted|deals?|campaigns?|partnerships?|ads?|alcohol|gambling|betting|fairness|weight
  |diet|fast fashion|crypto)\b
^\W*(i |we )?never (do|promote|take|endorse|work)\b
(i am|i'm|we are|we're|am|are) (already |currently |also )?(working|associated|partnered|tied|signed|contracted
  |in a contract|under contract|ambassador\w*|bound)\b.{0,40}\b(competitor|competing|rival|another|other|different
  |similar|same category)\b
brand ambassador (for|of)
clash(es|ing)? with
conflict(s|ing)? with
(test(s|ed|ing)? on animals|animal[- ]tested|not (vegan|cruelty|ethical|safe|halal|genuine))\b
(i'm|i am|we're|we are) (a )?(vegan|vegetarian|allergic|jain|muslim|diabetic|pregnant)\b.{0,40}\b(so|hence|and your
  |and this|therefore|can't|cannot)
(not|n't) (be |have |find |see |make )?(the |any |a |enough )?(right|value|worth|time to|bandwidth|space for
  |room for|capacity)\b
too (little|short) (a )?(notice|time)
too (busy|many (things|demands|plates|jobs)) (for|to)\b
(timelines?|dates?|schedules?) (is|are|do|does|did)?\s?(not|n't|clash\w*|conflict\w*|too)( \w+)?( match\w*| suit\w*
  | work\w*| tight)?
(go|going|gone|went|chosen) (to go )?(in )?(another|a different) (way|route|direction)
(changed|change) (my|our) mind
(work|works|working|tied up|signed up|deal) with ~2 (rivals?|competitors?|competition)
(i|we)( would|'d)? ~1 (never|not|n't) touch
(i'd|i would|we'd|we would) (much )?rather (keep|stick|stay|focus|leave|avoid|wait this|see someone)
^\W*(i |we )?(can't|cannot|can not|won't)( sorry| this time| i'm afraid|,)?\W*($|sorry)
^\W*(nah |no |naah )?(i'm|i am|we're|we are) good(,? (thanks|thank you|cheers|for now))?\W*$
too (?!low|little|less|cheap|small|early|soon|late|short|much|many|few|busy)\w+ for (me|us|my|our)\b
(is|are) (a |an )?~1 no( go| no)?( for (me|us))?\W*$
(?<=[,.;] ?)(hard )?pass\W*$
(hate(?! (to|e-?mail|mail|typing|writing|texting))|hated|dislike|disliked|can't stand|not a fan)\b
(did not|didn't|don't|do not) ~1 (like|enjoy|trust|believe in|care for) (it|this|the|your|that)\b
(lying|lie) to my
(is|are)(n't| not) ~1 (something|anything) (i|we)

= no 0.75
(currently|already|am|are|i'm|we're|under|in) (an? )?exclusiv
exclusive (with|to|contract)
(already|exclusive|exclusivity|tied|contract|contracted|signed|committed)\b.{0,40}\b(competitor|another brand
  |other brand|competing|rival|exclusive(ly)?\b)
(not|n't) (really )?(see|feel|think|believe|find) (a|any|the|this|it|that|there'?s?)( \w+){0,3} (fit|match|working
  |connection|alignment|synergy|right|suit\w*)\b
(roster|plate|schedule|slots?) (is|are) ~1 full
(i|we) no longer (?!manage|represent|handle|work (with|for))\w+

= no 0.7
(i|we) (only|just) (promote|endorse|recommend|feature|work with|collaborate with|post about|talk about
  |take up)\b(?!.{0,20}\bpaid)

= no 0.62
(i|we)( am| are|'m|'re|'ve| have| do| will|'ll| would|'d| could| can)? ?(not|n't|never|don't|won't|can't|cannot
  |wouldn't|couldn't) (?!(really |quite |actually )?(sure|know)|get|got|receive|received|understand|see|find|have (the|any|access|your|a)|hear
  |heard|mind|think (it|that)|remember|wait|forget|a problem|only|just|yet)

= no 0.55
unfortunately
i'm afraid
too low
let us pass
for free\b
expectations
(sorry|apologies|unfortunately|sadly|alas|regret\w*)
(good luck|all the best) (with|for)
(not(?! (sure|certain))|n't(?! (know|be sure))|never|no longer|nothing|nobody|cannot|without)\b.{0,60}\b(me|my|mine
  |i|i'm|i'd|we|our|us|audience|followers)\b
(me|my|mine|i|i'm|i'd|we|our|us|audience|followers)\b.{0,60}(\bnot(?! (sure|certain))|n't(?! (know|be sure))
  |\bnever|\bno longer|\bnothing|\bcannot)\b
`);
