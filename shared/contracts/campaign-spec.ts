import * as z from 'zod';
import { importFields } from '#shared/domain/import/aliases.ts';
import { platforms, vendors } from '#shared/domain/influencer.ts';
import { currencyDigits, parseDecimal } from '#shared/domain/money.ts';
import { cadencePurposes } from '#shared/domain/outreach/cadences.ts';

/**
 * What `POST /campaigns` and `campaign.yaml` take. Amounts are major units as people write them ("250000", 1500.5);
 * `domain/campaign.ts` turns them into minor units once.
 */

const text = (max: number) => z.string().trim().min(1).max(max);
const day = z.iso.date();
const country = z
  .string()
  .regex(/^[A-Za-z]{2}$/, 'a two-letter country code such as IN')
  .transform(code => code.toUpperCase());
const language = z.string().regex(/^[a-z]{2}$/, 'a two-letter language code such as en or hi');
const amount = z.number().finite().max(1e12);
const httpsUrl = z.url({ protocol: /^https?$/, error: 'an address that starts with https://' }).max(2000);
const address = z.email({ error: 'an e-mail address such as asha@brand.example' }).max(254);
const timeZone = z.string().refine(isTimeZone, 'an IANA time zone such as Asia/Kolkata');
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as 09:00');

const handle = z.strictObject({ platform: z.enum(platforms), handle: text(200) });

const savedFields = [
  'ignore',
  ...importFields,
  ...platforms.flatMap(platform => importFields.map(field => `${platform} ${field}` as const)),
] as const;

/** What columns hold, where their names and contents do not say it; `POST /imports/preview` shows what was understood. */
export const columnMapping = z
  .record(
    text(200),
    z.enum(savedFields, {
      error: `one of ${importFields.join(', ')}; with a platform before it if you like; or ignore`,
    }),
  )
  .refine(mapping => Object.keys(mapping).length <= 200, 'at most 200 columns')
  .meta({ description: 'column name -> what it holds, e.g. {"Konto": "instagram handle", "Notes": "ignore"}' });

const fileSource = <K extends string>(kind: K, name: string) =>
  z
    .strictObject({
      kind: z.literal(kind),
      upload: text(200).optional().meta({ description: 'id that POST /uploads answered' }),
      text: z.string().min(1).max(400_000).optional().meta({ description: 'the file itself, for small lists' }),
      name: text(120).default(name),
      mapping: columnMapping.optional(),
      sheet: text(100).optional().meta({ description: 'of a workbook; without it the first one that has a header' }),
    })
    .refine(source => (source.upload === undefined) !== (source.text === undefined), {
      error: 'give exactly one of `upload` and `text`',
      path: ['upload'],
    });

export const sourceSpec = z.discriminatedUnion('kind', [
  // What kind of file it is, its content says: CSV, .xlsx, JSON Lines, OPML or a list of links.
  fileSource('file', 'candidates'),
  // Older names of the same.
  fileSource('csv', 'candidates.csv'),
  fileSource('opml', 'blogroll.opml'),
  z
    .strictObject({ kind: z.literal('roster'), name: text(120).default('roster') })
    .meta({ description: 'whom this brand worked with before, with what came of it' }),
  z.strictObject({
    kind: z.literal('profiles'),
    name: text(120).default('profiles'),
    profiles: z
      .array(handle.extend({ name: text(200).optional(), email: address.optional() }))
      .min(1, 'at least one profile')
      .max(2000),
  }),
]);

const ownCadence = z.strictObject({
  remindAfterDays: z.array(z.int().min(-30).max(30)).max(5).optional().meta({
    description:
      'days of silence before each reminder; for a draft or a post, days after (or, negative, before) the day by which it is due',
  }),
  atLastAfterDays: z.int().min(1).max(60).optional().meta({
    description: 'days after the last reminder until we give up (invitation) or ask a person (everything else)',
  }),
});

const ownText = z.strictObject({
  language: language.default('en').meta({ description: 'influencers who read another one get our words' }),
  subject: text(300).optional(),
  text: text(5000).optional().meta({ description: 'paragraphs, with an empty line between them' }),
});

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
    outreach: z.strictObject({
      sender: z.strictObject({ name: text(80), role: text(80).optional(), address }),
      contactFactor: z.number().min(1).max(10).default(2).meta({
        description:
          'how many are written to per one wanted; 2 is the rule of thumb of marketers. It takes half of them to agree, and strangers agree more rarely: a forecast says what it takes. The budget is never promised twice, however many agree',
      }),
      followUpsAfterDays: z.array(z.int().min(1).max(30)).max(3).default([3, 7]).meta({
        description: 'days after the previous mail',
      }),
      cadences: z
        .partialRecord(z.enum(cadencePurposes), ownCadence)
        .optional()
        .meta({ description: 'how patient we are in each matter; what is left out is as usual' }),
      dailyNewContacts: z.int().min(1).max(200).default(30),
      dailyMails: z.int().min(1).max(1000).default(200),
      warmUp: z
        .strictObject({
          startsAt: z.int().min(1).max(1000).default(20).meta({ description: "mails on the sender's first day" }),
          growsBy: z.number().min(1).max(3).default(1.5).meta({ description: 'factor per further day with mail' }),
        })
        .default({ startsAt: 20, growsBy: 1.5 })
        .meta({ description: 'how a new sender grows to dailyMails' }),
      sendWindow: z
        .strictObject({
          from: clockTime.default('09:00'),
          to: clockTime.default('17:00'),
          weekdaysOnly: z.boolean().default(true),
        })
        .default({ from: '09:00', to: '17:00', weekdaysOnly: true }),
      messages: z
        .strictObject({
          invitation: ownText.optional(),
          'follow-up': ownText.omit({ subject: true }).optional(),
          brief: ownText.optional(),
          'brief-reminder': ownText.optional(),
          'draft-reminder': ownText.optional(),
          'post-reminder': ownText.optional(),
          thanks: ownText.optional(),
        })
        .default({})
        .meta({ description: 'your own words for our mails, as Liquid' }),
      experiment: z.strictObject({ b: ownText }).optional().meta({
        description: 'a second way to write the invitation, tried on half of the influencers until one has won',
      }),
      callSlots: z
        .strictObject({
          weekdays: z.array(z.int().min(1).max(7)).min(1).default([2, 4]).meta({ description: '1 is Monday' }),
          from: clockTime.default('15:00'),
          to: clockTime.default('17:00'),
          minutes: z.int().min(10).max(120).default(20),
          meetingUrl: httpsUrl.optional(),
          bookingUrl: httpsUrl
            .optional()
            .meta({ description: 'your own booking page (Calendly and the like), instead' }),
        })
        .default({ weekdays: [2, 4], from: '15:00', to: '17:00', minutes: 20 }),
    }),
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
export type SourceSpec = z.output<typeof sourceSpec>;
export type FileSource = Extract<SourceSpec, { kind: 'file' | 'csv' | 'opml' }>;
export const isFileSource = (source: SourceSpec): source is FileSource => 'upload' in source || 'text' in source;

/** Whether an amount, as it was written, is a whole number of the currency's minor units. */
const isPayable = (amount: number, currency: string): boolean => parseDecimal(String(amount), currency) !== undefined;

/** Those that were asked for and exist, in lower case, a few thousand at most: asking is slow, and every campaign that is read asks. */
const timeZones = new Set<string>();

function isTimeZone(name: string): boolean {
  if (timeZones.has(name.toLowerCase())) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    timeZones.add(name.toLowerCase());
    return true;
  } catch {
    return false;
  }
}
