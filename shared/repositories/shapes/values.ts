import * as z from 'zod';
import { collaborationStatuses } from '#shared/domain/collaboration.ts';
import { platforms } from '#shared/domain/influencer.ts';
import { messagePurposes } from '#shared/domain/message.ts';

/** Small shapes that several stored items share. */

export const optional = z.exactOptional;
export const text = z.string();
export const number = z.number();
export const money = z.object({ minor: number, currency: text });
export const profile = z.object({ platform: z.enum(platforms), handle: text });
export const status = z.enum(collaborationStatuses);
export const purpose = z.enum(messagePurposes);
export const contact = z.object({
  email: text,
  source: text,
  obtainedAt: text,
  basis: z.enum(['published-business-address', 'consent', 'earlier-collaboration']),
});
export const terms = z.object({
  model: z.enum(['fixed', 'per-sale', 'per-lead', 'mixed']),
  fee: money,
  lines: optional(z.array(z.object({ what: z.enum(['content', 'exclusivity', 'usage-rights']), amount: money }))),
  perSalePercent: number,
  perLead: money,
  product: optional(text),
  exclusivityDays: number,
  usageRights: text,
});
export const verifiedPost = z.object({
  url: text,
  publishedAt: text,
  checkedAt: text,
  disclosure: z.object({ found: z.boolean(), label: optional(text), problems: z.array(text) }),
  mentionsLinkOrCoupon: z.boolean(),
  vouched: optional(z.object({ by: text, note: text })),
});
