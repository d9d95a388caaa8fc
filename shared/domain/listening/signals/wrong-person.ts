import { DONT, NAHI, says } from './signal.ts';

export const wrongPersonSignals = [
  says(
    'wrong-person',
    0.95,
    '(?:got|have|reached|e-?mailed|mailed|contacted|messaged|texted|writing to|written to) (?:the|a) wrong',
    '(?:no one|nobody|no person|nobody here|no such person)\\b.{0,20}(?:called|named|by (?:that|this) name|here)',
    "no longer (?:\\p{L}+'s|her|his|their) (?:\\w+ )?(?:manager|agent|assistant|pr|publicist|representative)|new (?:point of contact|contact|poc|manager|agent|agency|management) (?:is|would)",
    '(?:kindly|please|pls|you should|better) (?:send|forward|direct|mail|e-?mail|redirect|address) (?:this|it|these|such|your \\w+) to (?:the|our|my|her|his|their)\\b',
  ),
  says(
    'wrong-person',
    0.95,
    'wrong (?:person|guy|girl|man|woman|lady|e-?mail|mail|address|contact|inbox|number|id|account|one|recipient|people|place|team|department)',
  ),
  says(
    'wrong-person',
    0.9,
    'mistak(?:en|ing) me|confus(?:ed|ing) me (?:with|for)|not the (?:right|correct|best) (?:person|contact|address|e-?mail|one|team|place)',
    '(?:this|the) (?:mailbox|inbox|e-?mail|address|id|number) is (?:only )?(?:for|of|used)',
    "(?:i|we)(?: have|'ve)? (?:left|quit|resigned from) (?:the |that |this |her |his |their )?(?:agency|company|job|team|organi[sz]ation|firm)",
    '(?:passed|handed|given) (?:on|over|away) (?:the|this|that|her|his) (?:account|page|channel)',
    "(?:does not|doesn't|do not|don't) (?:use|check|read|monitor|own) this|belongs to|(?:is|was) (?:this|the|your) (?:e-?mail|mail|message) (?:\\w+ )?(?:for|meant for) me|sure (?:that )?this (?:e-?mail|mail|message|is|was)\\b.{0,20}\\b(?:for me|meant)|you(?: have|'ve) reached|(?:sold|deleted|lost) (?:that|the|this|my) (?:\\w+ )?(?:account|page|channel|handle|blog)|new (?:agency|manager|management) is",
  ),
  says(
    'wrong-person',
    0.9,
    '(?:no longer|not|stopped|used to) (?:\\w+ )?(?:manag\\w+|represent\\w*|handl\\w+ (?:her|his|their|the|\\w+)|work(?:ing)? (?:with|for) (?:@|her|him|them|\\p{L}+\\b)|associated with|affiliated with|with the agency)',
    'no longer (?:\\w+ )?(?:in charge|responsible|part of (?:the|her|his)|at (?:the|this))',
  ),
  says(
    'wrong-person',
    0.85,
    `${DONT} (?:handle|manage|deal with|look after|run|own) (?:that|the|any|brand|deals|collab|these|this|her|his|such|partnership)`,
    "(?:this|it)(?: is|'s) not (?:\\p{L}+(?:'s)? ){0,3}(?:e-?mail|mail|account|inbox|address|id)\\b|(?:account|page|e-?mail|mail|inbox|id|channel) (?:is not|isn't) (?:mine|hers|his|theirs)",
    '(?:contact|write to|reach out to|reach|e-?mail|mail|direct|forward|send|get in touch with|speak (?:to|with)|connect with|talk to|refer|route)\\b.{0,50}\\b(?:my|her|his|their|our|the|your) (?:\\w+ )?(?:manager|agency|agent|management|marketing team|marketing|representative|sister|brother|directly|team)',
    '(?:write|mail|e-?mail|reach|contact|speak|talk) (?:out )?(?:to )?\\S{1,64}@\\S+',
    "(?:meant|intended|addressed) (?:for|to) (?:someone|somebody|another|a different)|(?:do not|don't|no idea) (?:know )?who (?:\\w+ ){0,2}(?:is|are)\\b|you (?:probably|must|may|might) (?:\\w+ )?(?:want|mean|be looking for|have me) |^not me\\b",
    "(?:i am|i'm|we are|we're|am) not an? (?:\\w+ )?(?:influencer|blogger|creator|vlogger|youtuber|model)",
  ),
  says('wrong-person', 0.8, '(?:contact|write to|e-?mail|mail|reach) (?:her|him|them)\\b', 'try (?:her|his|their)'),
  says(
    'wrong-person',
    0.9,
    `galat (?:email|mail|number|id|insaan|aadmi|jagah|banda|person|bande)`,
    `mer[ai] (?:account|email|mail|id|page|channel) ${NAHI}`,
    `main (?:wo|woh) ${NAHI}`,
  ),
  says('wrong-person', 0.9, 'गलत (?:व्यक्ति|ईमेल|मेल|पते|जगह|नंबर|आदमी|इंसान)', 'मेरा (?:ईमेल|अकाउंट|पेज) नहीं'),
];
