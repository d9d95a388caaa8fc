import { NAHI, says } from './signal.ts';

const MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)';

export const laterSignals = [
  says(
    'later',
    0.85,
    `(?:check|get|reach|circle|come|follow|touch|ping|message|contact|connect|write|remind|reconnect|revisit|talk|discuss|push|postpone|reschedule|catch|do it|do this|look at this|start)\\b.{0,40}\\b(?:later|after\\b|next (?:week|month|year|quarter|season|time)|in (?:a |an |\\d|two|three|few|${MONTH}\\b)|once i|when i|post \\d|then\\b|mid )`,
  ),
  says(
    'later',
    0.8,
    "(?:let me|i'll|we'll|will|'ll|need to|have to|shall|allow me to|gotta) (?:\\w+ ){0,3}(?:get back|revert|let you know|confirm (?:in|by|after|soon|later|you|tomorrow|with|once)|think\\b|think about|update you|check with|discuss (?:with|this with|it with)|sleep on|decide|respond|reply|write to you|inform you|come back to you|consult)",
    '(?:give|grant|allow) (?:me|us) (?:some |a |an |the |until |till |about )?(?:\\w+ ){0,3}(?:time|days?|weeks?|hours?|moment|while|more)',
    'need (?:a |an |some |more |few )(?:\\w+ )?(?:days?|weeks?|time|month)\\b',
    '(?:better|easier|best|works better) (?:for me |for us )?(?:next|after|later)\\b',
    '(?:next|coming) (?:week|month|year|quarter|season) (?:is|would be|will be|works|should|might|could|se|ko|me|mein|pe)\\b',
    "(?:(?:be |i'm |i am |get )(?:back\\b(?! from)|free|available|off|away|out of town)|return(?:ing)?|resum(?:e|ing)) (?:to work |for work |again |at work |to shooting |only )?(?:in|from|after|on|by|till|until|post|next) ",
    'decide (?:about )?.{0,20}(?:by|in|after|soon|later)',
  ),
  says(
    'later',
    0.75,
    '(?<!back from (?:my |a |the )?)(?:busy|occupied|swamped|tied up|packed|booked|travel?ling|traveling|on (?:a )?(?:break|leave|vacation|holiday)|maternity|paternity|exams?|unwell|sick|ill\\b|hospital|outstation|moving|wedding|out of town|away)\\b.{0,50}\\b(?:till|until|til|now|currently|moment|these days|this (?:week|month)|right now|after|before|next)',
    '(?:currently|right now|at the moment|bit|super|too|quite|fully|really|abhi) (?:\\w+ )?(?:busy|occupied|swamped|tied up|travel?ling|packed|booked|unwell|sick)',
    "calendar is (?:packed|full)|(?:i'm|i am) (?:unwell|sick|ill|travel?ling|in (?:the |a )?hospital|swamped|appearing|expecting a baby)",
    '(?:down with|have a|got|caught) (?:a )?(?:fever|flu|cold|covid|dengue)|(?:this|the) (?:week|month|season) is (?:\\w+ )?(?:crazy|hectic|packed|full|busy|mad|insane|tough)|too much (?:on my plate|going on)|(?:family|medical|personal) (?:emergency|function|reasons)|not (?:\\w+ )?yet\\b|touch base|circle back|(?:park|pause) (?:this|it)|put (?:this|it) on hold|take some time|once (?:i|we|things|my)\\b|after (?:diwali|holi|eid|christmas|new year|navratri|pongal|my|the exams?|this (?:week|month))|(?:think|mull|ponder) (?:it |this )?(?:over|through)|(?:parso|kal|monday|shaam) tak|by (?:the )?(?:end of (?:the )?|this )(?:day|week|weekend|month)',
    'hold on|discussing (?:it |this )?with|remind me|get back to you|revert (?:back )?(?:soon|shortly|by)|by (?:monday|tuesday|wednesday|thursday|friday|tomorrow) (?:i|we)',
  ),
  says(
    'later',
    0.65,
    '^\\W*not (?:right now|now|at this (?:time|moment|point)|at the moment|this (?:week|month|time))|maybe (?:later|next|in |some|after)|some other time|another time|in the middle of|keep (?:me|us) in mind|for future (?:campaigns|collab|projects|opportunit)',
  ),
  says(
    'later',
    0.8,
    'baad (?:me|mein|main|mai)',
    'agle (?:mahine|hafte|month|week|saal)',
    'kuch din',
    `${MONTH} (?:me|mein|main|mai)\\b`,
    '(?:exams?|shaadi|shooting|travel|safar) (?:chal|chalu|hai|ho rah)',
    'thod[ei] (?:din|time|der)',
    '(?:din|hafte|mahine) baad',
    `abhi ${NAHI}`,
    'abhi (?:\\w+ )?busy',
    'soch ?kar|soch ?ke|sochunga|sochungi',
    'bata(?:ta|ti|unga|ungi|te) (?:hu|hun|hoon|hai|hain)|bata(?:unga|ungi)\\b',
  ),
  says(
    'later',
    0.8,
    'बाद में|अगले (?:महीने|हफ्ते|सप्ताह|साल)',
    '(?:कुछ|थोड़े|थोड़ा) (?:दिन|समय)',
    'सोचकर|सोच कर|बताती हूँ|बताता हूँ|बताऊँग|अभी व्यस्त',
  ),
  says(
    'later',
    0.75,
    '(?:look|check|go through|see|review|read|revert|reply|respond|answer|do|think) (?:at |about |on )?(?:it |this |that |them )?(?:over|on|by|during) (?:the |this )?(?:weekend|week ?end|sunday|saturday|tonight|evening)',
    '(?:busy|vyast) (?:hu|hun|hoon|hai|hain|chal)',
    '(?:tareekh|tarikh|date) ke baad|ke baad (?:baat|karte|message|batata|batati)',
    '(?:swamped|snowed under|buried|drowning) (?:with|in|under)',
  ),
];
