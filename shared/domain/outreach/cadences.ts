import type { MessagePurpose } from '../message.ts';

/** What we do about silence: reminders, then an end. All of it is data; `nextAction` reads it. */
export interface Cadence {
  readonly remind: MessagePurpose;
  /** Days of silence before each reminder; of a draft or post, days after (or, negative, before) the day by which it is due. */
  readonly remindAfterDays: readonly number[];
  /** Days of silence after the last reminder. */
  readonly atLastAfterDays: number;
  readonly atLast: 'give-up' | 'ask-person';
}

export const cadencePurposes = ['invitation', 'negotiation', 'data-request', 'brief', 'draft', 'post'] as const;
export type CadencePurpose = (typeof cadencePurposes)[number];
export type Cadences = Readonly<Record<CadencePurpose, Cadence>>;

/** What a campaign that says nothing else gets. */
export const usualCadences: Cadences = {
  // Replies to cold mail come within days; a third mail brings little and costs goodwill.
  invitation: {
    remind: 'follow-up',
    remindAfterDays: [3, 7],
    atLastAfterDays: 7,
    atLast: 'give-up',
  },
  negotiation: {
    remind: 'follow-up',
    remindAfterDays: [4],
    atLastAfterDays: 4,
    atLast: 'ask-person',
  },
  // Screenshots of insights take them a few minutes: sooner than an offer, and a person goes on without them.
  'data-request': {
    remind: 'data-request',
    remindAfterDays: [3],
    atLastAfterDays: 3,
    atLast: 'ask-person',
  },
  brief: {
    remind: 'brief-reminder',
    remindAfterDays: [2, 3],
    atLastAfterDays: 3,
    atLast: 'ask-person',
  },
  // The morning after the day by which it is due, and two days later; only where the campaign wants a draft.
  draft: { remind: 'draft-reminder', remindAfterDays: [0, 2], atLastAfterDays: 2, atLast: 'ask-person' },
  // The due day is over at its end: 3 days before that is the morning two days before it, a Friday for a Sunday.
  post: { remind: 'post-reminder', remindAfterDays: [-3, 1], atLastAfterDays: 2, atLast: 'ask-person' },
};
