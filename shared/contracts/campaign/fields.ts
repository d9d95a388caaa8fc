import * as z from 'zod';
import { platforms } from '#shared/domain/influencer.ts';

/** What several parts of a campaign are written with. */

export const text = (max: number) => z.string().trim().min(1).max(max);
export const day = z.iso.date();
export const country = z
  .string()
  .regex(/^[A-Za-z]{2}$/, 'a two-letter country code such as IN')
  .transform(code => code.toUpperCase());
export const language = z.string().regex(/^[a-z]{2}$/, 'a two-letter language code such as en or hi');
export const amount = z.number().finite().max(1e12);
export const httpsUrl = z.url({ protocol: /^https?$/, error: 'an address that starts with https://' }).max(2000);
export const address = z.email({ error: 'an e-mail address such as asha@brand.example' }).max(254);
export const timeZone = z.string().refine(isTimeZone, 'an IANA time zone such as Asia/Kolkata');
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as 09:00');

export const handle = z.strictObject({ platform: z.enum(platforms), handle: text(200) });

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
