import * as z from 'zod';

/** What the offer page posts (application/x-www-form-urlencoded). Field names here are those of the page. */

export const longest = { amount: 40, note: 2000, question: 4000, draft: 6000, url: 2000 } as const;

export const declineReasons = ['fee', 'time', 'fit', 'exclusive', 'other'] as const;
export const workingModels = ['fixed', 'per-sale', 'mixed', 'product'] as const;

const lines = (most: number) => z.string().trim().max(most);
/** A form posts an empty field as an empty string. */
const optionalLines = (most: number) =>
  lines(most)
    .optional()
    .transform(text => text || undefined);

/** Names the offer that they were looking at. */
const version = z.string().max(200);

export const offerAnswer = z.discriminatedUnion('answer', [
  z.object({ answer: z.literal('accept'), version }),
  z.object({
    answer: z.literal('counter'),
    version,
    amount: lines(longest.amount).min(1),
    note: optionalLines(longest.note),
  }),
  z.object({ answer: z.literal('question'), question: lines(longest.question).min(1) }),
  z.object({ answer: z.literal('call'), slot: z.iso.datetime({ offset: true }) }),
  z.object({ answer: z.literal('call-off') }),
  z.object({
    answer: z.literal('details'),
    caseStudies: optionalLines(longest.note),
    numbers: optionalLines(longest.note),
    model: z.enum(workingModels).optional(),
    exclusivity: optionalLines(longest.note),
    rate: optionalLines(longest.note),
  }),
  z.object({
    answer: z.literal('decline'),
    because: z.enum(declineReasons).default('other'),
    note: optionalLines(longest.note),
  }),
]);

export type OfferAnswer = z.output<typeof offerAnswer>;

/** What went wrong with the last answer, shown at the field it belongs to. */
export interface OfferProblem {
  readonly kind: 'amount' | 'question' | 'slot' | 'changed';
  /** What they had written, so that nothing has to be typed twice. */
  readonly written?: { readonly amount?: string; readonly note?: string; readonly question?: string };
}
