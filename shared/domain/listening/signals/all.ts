import { asksMoneySignals } from './asks-money.ts';
import { laterSignals } from './later.ts';
import { noSignals } from './no.ts';
import { questionSignals } from './question.ts';
import type { Signal } from './signal.ts';
import { unsubscribeSignals } from './unsubscribe.ts';
import { wantsCallSignals } from './wants-call.ts';
import { wrongPersonSignals } from './wrong-person.ts';
import { yesSignals } from './yes.ts';

export const SIGNALS: readonly Signal[] = [
  ...unsubscribeSignals,
  ...wrongPersonSignals,
  ...noSignals,
  ...laterSignals,
  ...asksMoneySignals,
  ...wantsCallSignals,
  ...yesSignals,
  ...questionSignals,
];
