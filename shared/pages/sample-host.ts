import { sampleLetter } from '#shared/email/sample-letter.ts';
import type { Host } from './host.ts';

const { language, currency, timeZone, brand, postalAddress, campaign, recipient } = sampleLetter;

/** The influencer of the sample mails, on our pages. */
export const sampleHost: Host = {
  language,
  currency,
  timeZone,
  brand,
  postalAddress,
  campaign,
  recipientName: recipient.name,
};
