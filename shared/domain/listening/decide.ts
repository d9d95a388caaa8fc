import type { Intent } from '../message.ts';
import { HEARD, type Heard } from './hear.ts';
import type { NamedAmount } from './money-asked.ts';

export interface Decision {
  readonly intent: Intent;
  readonly confidence: number;
}

/** Pairs that cannot both be meant: hearing both makes either less sure. */
const OPPOSED: readonly (readonly [Intent, Intent])[] = [
  ['yes', 'no'],
  ['yes', 'unsubscribe'],
  ['yes', 'wrong-person'],
  ['yes', 'later'],
  ['no', 'asks-money'],
  ['no', 'wants-call'],
  ['no', 'question'],
  ['later', 'asks-money'],
];

const weightIn =
  (heard: Heard) =>
  (intent: Intent): number =>
    heard.get(intent)?.weight ?? 0;

function intentOf(heard: Heard, ask: NamedAmount | undefined): Intent {
  const weight = weightIn(heard);
  const names = ask !== undefined && ask.weight >= 0.6;
  if (weight('unsubscribe') >= 0.9) return 'unsubscribe';
  if (weight('post-link') >= 0.9) return 'post-link';
  if (weight('wrong-person') >= 0.8) return 'wrong-person';
  // "I don't do barter, my rate is 15k" haggles; "I accept 15k" does not.
  if (ask?.accepted && weight('question') < 0.7 && weight('no') < 0.75) return 'yes';
  if (names && weight('no') < 0.9) return 'asks-money';
  if (weight('later') >= 0.65 && weight('wants-call') < 0.85 && weight('no') < 0.9) return 'later';
  if (weight('no') >= 0.9 && weight('yes') < 0.95) return 'no';
  if (weight('no') >= 0.75 && weight('asks-money') < 0.85 && weight('yes') < 0.95) return 'no';
  if (weight('wants-call') >= 0.85) return 'wants-call';
  if (weight('asks-money') >= 0.8 && weight('yes') < 0.95) return 'asks-money';
  if (weight('wants-call') >= 0.8) return 'wants-call';
  if (weight('no') >= 0.75 && weight('no') >= weight('yes')) return 'no';
  if (weight('question') >= 0.95 || (weight('question') >= 0.7 && weight('yes') < 0.9)) return 'question';
  if (weight('yes') >= 0.8) return 'yes';
  if (weight('post-link') >= 0.7) return 'post-link';
  if (weight('no') >= 0.55 && weight('question') < 0.7) return 'no';
  if (weight('yes') >= 0.6) return 'yes';
  if (weight('asks-money') >= 0.4) return 'asks-money';
  return 'unclear';
}

/** One intent and how sure it is: as sure as its words, less where something opposed was heard too. */
export function decide(heard: Heard, ask: NamedAmount | undefined): Decision {
  const weight = weightIn(heard);
  const intent = intentOf(heard, ask);
  // "Not for free, 10k" refuses less money, not the work.
  const isPrice = intent === 'asks-money' && ask !== undefined && ask.weight >= 0.6;
  const opposition = OPPOSED.filter(pair => pair.includes(intent) && !(isPrice && pair.includes('no'))).map(([a, b]) =>
    weight(a === intent ? b : a),
  );
  // A wrong yes commits money, so a hint is enough to doubt it.
  const doubt = Math.max(0, ...opposition.filter(one => intent === 'yes' || one >= HEARD)) * 0.4;
  const confidence = intent === 'unclear' ? 0 : weight(intent) * (1 - doubt);
  return { intent, confidence: Math.round(confidence * 100) / 100 };
}
