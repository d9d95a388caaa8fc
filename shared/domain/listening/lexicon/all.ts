import { englishAsksMoney } from './english/asks-money.ts';
import { englishLater } from './english/later.ts';
import { englishNo } from './english/no.ts';
import { englishQuestion } from './english/question.ts';
import { englishUnsubscribe } from './english/unsubscribe.ts';
import { englishWantsCall } from './english/wants-call.ts';
import { englishWrongPerson } from './english/wrong-person.ts';
import { englishYes } from './english/yes.ts';
import { hindi } from './hindi.ts';
import { hinglish } from './hinglish.ts';
import type { Signal } from './lexicon.ts';

/** Every language at once: people mix them within a sentence. */
export const SIGNALS: readonly Signal[] = [
  ...englishUnsubscribe,
  ...englishWrongPerson,
  ...englishNo,
  ...englishLater,
  ...englishAsksMoney,
  ...englishWantsCall,
  ...englishYes,
  ...englishQuestion,
  ...hinglish,
  ...hindi,
];
