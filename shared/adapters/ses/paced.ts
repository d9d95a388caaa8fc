import type { Mailer } from '#shared/ports/mail.ts';
import type { SendRate } from '#shared/ports/sending.ts';

/** A Lambda may be paid for waiting this long; whoever is further back comes again later. */
const patienceMs = 10_000;

/** Keeps to the sending rate that everything in the account shares. SES counts in real time, so this one clock is real. */
export const paced = (
  mailer: Mailer,
  rate: SendRate,
  time: { readonly now: () => number; readonly wait: (ms: number) => Promise<unknown> },
): Mailer => ({
  async send(mail, tags) {
    const waitMs = await rate.nextTurn(time.now(), patienceMs);
    if (waitMs === undefined) return { kind: 'throttled' };
    if (waitMs > 0) await time.wait(waitMs);
    return mailer.send(mail, tags);
  },
});
