import * as z from 'zod';
import { platforms, vendors } from '#shared/domain/influencer.ts';
import { currencyDigits, parseDecimal } from '#shared/domain/money.ts';
import { address, amount, country, day, handle, httpsUrl, language, text, timeZone } from './campaign/fields.ts';
import { outreach } from './campaign/outreach.ts';
import { sourceSpec } from './campaign/sources.ts';

/**
 * What `POST /campaigns` and `campaign.yaml` take. Amounts are major units as people write them ("250000", 1500.5);
 * `operations/spec-terms.ts` turns them into minor units once.
 */
export const campaignSpec = z
  .strictObject({
    name: text(120),
    brand: z.strictObject({
      name: text(120),
      category: text(60).meta({ description: 'what exclusivity is counted in, e.g. skincare' }),
      website: httpsUrl,
      about: text(600).optional().meta({ description: 'one or two sentences for the invitation' }),
      postalAddress: text(300).meta({ description: 'stands in every e-mail (CAN-SPAM)' }),
      competitors: z.array(text(120)).max(50).default([]),
      profiles: z.array(handle).max(10).default([]).meta({ description: 'whose follower growth is tracked' }),
    }),
    objectives: z.array(text(300)).min(1).max(10),
    period: z.strictObject({
      startsOn: day,
      endsOn: day,
      timeZone: timeZone.default('Asia/Kolkata'),
    }),
    audience: z.strictObject({
      platforms: z.array(z.enum(platforms)).min(1).default(['instagram', 'youtube', 'blog']),
      followers: z
        .strictObject({ min: z.int().min(0).default(1000), max: z.int().min(1).default(10_000) })
        .default({ min: 1000, max: 10_000 }),
      countries: z.array(country).max(50).default([]).meta({ description: 'empty: anywhere' }),
      languages: z.array(language).max(20).default([]).meta({ description: 'empty: any' }),
      keywords: z.array(text(60)).min(1).max(60).meta({ description: "the niche, in the audience's own words" }),
    }),
    metrics: z
      .strictObject({
        vendor: z
          .enum(vendors)
          .meta({ description: 'asked for a report on every candidate whose size fits; costs credits' }),
      })
      .optional(),
    sources: z.array(sourceSpec).min(1, 'at least one source of candidates').max(20),
    budget: z.strictObject({
      amount: amount.positive('a budget above 0'),
      currency: z
        .string()
        .transform(code => code.toUpperCase())
        .refine(code => currencyDigits(code) !== undefined, 'an ISO 4217 currency such as INR'),
    }),
    compensation: z.strictObject({
      model: z.enum(['fixed', 'per-sale', 'per-lead', 'mixed']).default('fixed'),
      floor: amount.min(0).default(0).meta({ description: 'least fee per collaboration' }),
      ceiling: amount.positive().meta({ description: 'highest fee per collaboration; above it a person decides' }),
      targetCostPerEngagement: amount
        .positive()
        .optional()
        .meta({ description: 'what the first offer is computed from' }),
      perSalePercent: z.number().min(0).max(100).default(0),
      perLead: amount.min(0).default(0),
      product: text(300).optional().meta({ description: 'what is sent for free' }),
      rights: z
        .strictObject({
          exclusivityPercent: z.number().min(0).max(500).default(0).meta({
            description: 'of the price of the content, for each 30 days of exclusivity',
          }),
          usagePercent: z.number().min(0).max(500).default(0).meta({
            description:
              'of the price of the content, for the usage rights; 50 to 200 is common for full commercial use',
          }),
        })
        .default({ exclusivityPercent: 0, usagePercent: 0 })
        .meta({ description: 'priced as lines of the fee; 0: included' }),
    }),
    wanted: z.int().min(1).max(10_000).meta({ description: 'collaborations wanted' }),
    brief: z.strictObject({
      summary: text(1500),
      deliverables: z
        .array(
          z.strictObject({
            platform: z.enum(platforms),
            format: z.enum(['post', 'reel', 'story', 'video', 'article']),
            quantity: z.int().min(1).max(20).default(1),
          }),
        )
        .min(1)
        .max(10),
      keyMessages: z.array(text(300)).max(10).default([]),
      do: z.array(text(300)).max(20).default([]),
      dont: z.array(text(300)).max(20).default([]),
      disclosure: z
        .strictObject({ label: text(40).default('#ad'), rule: z.enum(['asci', 'ftc', 'both']).default('both') })
        .default({ label: '#ad', rule: 'both' }),
      postBetween: z.strictObject({ from: day, to: day }),
      draftDueDays: z.int().min(1).max(60).optional().meta({
        description: 'days after the brief is confirmed by which a draft is due; without it nobody is asked for one',
      }),
      landingPage: httpsUrl,
      usageRights: text(300).default('Organic re-use on our own channels for 6 months.'),
      exclusivityDays: z.int().min(0).max(365).default(30),
    }),
    outreach,
    approval: z
      .discriminatedUnion('mode', [
        z.strictObject({ mode: z.literal('automatic') }),
        z.strictObject({
          mode: z.literal('person'),
          withinHours: z.int().min(1).max(720).default(48),
          onDeadline: z.enum(['approve', 'cancel']).default('approve'),
        }),
      ])
      .default({ mode: 'automatic' }),
    tracking: z
      .strictObject({
        shop: z
          .strictObject({
            kind: z.literal('shopify'),
            domain: z.string().regex(/^[a-z0-9][a-z0-9-]*\.myshopify\.com$/, 'the shop’s myshopify.com domain'),
            discountPercent: z.number().min(0).max(90).default(10),
          })
          .optional(),
        attributionDays: z.int().min(1).max(90).default(30),
      })
      .default({ attributionDays: 30 }),
    stakeholders: z.array(address).min(1).max(20),
    reports: z.strictObject({ everyDays: z.int().min(1).max(90).default(7) }).default({ everyDays: 7 }),
  })
  .check(ctx => {
    const { period, audience, compensation, brief, budget } = ctx.value;
    const fault = (path: (string | number)[], message: string, input: unknown) =>
      ctx.issues.push({ code: 'custom', path, message, input });
    if (period.endsOn <= period.startsOn) fault(['period', 'endsOn'], 'must be after startsOn', period.endsOn);
    const { currency } = budget;
    const amounts = [
      [['budget', 'amount'], budget.amount],
      [['compensation', 'floor'], compensation.floor],
      [['compensation', 'ceiling'], compensation.ceiling],
      [['compensation', 'perLead'], compensation.perLead],
    ] as const;
    for (const [path, value] of amounts)
      if (!isPayable(value, currency))
        fault([...path], `takes at most ${currencyDigits(currency)} decimals in ${currency}`, value);
    if (audience.followers.max < audience.followers.min)
      fault(['audience', 'followers', 'max'], 'must not be below min', audience.followers.max);
    if (compensation.ceiling < compensation.floor)
      fault(['compensation', 'ceiling'], 'must not be below floor', compensation.ceiling);
    if (compensation.floor > budget.amount)
      fault(['compensation', 'floor'], 'one collaboration would cost more than the whole budget', compensation.floor);
    if (brief.postBetween.to < brief.postBetween.from)
      fault(['brief', 'postBetween', 'to'], 'must not be before from', brief.postBetween.to);
    if (brief.postBetween.to > period.endsOn)
      fault(['brief', 'postBetween', 'to'], 'must be inside the campaign period', brief.postBetween.to);
  });

/** A campaign as the ops team writes it, with every default filled in. */
export type CampaignSpec = z.output<typeof campaignSpec>;
export type CampaignSpecInput = z.input<typeof campaignSpec>;

/** Whether an amount, as it was written, is a whole number of the currency's minor units. */
const isPayable = (amount: number, currency: string): boolean => parseDecimal(String(amount), currency) !== undefined;
