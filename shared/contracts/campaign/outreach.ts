import * as z from 'zod';
import { cadencePurposes } from '#shared/domain/outreach/cadences.ts';
import { address, clockTime, httpsUrl, language, text } from './fields.ts';

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

/** Who writes, to how many, how often and when, and in whose words. */
export const outreach = z.strictObject({
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
      bookingUrl: httpsUrl.optional().meta({ description: 'your own booking page (Calendly and the like), instead' }),
    })
    .default({ weekdays: [2, 4], from: '15:00', to: '17:00', minutes: 20 }),
});
