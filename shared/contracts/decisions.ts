import * as z from 'zod';

/** Everything that a person can decide about a collaboration: the body of the decision route, the command line's verbs. */

/** Major units, as people write them. */
const fee = z.number().min(0).max(1e12);
const words = (max: number) => z.string().trim().min(1).max(max);

export const decision = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('answer'), message: z.string().min(1).max(4000) }),
  z.strictObject({ decision: z.literal('offer'), fee, message: z.string().max(4000).optional() }),
  z.strictObject({ decision: z.literal('accept'), fee }),
  z.strictObject({
    decision: z.literal('ask-data'),
    note: words(1000).optional().meta({ description: 'what you want to know in particular; stands in the mail' }),
  }),
  z.strictObject({
    decision: z.literal('approve-draft'),
    message: z.string().max(4000).optional().meta({ description: 'what to tell them beside it' }),
  }),
  z.strictObject({
    decision: z.literal('ask-changes'),
    message: words(4000).meta({ description: 'what should be otherwise in their draft; it is sent to them' }),
  }),
  z.strictObject({ decision: z.literal('post'), url: z.url({ protocol: /^https?$/ }) }),
  z.strictObject({
    decision: z.literal('verify'),
    note: words(500).meta({ description: 'what you saw; it is kept with the post' }),
  }),
  z.strictObject({
    decision: z.literal('reject'),
    because: words(300),
    message: z.string().max(4000).optional().meta({ description: 'what to tell them, in their thread' }),
  }),
  z.strictObject({ decision: z.literal('reopen'), because: words(300) }),
  z.strictObject({
    decision: z.literal('snooze'),
    until: z
      .union([z.iso.date(), z.iso.datetime({ offset: true })])
      .meta({ description: "a day in the campaign's time zone, or an instant" }),
    because: words(300),
  }),
  z.strictObject({ decision: z.literal('skip') }),
  z.strictObject({
    decision: z.literal('take-over'),
    who: words(80).optional().meta({ description: 'who owns it from now on; the token where nobody is named' }),
    because: words(300).optional(),
  }),
  z.strictObject({ decision: z.literal('hand-back') }),
  z.strictObject({ decision: z.literal('withdraw'), because: words(300) }),
  z.strictObject({
    decision: z.literal('erase'),
    confirm: z
      .literal('erase', { error: 'write "erase": it can not be taken back' })
      .meta({ description: 'everything held about this person, in every campaign' }),
  }),
]);

export type Decision = z.output<typeof decision>;
