import { says } from './signal.ts';

export const questionSignals = [
  says(
    'question',
    0.95,
    '(?:just )?one (?:thing|question|doubt)|before (?:i|we) (?:\\w+ )?(?:decide|move|proceed|confirm|commit|start|say)|i have (?:a|some|few|one|couple of) (?:doubts?|quer(?:y|ies)|questions?)|not sure (?:i|if|what|whether|how)',
  ),
  says(
    'question',
    0.75,
    '(?:share|send|give|provide|need|want|get|have|know|tell|see) (?:\\w+ ){0,5}(?:details?|info|information|deck|brief first|timelines?|deliverables|moodboard|clarity|more about|campaign details)|tell me more|(?:know|learn|hear) more|more (?:information|info|details|about)|may i know|can i know|want to know',
    '(?:clarify|elaborate|explain|specify|resend|re-send|walk me through|guide me|help me understand|brief me|confirm (?:if|whether|the|when|what)|let me know (?:what|which|when|how|if|whether|more|the))',
    "(?:do not|don't|did not|didn't|couldn't|could not|can't|cannot|not able to) (?:\\w+ )?(?:understand|find|open|see|access|receive)",
  ),
  says(
    'question',
    0.7,
    '^(?:hi |hey |hello |and |so |also |but )?(?:what|which|who|whom|whose|when|where|how|why)\\b',
    '^(?:hi |hey |hello |and |so |also |but )?(?:(?:can|could|do|would|will|should|are|have) (?:you|i|we|they)|(?:is|does|will|has|was) (?:it|there|this|that|the)|may (?:i|we)|are there)\\b',
  ),
  says(
    'question',
    0.75,
    '(?:kya|kaun|kaunsa|kaunsi|kab|kaise|kitni|kitne|kahan|kyu|kyun)\\b.{0,40}(?:hai|hoga|hain|karna|banani|karni|milega|hogi)',
    '(?:details|info|jankari) (?:bhejo|bhej|batao|do|dijiye|bataiye)',
    'batao\\b',
    'क्या (?:करना|है|होगा)|कौन (?:सा|सी)|कब (?:तक|से)|कैसे|जानकारी (?:भेज|दें|दीजिए)',
  ),
  says(
    'question',
    0.75,
    "(?:like|love|want|wanted|need|trying) to (?:understand|ask|check|enquire|inquire|clear|clarify)|(?:i'm|i am|was|just|i was) (?:curious|wondering)|any (?:particular|specific|preferred)",
  ),
];
