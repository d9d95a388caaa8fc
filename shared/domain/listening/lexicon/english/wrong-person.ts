import { lexicon } from '../lexicon.ts';

export const englishWrongPerson = lexicon(String.raw`
DONT: do not|don't|dont|does not|doesn't|did not|didn't|never|no longer

= wrong-person 0.95
(got|have|reached|e-?mailed|mailed|contacted|messaged|texted|writing to|written to) (the|a) wrong
(no one|nobody|no person|nobody here|no such person)\b.{0,20}(called|named|by (that|this) name|here)
no longer (\p{L}+'s|her|his|their|my|in) ~1 (address|e-?mail|mail|id|inbox|account|number|use\b|manager|agent
  |assistant|pr|publicist|representative)
new (point of contact|contact|poc|manager|agent|agency|management) (is|would)
(kindly|please|pls|you should|better) (send|forward|direct|mail|e-?mail|redirect|address) (this|it|these|such
  |your \w+) to (the|our|my|her|his|their)\b
wrong (person|guy|girl|man|woman|lady|e-?mail|mail|address|contact|inbox|number|id|account|one|recipient|people
  |place|team|department)

= wrong-person 0.9
n't (think|believe|suppose) (that )?~2 (is|was|'s|were) ((meant|intended|supposed) )?for (me|us)\b
(wasn't|isn't|not) (meant|intended) for (me|us)\b
(i|we) ~2 parted ways
(looks?|looking) after (her|his|their) own ~1 (deals?|work|mails?|bookings?|collab\w*|business|account)
(mistak(en|ing)|confus(ed|ing)|mix(ed|ing)|muddl(ed|ing)) (me|us|her|him) (up )?(with|for)
(have|got|'ve got) (me|us) (mixed up|muddled|confused|mistaken) ?(up )?(with|for)
not the (right|correct|best) (person|contact|address|e-?mail|one|team|place)
(this|the) (mailbox|inbox|e-?mail|address|id|number) is (only )?(for|of|used)
(i|we)( have|'ve)? (left|quit|resigned from) (the |that |this |her |his |their )?(agency|company|job|team
  |organi[sz]ation|firm)
(passed|handed|given) (on|over|away) (the|this|that|her|his) (account|page|channel)
(does not|doesn't|do not|don't) (use|check|read|monitor|own) this
belongs to
(is|was) (this|the|your) (e-?mail|mail|message) ~1 (for|meant for) me
sure (that )?this (e-?mail|mail|message|is|was)\b.{0,20}\b(for me|meant)
you( have|'ve) reached
(sold|deleted|lost) (that|the|this|my) ~1 (account|page|channel|handle|blog)
new (agency|manager|management) is
no more (working|associated|connected|in touch) (with|for) (this|that|the|said) ~1 (artist|creator|influencer|talent|model|client|blogger)
(no longer|not|stopped|used to) ~1 (manag\w+|represent\w*|handl\w+ (her|his|their|the|\w+)|work(ing)? (with|for) (@
  |her|him|them|\p{L}+\b)|associated with|affiliated with|with the agency)
no longer ~1 (in charge|responsible|part of (the|her|his)|at (the|this))
(meant|intended|supposed to (go|be)|must be|is) (for|to) (@|someone|somebody|another|a different|the other
  |my (sister|brother|wife|husband|namesake))
(who|whom) (you're|you are|are you|you) (trying|looking|wanting|meaning|intending|writing|contact)
(has|have|had)? ?(left|moved on from|quit|resigned from|no longer (works?|is|with|at|part)|retired from|departed
  |passed away)\b.{0,24}\b(company|agency|organi[sz]ation|team|firm|us\b|here|mailbox|job|role|position|account)
(no longer|not) ~1 (monitored|in use|used|checked|active|valid)\b.{0,20}(by|for|$)
(mailbox|inbox|address|id|account) (is |has been )?(no longer|not|inactive|closed|deactivated|discontinued)
(all|any|these|such|her|his|brand|for|talent|press|media|pr|influencer|creator|marketing) ~3 (questions?|enquir\w*|inquir\w*|requests?|deals?|work|collab\w*|queries
  |partnerships?|bookings?|business|campaigns?)\b.{0,24}\b(go(es)?|handled|managed|taken care|dealt with|routed
  |directed|sent|through|via) (through|to|by|via|at)\b
handled by (my|our|her|his)
goes? through (my|our|her|his)
(get in touch|touch base|connect|write|speak|reach out|reach|contact|refer|coordinate|mail|e-?mail|check|try
  |ask) ~1 (with|to|for|at|on)? ?(\p{L}+ )?(at |on |@)?\S{1,64}@\S+
(kindly|please|better|should|you can|could you) ~1 (write|mail|e-?mail|reach( out)?|contact|speak|forward|redirect
  |connect|send)( \w+){0,2} (to|with)? ?(the )?(marketing|pr|social media|partnerships?|brand|talent|influencer
  |digital|media)\b( (team|dept|department|desk))?
(this|that|it)( is|'s| was)? (not|n't) (me|mine|my|him|her|us)\b
not (me|my (account|page|handle|channel))\b
wrong (end|tree)
barking up
have no idea (who|what|why)
(do not|don't) know (any|anyone|anybody|who|this person|what this is)\b
never heard of
different person
namesake
same name
not (the (person|one|guy|girl|team|department)|who|anyone) (in charge|responsible|who|that|you|handling|dealing
  |to)\b
(that's|this is|it's|that is|it is) my (daughter|son|sister|brother|wife|husband|mom|mum|mother|father|dad|friend
  |cousin|boss|colleague)('s)?\b
(isn't|is not|is no longer|not|wasn't) with (us|this|the (company|agency|team|firm))\b
^\W*(sorry )?(i think )?(you have |you've got |this is )?(the )?wrong \w+( \w+)?\W*$
not an? (blog|page|channel|influencer|creator|blogger|youtuber|instagrammer|content creator)\b

= wrong-person 0.85
(i|we) (only|just) (do|handle|look after|take care of|run|keep|manage) (the |her |his |their )~1 (books?|bookkeeping|accounts?|accounting
  |photos?|photography|editing|tech|website|invoices|invoicing|admin|logistics|warehouse)\b
{DONT} (handle|manage|deal with|look after|run|own) (that|the|any|brand|deals|collab|these|this|her|his|such
  |partnership)
(this|it)( is|'s) not (\p{L}+('s)? ){0,3}(e-?mail|mail|account|inbox|address|id)\b
(account|page|e-?mail|mail|inbox|id|channel) (is not|isn't) (mine|hers|his|theirs)
(contact(?! (number|no|details|info|me|us|person)\b)|write to|reach out to|reach|e-?mail|mail|direct|forward|send|get in touch with|speak (to|with)
  |connect with|talk to|refer|route)\b.{0,50}\b(my|her|his|their|our|the|your) ~1 (manager|agency|agent|management
  |marketing team|marketing|representative|sister|brother|directly|team)
(write|mail|e-?mail|reach|contact|speak|talk) (out )?(to )?\S{1,64}@\S+
(meant|intended|addressed) (for|to) (someone|somebody|another|a different)
(do not|don't|no idea) (know )?who ~2 (is|are)\b
you (probably|must|may|might) ~1 (want|mean|be looking for|have me)\s
you ~1 (want|mean|wanted|meant|need) (my|our) (sister|brother|wife|husband|mum|mom|mother|father|dad|daughter|son|friend
  |cousin|boss|colleague|namesake|flatmate|roommate)
^not me\b
(i am|i'm|we are|we're|am) not an? ~1 (influencer|blogger|creator|vlogger|youtuber|model)
(i am|i'm|am) (just |only |actually )*an? ~1 (electrician|plumber|accountant|ca|teacher|doctor|dentist|nurse|lawyer
  |engineer|banker|driver|farmer|pensioner|shopkeeper|carpenter|mechanic|grandmother|grandfather
  |retired \w+)\b(?! (influencer|creator|blogger|youtuber|by profession|turned|and|who|on))
(we are|we're|this is|you('ve| have) reached) (just |only |actually |an? |the )*~2 (practice|clinic|school|hospital
  |law firm|bank|garage|plumbing|restaurant supplier|store owner|hr|hr dept|helpdesk|help desk|support
  |customer (care|service|support)|accounts?( dept| department| team)|finance|admin|reception|hr department
  |legal department|it department)\b(?! (influencer|creator|blogger|youtuber|page|account|content|who))
(i am|i'm|am|we are|we're|this is) (her|his|their|\p{L}+'s) ~1 (mum|mom|mother|father|dad|brother|sister|wife
  |husband|son|daughter|ex|ex[- ]?\w+|former \w+|old \w+|previous \w+|landlord|colleague|assistant's)\b
(i|we) (am|are|'m|'re)?\s?(don't|do not|am not|'m not|are not|never|not) ~1 (have|on|use|even have|even on|own
  |run)( an?y?| my)? ~1 (instagram|insta|youtube|channel|social media|page|tiktok|account|blog|followers?)\b
(i'm|i am|we're|we are|am) ~1 (not|no) (an? |the |your )?~1 (influencer|blogger|creator|vlogger|youtuber|model
  |celebrity|instagrammer|public figure)
not an influencer
((do|does|did|is|are|was) not|don't|doesn't|isn't|no longer|not|stopped|used to|n't|never|ceased to) ~1 (represent
  |manage|handle|look after|managing|representing|handling) (@?\p{L}+)( \p{L}+)? ?(any ?more|now|any longer)?\W*
(ex|former|previous|old)[- ](manager|agent|agency|assistant|employee|publicist)\b
(my|our|her|his|the) (assistant|manager|agent|team|agency|wife|husband|colleague|publicist
  |office)\b.{0,30}\b(deals with|handles?|manages?|takes? care|looks? after|answers)
this is (my|our|a|an|the) ~1 (personal|private|office|official|work|billing|accounts) (mail|e-?mail|id|address
  |number|inbox|account)

= wrong-person 0.8
(contact|write to|e-?mail|mail|reach) (her|him|them)\b
try (her|his|their)
`);
