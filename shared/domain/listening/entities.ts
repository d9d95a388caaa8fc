import { daysIn } from './calendar.ts';
import { answersIn } from './entity-answers.ts';
import { handlesIn } from './entity-handles.ts';
import { moneyIn } from './entity-money.ts';
import { phoneTextsIn } from './entity-phones.ts';
import { findLinks } from './links.ts';

/** Something in a text that has a meaning of its own. `text` is as written, `start` its place. */
export type Entity = { readonly text: string; readonly start: number } & (
  | { readonly type: 'money'; readonly value: number; readonly unit: string; readonly currency?: string }
  | { readonly type: 'date'; readonly date: string }
  | { readonly type: 'phone' }
  | { readonly type: 'email' | 'mention' | 'hashtag' }
  | { readonly type: 'url'; readonly url: string }
  | { readonly type: 'answer'; readonly value: boolean }
);

/** Everything of that kind in a text, in its order. Relative dates need the time the text was written. */
export function entitiesIn(text: string, at?: string): Entity[] {
  const found: Entity[] = [
    ...moneyIn(text),
    ...daysIn(text, at).map(day => ({ type: 'date' as const, ...day })),
    ...phoneTextsIn(text),
    ...findLinks(text).map(link => ({ type: 'url' as const, ...link })),
    ...handlesIn(text),
    ...answersIn(text),
  ];
  return found.toSorted((a, b) => a.start - b.start);
}
