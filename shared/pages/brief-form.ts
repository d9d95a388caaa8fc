import * as z from 'zod';
import { longest } from './offer-form.ts';

const address = z.url({ protocol: /^https?$/ }).max(longest.url);

/** What the brief page posts. */
export const briefAnswer = z.discriminatedUnion('answer', [
  z.object({ answer: z.literal('confirm') }),
  z.object({ answer: z.literal('post'), url: address }),
  z
    .object({
      answer: z.literal('draft'),
      // Both fields are there and one may be empty.
      link: z.union([z.literal('').transform(() => undefined), address]).optional(),
      text: z
        .string()
        .trim()
        .max(longest.draft)
        .optional()
        .transform(text => text || undefined),
    })
    .refine(({ link, text }) => link !== undefined || text !== undefined),
  z.object({ answer: z.literal('question'), question: z.string().trim().min(1).max(longest.question) }),
]);

export type BriefAnswer = z.output<typeof briefAnswer>;

export type BriefProblem =
  | { readonly kind: 'url' | 'question'; readonly written?: string }
  | { readonly kind: 'draft'; readonly link?: string; readonly text?: string };
