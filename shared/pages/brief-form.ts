import * as z from 'zod';
import { longest } from './offer-form.ts';

/** What the brief page posts. */
export const briefAnswer = z.discriminatedUnion('answer', [
  z.object({ answer: z.literal('confirm') }),
  z.object({ answer: z.literal('post'), url: z.url({ protocol: /^https?$/ }).max(2000) }),
  z.object({ answer: z.literal('question'), question: z.string().trim().min(1).max(longest.question) }),
]);

export type BriefAnswer = z.output<typeof briefAnswer>;

export interface BriefProblem {
  readonly kind: 'url' | 'question';
  readonly written?: string;
}
