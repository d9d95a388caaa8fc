import { type Reader, showDates } from '#shared/lib/display.ts';
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
  labels: { readonly make: string; readonly publish: string } = words.terms,
): Fact[] => [
  { label: labels.make, value: deliverablesInWords(deliverables, words) },
  { label: labels.publish, value: showDates(postBetween, reader) },
];
