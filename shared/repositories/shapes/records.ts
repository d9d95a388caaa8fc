import * as z from 'zod';
import { scopes } from '#shared/contracts/route.ts';
import type { AttentionItem } from '#shared/domain/attention.ts';
import type { Known } from '#shared/domain/import/identity.ts';
import { messagePurposes, noticePurposes } from '#shared/domain/message.ts';
import type { Money } from '#shared/domain/money.ts';
import type { Snapshot } from '#shared/domain/report/report.ts';
import type { ApiToken } from '#shared/ports/access.ts';
import type { Connection } from '#shared/ports/connections.ts';
import { type Erasure, type HeldKind, heldKinds } from '#shared/ports/erasures.ts';
import type { StoredMessage, ThreadRef } from '#shared/ports/messages.ts';
import type { Click, Conversion, PostCounts, TrackingLink } from '#shared/ports/tracking.ts';
import { shape } from './shape.ts';
import { money, number, optional, profile, status, text } from './values.ts';

/** The smaller stored shapes, one item each. */

const thread = { threadId: text, campaignId: text, influencerId: text };
export const threadShape = shape<ThreadRef>('thread', 1, z.object(thread));

/** Purposes of mails to influencers and to stakeholders. */
const anyPurpose = z.enum([...messagePurposes, ...noticePurposes]);

export const messageShape = shape<StoredMessage>(
  'message',
  1,
  z.discriminatedUnion('direction', [
    z.object({
      direction: z.literal('out'),
      purpose: anyPurpose,
      number,
      state: z.enum(['claimed', 'sent', 'refused']),
      claimedAt: text,
      sentAt: optional(text),
      sesMessageId: optional(text),
      subject: text,
      text,
      because: optional(text),
    }),
    z.object({
      direction: z.literal('in'),
      id: text,
      at: text,
      from: text,
      subject: text,
      text,
      rawKey: text,
      mailId: optional(text),
      kind: text,
      intent: optional(text),
      confidence: optional(number),
      handledAt: optional(text),
    }),
  ]),
);

export const suppressionShape = shape<{
  because: 'unsubscribe' | 'bounce' | 'complaint' | 'erasure' | 'imported';
  at: string;
}>(
  'suppression',
  1,
  z.object({ because: z.enum(['unsubscribe', 'bounce', 'complaint', 'erasure', 'imported']), at: text }),
);

export const linkShape = shape<TrackingLink>(
  'link',
  1,
  z.object({ code: text, campaignId: text, influencerId: text, destination: text, createdAt: text }),
);

export const clickShape = shape<Click>(
  'click',
  1,
  z.object({ clickId: text, code: text, campaignId: text, influencerId: text, at: text }),
);

export const couponShape = shape<{ campaignId: string; influencerId: string }>(
  'coupon',
  1,
  z.object({ campaignId: text, influencerId: text }),
);

export const conversionShape = shape<Conversion>(
  'order',
  1,
  z.object({
    source: text,
    externalId: text,
    campaignId: text,
    influencerId: text,
    by: z.enum(['coupon', 'link']),
    evidence: text,
    placedAt: text,
    updatedAt: text,
    total: money,
    refunded: money,
    counts: z.boolean(),
  }),
);

export const refundShape = shape<{ amount: Money; at: string }>('refund', 1, z.object({ amount: money, at: text }));

export const snapshotShape = shape<Snapshot>(
  'snapshot',
  1,
  z.object({
    campaignId: text,
    at: text,
    funnel: z.partialRecord(status, number),
    spend: number,
    committed: number,
    clicks: number,
    orders: number,
    revenue: number,
    engagements: number,
    views: number,
    brandFollowers: z.record(text, number),
  }) as z.ZodType<Snapshot>,
);

export const postShape = shape<PostCounts>(
  'post',
  1,
  z.object({ url: text, at: text, likes: optional(number), comments: optional(number), views: optional(number) }),
);

export const attentionShape = shape<AttentionItem>(
  'attention',
  1,
  z.object({
    campaignId: text,
    id: text,
    raisedAt: text,
    influencerId: optional(text),
    name: optional(text),
    because: text,
    quote: optional(text),
    options: z.array(text),
    resolvedAt: optional(text),
    resolvedBy: optional(text),
    note: optional(text),
  }),
);

export const callShape = shape<{ influencerId: string; at: string }>(
  'call',
  1,
  z.object({ influencerId: text, at: text }),
);

export const knownShape = shape<Known>(
  'known',
  1,
  z.object({ influencerId: text, apart: optional(z.array(text)), erased: optional(z.literal(true)) }),
);

const count = optional(number);
export const erasureShape = shape<Erasure>(
  'erasure',
  1,
  z.object({
    erasureId: text,
    askedAt: text,
    askedBy: text,
    influencerIds: z.array(text),
    addressHashes: z.array(text),
    erased: z.object(Object.fromEntries(heldKinds.map(kind => [kind, count])) as Record<HeldKind, typeof count>),
    lookAgainAt: optional(text),
    traces: optional(
      z.object({
        influencerIds: z.array(text),
        addressHashes: z.array(text),
        campaignIds: z.array(text),
        profiles: z.array(profile),
        coupons: z.array(z.object({ shop: text, code: text })),
        words: z.array(text),
      }),
    ),
    doneAt: optional(text),
  }),
);

export const tokenShape = shape<ApiToken>(
  'token',
  1,
  z.object({
    id: text,
    hash: text,
    name: text,
    scopes: z.array(z.enum(scopes)),
    createdAt: text,
    expiresAt: text,
    revokedAt: optional(text),
  }),
);

export const requestShape = shape<{ requestHash: string; at: string; status?: number; body?: string }>(
  'request',
  1,
  z.object({ requestHash: text, at: text, status: optional(number), body: optional(text) }),
);

export const connectionShape = shape<Omit<Connection, 'accessToken' | 'refreshToken'> & { readonly sealed: string }>(
  'connection',
  1,
  z.object({
    profile,
    accountId: text,
    influencerId: text,
    connectedAt: text,
    scopes: z.array(text),
    accessUntil: text,
    refreshUntil: text,
    sealed: text,
  }),
);
