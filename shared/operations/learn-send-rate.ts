import { log } from '#shared/lambda/log.ts';
import type { SendQuota, SendRate } from '#shared/ports/sending.ts';

export interface LearnSendRateDeps {
  readonly sendQuota: SendQuota;
  readonly sendRate: SendRate;
}

/** Tells all senders how fast SES lets us send now. Where it cannot be asked, the last answer stands. */
export async function learnSendRate({ sendQuota, sendRate }: LearnSendRateDeps): Promise<void> {
  try {
    const { perSecond } = await sendQuota();
    await sendRate.learn(perSecond);
  } catch (error) {
    log.error('the sending rate of SES could not be asked', error, {});
  }
}
