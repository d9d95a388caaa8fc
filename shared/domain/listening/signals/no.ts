import { CANT, DONT, NAHI, NOT, says } from './signal.ts';

export const noSignals = [
  says('no', 0.9, `${NOT} (?:\\w+ ){0,2}(?:interested|keen)`, 'no interest', 'not looking (?:for|to)', 'uninterested'),
  says(
    'no',
    0.9,
    "^\\W*(?:no|nope|nah|nahi|nhi|nahin|नहीं)(?:\\W*$|,? ?(?:thank|thanks|sorry|sir|ma'am|धन्यवाद|शुक्रिया)|[.!,] )|thanks,? but no|^nah\\b|no from (?:my|our|me|us)|say no\\b|it'?s a no\\b|is a no\\b|(?:then|so|hence|therefore),? (?:it'?s )?(?:a )?no\\b|hard (?:no|pass)|no can do|(?:will|'ll|would|have to|gotta|gonna|going to) (?:\\w+ )?(?:skip|pass|decline|refuse)\\b(?! (?:on )?(?:the|a) (?:draft|story))",
    "(?:i|we)(?:'ll| will|'m going to| am going to| have to| need to| must| would like to|'d like to|'d rather| am| are|'m|'re)? (?:\\w+ )?(?:have to |need to )?(?:pass\\b|declin\\w+|turn (?:this|it|you|that) (?:\\w+ )?down|skip (?:this|it)|sit(?:ting)? (?:this|it)|let (?:this|it) go|back out|bow out|withdraw|refuse\\b|give (?:this|it) a miss)|must decline|have to decline|declining",
    "(?:would|'d) rather not|rather not\\b|prefer(?:red)? (?:not|to not)\\b|decided (?:not|against)|not (?:to )?(?:go|going|be going|move|moving|be moving|proceed|be proceeding) (?:ahead|forward|further|with)|regret to|(?:look for|consider|find|choose|pick) (?:someone|somebody|some one|another|other)|count me out|leave me out|excuse me from",
  ),
  says(
    'no',
    0.85,
    `${CANT} (?:\\w+ ){0,3}(?:do (?:this|it|that)|take (?:this|it|up|on|part)|accept|commit|participate|collaborate|work (?:on|with)|be (?:a )?part|join|proceed|go ahead|promote (?:this|it|such|your)|work for (?:me|us)|help)`,
    "(?:not|n't|stopped|stopping|quit|quitting|done|retired from|pausing) (?:\\w+ ){0,2}(?:tak(?:e|ing)|accept(?:ing)?|do(?:ing)?|sponsored|instagram|influencer|brand)\\b.{0,25}\\b(?:partnership|collab|sponsor|promotion|promos|brand|content|work|deal|project|instagram|any more|anymore)",
    "(?:not|isn't|is not|wasn't|n't) (?:\\w+ ){0,3}(?:fit\\b|match\\b|for me|my (?:thing|cup|vibe|style|niche|genre|space|category|zone|type|kind)|aligned|suitable|relevant|right for|part of (?:this|the) campaign)|(?:does not|doesn't|did not|didn't|do not|don't|wouldn't|won't) (?:\\w+ )?(?:align|fit|match|suit|go with|resonate|interest|excite|appeal|work for|sit (?:well|right)|feel right|make sense|like (?:it|the))",
    "(?:not|n't|never) (?:\\w+ )?(?:comfortable|feasible|possible|happening|convinced|willing|planning|available for (?:this|any)|be taking|be able)|advised (?:me |us )?(?:against|not to)|against (?:it|this|my (?:values|principles|beliefs|policy))|feels? (?:fake|forced|inauthentic|dishonest)|(?:no|lack the|don't have (?:the )?|do not have (?:the )?) ?(?:bandwidth|capacity|time for)|conflict of interest|too many (?:brand|deals|collab|projects|commitments)",
  ),
  says(
    'no',
    0.8,
    `(?:i|we) (?:only |just )?${DONT} (?:do|promote|endorse|advertise|take|accept|work (?:with|for|on)|collaborate|engage|believe in|support|feel comfortable)\\b`,
    `(?:this|it|that|the (?:offer|budget|brand|product|deal|idea)) ${CANT} work`,
    "(?:i'm|i am|we're|we are|am) out\\b(?! of (?:town|station|office|the))|deal ?-?breaker|wish i could|would(?:'ve| have) loved|focus(?:ing|sing)? on my own|good luck (?:with|for)|all the best (?:with|for) (?:the|your)|step(?:ping)? (?:back|away)",
  ),
  says(
    'no',
    0.75,
    "(?:currently|already|am|are|i'm|we're|under|in) (?:an? )?exclusiv|exclusive (?:with|to|contract)|(?:already|exclusive|exclusivity|tied|contract|contracted|signed|committed)\\b.{0,40}\\b(?:competitor|another brand|other brand|competing|rival|exclusive(?:ly)?\\b)",
    '(?:roster|plate|schedule|slots?) (?:is|are) (?:\\w+ )?full',
  ),
  // A first person who denies anything but knowledge: likely a refusal, surely not a yes.
  says(
    'no',
    0.62,
    "(?:i|we)(?: am| are|'m|'re|'ve| have| do| will|'ll| would|'d| could| can)? ?(?:not|n't|never|don't|won't|can't|cannot|wouldn't|couldn't) (?!sure|know|get|got|receive|received|understand|see|find|have (?:the|any|access|your|a)|hear|heard|mind|think (?:it|that)|remember|wait|forget|a problem|only|just|yet)",
  ),
  says('no', 0.75, '(?:i|we) no longer (?!manage|represent|handle|work (?:with|for))\\w+'),
  says('no', 0.55, "unfortunately|i'm afraid|too low|let us pass|for free\\b|expectations"),
  says(
    'no',
    0.85,
    `${NAHI} (?:kar(?:na|ta|ti|te|unga|ungi|enge|oge)?\\b|kar (?:paunga|paungi|sakta|sakti|sakte)|karta|karti|ho (?:payega|paega|sakta|payegi)|chahiye|lena|loonga|lungi|lunga|banta|jamega|lagta|chalega)`,
    `(?:collab|promotion|promo|paid|brand|kaam)\\b.{0,12} ${NAHI} (?:le|kar|karte|karta|karti|leta|leti)`,
    `interest(?:ed)? ${NAHI}`,
    `(?:sahi|theek|thik) ${NAHI}`,
    `(?:content|type|style|page|audience) (?:ka |ki |ke )?(?:\\w+ )?${NAHI}`,
    'rehne (?:do|dijiye)|chhod do',
  ),
  says(
    'no',
    0.85,
    '(?:रुचि|दिलचस्पी|इच्छा) नहीं',
    'नहीं (?:कर|करना|करता|करती|करते|ले|लेता|चाहिए|चाहता|चाहती|हो पाएगा)',
    'मना कर',
    '^नहीं[,।. ]',
    '(?:यह|ये|मुझसे).{0,30}नहीं (?:हो|होगा|चाहिए)',
    'रहने दीजिए',
  ),
  says(
    'no',
    0.85,
    '(?:drop|exclude|skip|strike|leave) (?:me|us|my name|him|her) (?:from|off|out)',
    "(?:won't|will not|wouldn't|not) (?:\\w+ )?be (?:available|possible|joining|participating|part)",
    "(?:isn't|is not|not|wasn't) (?:really |exactly |quite )?(?:something|anything|the kind|the type|what) (?:i|we)",
    'regrettably|with regret|(?:must|have to|need to) (?:respectfully|politely|unfortunately)',
  ),
];
