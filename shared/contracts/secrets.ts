import * as z from 'zod';

/** What the operator puts into Secrets Manager. Whatever is missing is a platform or shop that is not used. */

export const platformSecret = z.object({
  instagram: z
    .object({ userId: z.string().min(1), token: z.string().min(1) })
    .optional()
    .meta({ description: 'our own professional account and its long-lived Graph API token' }),
  youtube: z.object({ apiKey: z.string().min(1) }).optional(),
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
