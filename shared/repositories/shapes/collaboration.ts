import * as z from 'zod';
import { type Collaboration, type CollaborationEvent, lostStatuses } from '#shared/domain/collaboration.ts';
import type { TimelineEntry } from '#shared/ports/collaborations.ts';
import { shape } from './shape.ts';
import { contact, money, number, optional, profile, purpose, status, terms, text, verifiedPost } from './values.ts';

const via = z.enum(['page', 'mail', 'person']);
const happened = <K extends string, F extends z.ZodRawShape>(kind: K, fields: F) =>
  z.object({ kind: z.literal(kind), ...fields });

const variant = optional(z.enum(['a', 'b']));

export const eventSchema: z.ZodType<CollaborationEvent> = z.discriminatedUnion('kind', [
  happened('message-sent', { purpose, number, subject: text, variant }),
  happened('accepted', { terms, via }),
  happened('declined', { because: text, via }),
  happened('asked', { about: text, ask: optional(money), via: z.enum(['page', 'mail']) }),
  happened('offered', { terms, because: text }),
  happened('call-booked', { from: text, to: text }),
  happened('call-off', { because: text, by: z.enum(['them', 'us']) }),
  happened('call-answered', {
    answer: z.enum(['accepted', 'declined', 'tentative', 'other-time']),
    otherTime: optional(z.object({ from: text, to: text })),
    comment: optional(text),
  }),
  happened('postponed', { until: text, because: text }),
  happened('held', { because: text, quote: optional(text), about: optional(z.literal('draft')) }),
  happened('handed-back', { by: text }),
  happened('decided', { by: text, what: text }),
  happened('taken-over', { by: text, because: optional(text) }),
  happened('snoozed', { until: text, because: text, by: text }),
  happened('skipped', { purpose, number, dueAt: text, by: text }),
  happened('reopened', { because: text, by: text }),
  happened('data-asked', { by: text, note: optional(text) }),
  happened('opted-out', {
    via: z.enum(['one-click', 'page', 'mail', 'complaint']),
    wantsErasure: optional(z.literal(true)),
  }),
  happened('bounced', { hard: z.boolean(), because: text }),
  happened('gave-up', { because: text }),
  happened('brief-sent', { link: z.object({ code: text, url: text }), coupon: optional(text) }),
  happened('brief-confirmed', { via, draftDueAt: optional(text) }),
  happened('draft-handed-in', { link: optional(text), text: optional(text), via: z.enum(['page', 'mail']) }),
  happened('draft-changes-asked', { words: text, dueAt: text, by: text }),
  happened('draft-approved', { words: optional(text), by: text }),
  happened('post-found', { url: text, via: z.enum(['page', 'mail', 'platform', 'person']) }),
  happened('post-verified', { post: verifiedPost }),
  happened('post-refused', { because: text, by: optional(text) }),
  happened('excluded', { because: text }),
  happened('withdrawn', { because: text, tellThem: optional(z.literal(true)) }),
  happened('settled', { payout: money }),
  happened('erased', {}),
]);

const effect = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('record'), event: eventSchema, at: text, from: status, version: number }),
  z.object({ kind: z.literal('suppress'), because: z.enum(['unsubscribe', 'bounce', 'complaint']) }),
  z.object({ kind: z.literal('release-budget') }),
  z.object({ kind: z.literal('complete-wait'), taskToken: text, status }),
  z.object({ kind: z.literal('resolve-attention'), ids: z.array(text), at: text }),
  z.object({ kind: z.literal('ask-person'), because: text, at: text, quote: optional(text) }),
]);

const sentMessage = z.object({ purpose, number, at: text, variant });

const facts = {
  campaignId: text,
  influencerId: text,
  threadId: text,
  name: text,
  contact,
  addressHash: text,
  profile,
  followers: optional(number),
  expectedEngagements: optional(number),
  score: number,
  language: text,
  timeZone: text,
  offer: terms,
  link: optional(z.object({ code: text, url: text })),
  coupon: optional(text),
  call: optional(z.object({ from: text, to: text })),
  sent: z.array(sentMessage),
  interestedAt: optional(text),
  skipped: optional(z.array(sentMessage)),
  quietUntil: optional(text),
  snooze: optional(z.object({ until: text, because: text })),
  heldForPerson: optional(text),
  owner: optional(text),
  dataRequest: optional(z.object({ askedAt: text, note: optional(text) })),
  draft: optional(
    z.object({
      state: z.enum(['asked', 'handed-in', 'changes-asked', 'approved']),
      since: text,
      dueAt: text,
      round: number,
      link: optional(text),
      text: optional(text),
      words: optional(text),
    }),
  ),
  openItems: optional(
    z.array(z.object({ id: text, isCall: optional(z.literal(true)), isDraft: optional(z.literal(true)) })),
  ),
  waiting: optional(z.object({ taskToken: text, whileIn: z.array(status), untilFree: optional(z.literal(true)) })),
  erasedAt: optional(text),
  pending: z.array(effect),
  nextActionAt: optional(text),
  version: number,
};
const standing = <S extends string, F extends z.ZodRawShape>(name: S, fields: F) =>
  z.object({ ...facts, status: z.literal(name), since: text, ...fields });

export const collaborationShape = shape<Collaboration>(
  'collaboration',
  1,
  z.discriminatedUnion('status', [
    standing('shortlisted', {}),
    standing('invited', {}),
    standing('negotiating', { about: text, ask: optional(money) }),
    standing('accepted', { terms }),
    standing('briefed', { terms }),
    standing('confirmed', { terms }),
    standing('published', { terms, postUrl: text }),
    standing('verified', { terms, post: verifiedPost }),
    standing('settled', { terms, post: verifiedPost, payout: money }),
    z.object({ ...facts, status: z.enum(lostStatuses), since: text, because: text }),
  ]),
);

export const timelineShape = shape<TimelineEntry>(
  'timeline',
  1,
  z.object({ at: text, from: status, version: number, event: eventSchema, ignored: optional(text) }),
);
