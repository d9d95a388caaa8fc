import { type Reader, showDate } from '#shared/lib/display.ts';
import type { Days, Deliverable } from './letter.ts';
import type { Fact } from './terms-facts.ts';
import type { Words } from './words/en.ts';

export const deliverablesInWords = (deliverables: readonly Deliverable[], words: Words): string =>
  deliverables.map(({ quantity, platform, format }) => words.deliverable(quantity, platform, format)).join(', ');

/** What is to be made and when it is to be out. */
export const deliverablesFacts = (
  deliverables: readonly Deliverable[],
  postBetween: Days,
  words: Words,
  reader: Reader,
): Fact[] => [
  { label: words.terms.deliverables, value: deliverablesInWords(deliverables, words) },
  {
    label: words.terms.postBetween,
    value: words.between(showDate(postBetween.from, reader), showDate(postBetween.to, reader)),
  },
];
