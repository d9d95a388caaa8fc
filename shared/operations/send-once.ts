import { plusMinutes } from '#shared/domain/time.ts';
import type { Mailer, OutboundMail } from '#shared/ports/mail.ts';
import type { MessageStore, OutMessage, ThreadRef } from '#shared/ports/messages.ts';

export type SendResult =
  | { readonly kind: 'sent'; readonly subject: string; readonly at: string }
  /** `mayBeOut`: nobody knows yet whether it went out. */
  | { readonly kind: 'later'; readonly until: string; readonly because: string; readonly mayBeOut?: true }
  /** `refused`: SES does not take this mail. `suppressed`: nobody may write to this address. */
  | { readonly kind: 'never'; readonly why: 'refused' | 'suppressed'; readonly because: string };

interface Once {
  readonly thread: ThreadRef;
  readonly purpose: OutMessage['purpose'];
  readonly number: number;
  readonly mail: OutboundMail;
  readonly tags: Readonly<Record<string, string>>;
  /** When to go on after today's quota is used up. */
  readonly nextDay: string;
  readonly at: string;
}

/** A claim without a confirmation is left alone this long: SES reports a Send within seconds, EventBridge within minutes. */
const uncertainForMinutes = 15;

/**
 * Sends one mail, once: it is claimed under its deterministic name, sent with that name as SES tags, then marked sent. Whoever finds a
 * claim without a confirmation waits for the recorded SES events before it sends again.
 */
export const sendOnce =
  ({ messages, mailer }: { messages: MessageStore; mailer: Mailer }) =>
  async ({ thread, purpose, number, mail, tags, nextDay, at }: Once): Promise<SendResult> => {
    const claim: OutMessage = {
      direction: 'out',
      purpose,
      number,
      state: 'claimed',
      claimedAt: at,
      subject: mail.subject,
      text: mail.text,
    };
    const soon = (because: string) => ({
      kind: 'later' as const,
      until: plusMinutes(at, uncertainForMinutes),
      because,
    });

    // It surely did not go out: the next try need not wait for events that will never come.
    const release = () =>
      messages.reclaim(thread, { ...claim, claimedAt: plusMinutes(at, -uncertainForMinutes) }, claim.claimedAt);

    const claimed = await messages.claim(thread, claim);
    if (!claimed.claimed) {
      const { found } = claimed;
      if (found.state === 'sent') return { kind: 'sent', subject: found.subject, at: found.sentAt ?? at };
      if (found.state === 'refused')
        return { kind: 'never', why: 'refused', because: found.because ?? 'the mail was refused' };
      const until = plusMinutes(found.claimedAt, uncertainForMinutes);
      if (at < until)
        return { kind: 'later', until, because: 'it is not known yet whether it went out', mayBeOut: true };
      if (!(await messages.reclaim(thread, claim, found.claimedAt))) return soon('another worker is sending it');
    }

    const outcome = await mailer.send(mail, tags);
    switch (outcome.kind) {
      case 'sent':
        await messages.markSent(thread, claim, outcome.sesMessageId, at);
        return { kind: 'sent', subject: claim.subject, at };
      case 'rejected':
        await messages.markRefused(thread, claim, outcome.because);
        return { kind: 'never', why: 'refused', because: outcome.because };
      case 'quota':
        await release();
        return { kind: 'later', until: nextDay, because: outcome.because };
      case 'throttled':
        await release();
        return soon('SES sends no faster');
      case 'uncertain':
        return { ...soon(outcome.because), mayBeOut: true };
    }
  };
