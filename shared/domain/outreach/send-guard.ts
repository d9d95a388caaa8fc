import { count, percent } from '../words.ts';

/** What happened to the mails of one identity over SES's representative volume. */
export interface SendingRecord {
  readonly sent: number;
  /** Hard bounces only, as SES counts. */
  readonly bounced: number;
  readonly complained: number;
}

export type SendGuard =
  | { readonly kind: 'open' }
  /** Multiply the daily caps by `factor`, between 0 and 1. */
  | { readonly kind: 'slow'; readonly factor: number; readonly because: string }
  | { readonly kind: 'stopped'; readonly because: string };

/** SES puts an account under review at 5 % hard bounces or 0.1 % complaints (blog.sendops.dev, AWS's own mails). */
export const reviewLimits = { bounces: 0.05, complaints: 0.001 } as const;
/** The share of a limit from which on we write less. */
export const slowsAt = 0.6;
const stopsAt = 0.8;
/** Below this a rate says nothing (coss.com/docs/reputation judges after 200 recipients too). */
const leastVolume = 200;

/** `send-guard.v1`: slows from 60 % of a limit on, stops at 80 %. There is no way past it but better mail. */
export function sendGuard({ sent, bounced, complained }: SendingRecord): SendGuard {
  if (sent < leastVolume) return { kind: 'open' };
  const measures = [
    { name: 'hard bounces', events: bounced, limit: reviewLimits.bounces },
    { name: 'complaints', events: complained, limit: reviewLimits.complaints },
  ];
  // Events / (mails x limit), so that exactly 80 % of a limit comes out as 0.8.
  const [worst] = measures
    .map(measure => ({ ...measure, used: measure.events / (sent * measure.limit) }))
    .toSorted((a, b) => b.used - a.used);
  if (!worst || worst.used < slowsAt) return { kind: 'open' };
  const because = `${percent(worst.events / sent, 2)} ${worst.name} of ${count(sent)} mails, SES reviews at ${percent(worst.limit)}`;
  if (worst.used >= stopsAt) return { kind: 'stopped', because };
  return { kind: 'slow', factor: (stopsAt - worst.used) / (stopsAt - slowsAt), because };
}
