import * as z from 'zod';

/** What the operator puts into Secrets Manager. Whatever is missing is a platform or shop that is not used. */

const text = z.string().min(1);
/** What may be used at most, where it differs from `rateLimits`. */
const cap = z.int().positive().optional();

export const platformSecret = z.object({
  instagram: z
    .object({ userId: text, token: text, callsPerHour: cap })
    .optional()
    .meta({ description: 'our own professional account and its long-lived Graph API token' }),
  youtube: z.object({ apiKey: text, unitsPerDay: cap }).optional(),
  tiktok: z
    .object({ clientSecret: text })
    .optional()
    .meta({ description: 'of the app whose client key is the parameter TikTokClientKey' }),
  hypeauditor: z.object({ clientId: text, token: text, creditsPerMonth: cap }).optional(),
  modash: z.object({ apiKey: text, creditsPerMonth: cap }).optional(),
});
export type PlatformSecret = z.output<typeof platformSecret>;

/** By the shop's domain. */
export const shopSecret = z.record(
  z.string(),
  z.object({
    webhookSecrets: z.array(z.string().min(1)).min(1).meta({ description: 'newest first; old ones stay for a day' }),
    adminToken: z.string().min(1).optional().meta({ description: 'scope write_discounts; needed for coupons' }),
  }),
);
export type ShopSecret = z.output<typeof shopSecret>;
