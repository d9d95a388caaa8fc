import type { Contact, ProfileRef } from './influencer.ts';
import type { MessagePurpose } from './message.ts';
import type { Money } from './money.ts';
import type { Terms } from './outreach/terms.ts';

/**
 * One influencer in one campaign, from shortlist to settlement.
 *
 * shortlisted -> invited -> negotiating -> accepted -> briefed -> confirmed -> published -> verified -> settled
 *                   \ declined | unresponsive | unreachable | excluded | withdrawn (ends; each says why)
 */
export const openStatuses = [
  'shortlisted',
  'invited',
  'negotiating',
  'accepted',
  'briefed',
  'confirmed',
  'published',
  'verified',
] as const;
export const lostStatuses = ['declined', 'unresponsive', 'unreachable', 'excluded', 'withdrawn'] as const;
export const collaborationStatuses = [...openStatuses, 'settled', ...lostStatuses] as const;
export type LostStatus = (typeof lostStatuses)[number];
export type CollaborationStatus = (typeof collaborationStatuses)[number];

export const isLost = (status: CollaborationStatus): status is LostStatus =>
  (lostStatuses as readonly string[]).includes(status);
export const isOpen = (status: CollaborationStatus): boolean => (openStatuses as readonly string[]).includes(status);

/** A post as we checked it. */
export interface VerifiedPost {
  readonly url: string;
  readonly publishedAt: string;
  readonly checkedAt: string;
  /** Which disclosure label was found, or none. */
  readonly disclosure: { readonly found: boolean; readonly label?: string; readonly problems: readonly string[] };
  readonly mentionsLinkOrCoupon: boolean;
}

/** Where a collaboration stands, with what that standing rests on. */
export type Progress =
  | { readonly status: 'shortlisted'; readonly since: string }
  | { readonly status: 'invited'; readonly since: string }
  | { readonly status: 'negotiating'; readonly since: string; readonly about: string; readonly ask?: Money }
  | { readonly status: 'accepted'; readonly since: string; readonly terms: Terms }
  | { readonly status: 'briefed'; readonly since: string; readonly terms: Terms }
  | { readonly status: 'confirmed'; readonly since: string; readonly terms: Terms }
  | { readonly status: 'published'; readonly since: string; readonly terms: Terms; readonly postUrl: string }
  | { readonly status: 'verified'; readonly since: string; readonly terms: Terms; readonly post: VerifiedPost }
  | {
      readonly status: 'settled';
      readonly since: string;
      readonly terms: Terms;
      readonly post: VerifiedPost;
      readonly payout: Money;
    }
  | { readonly status: LostStatus; readonly since: string; readonly because: string };

/** A message of ours that went out. */
export interface SentMessage {
  readonly purpose: MessagePurpose;
  readonly number: number;
  readonly at: string;
}

/** The workflow step that waits for this collaboration to leave the statuses it waits in. */
export interface Wait {
  readonly taskToken: string;
  readonly whileIn: readonly CollaborationStatus[];
  /** It also goes on when no person has to decide any more. */
  readonly untilFree?: true;
}

/** Whether what a workflow step waited for has come. */
export const isOver = (
  { whileIn, untilFree }: Pick<Wait, 'whileIn' | 'untilFree'>,
  { status, heldForPerson }: Pick<Collaboration, 'status' | 'heldForPerson'>,
): boolean => !whileIn.includes(status) || (untilFree === true && heldForPerson === undefined);

export type Collaboration = Progress & {
  readonly campaignId: string;
  readonly influencerId: string;
  readonly threadId: string;
  readonly name: string;
  readonly contact: Contact;
  /** Keyed hash of the address, by which suppressions are kept. */
  readonly addressHash: string;
  readonly profile: ProfileRef;
  readonly followers?: number;
  readonly expectedEngagements?: number;
  readonly score: number;
  readonly language: string;
  readonly timeZone: string;
  /** What we last proposed. */
  readonly offer: Terms;
  readonly link?: { readonly code: string; readonly url: string };
  readonly coupon?: string;
  readonly call?: { readonly from: string; readonly to: string };
  readonly sent: readonly SentMessage[];
  /** No automatic message before this time (vacation, "write me next week", snooze). */
  readonly quietUntil?: string;
  /** Set while a person must decide; no automatic message goes out. */
  readonly heldForPerson?: string;
  readonly waiting?: Wait;
  /** Effects of the last transition that have not been seen done yet; a later chase finishes them. */
  readonly pending: readonly Effect[];
  /** When `chase` looks at it next; absent when nothing is to come. */
  readonly nextActionAt?: string;
  /** Counts writes; every write is on the condition that it has not moved. */
  readonly version: number;
};

/** Something that happened to a collaboration. Each is kept as a timeline item. */
export type CollaborationEvent =
  | {
      readonly kind: 'message-sent';
      readonly purpose: MessagePurpose;
      readonly number: number;
      readonly subject: string;
    }
  | { readonly kind: 'accepted'; readonly terms: Terms; readonly via: 'page' | 'mail' | 'person' }
  | { readonly kind: 'declined'; readonly because: string; readonly via: 'page' | 'mail' | 'person' }
  | { readonly kind: 'asked'; readonly about: string; readonly ask?: Money; readonly via: 'page' | 'mail' }
  | { readonly kind: 'offered'; readonly terms: Terms; readonly because: string }
  | { readonly kind: 'call-booked'; readonly from: string; readonly to: string }
  | { readonly kind: 'postponed'; readonly until: string; readonly because: string }
  | { readonly kind: 'held'; readonly because: string; readonly quote?: string }
  | { readonly kind: 'handed-back'; readonly by: string }
  | { readonly kind: 'opted-out'; readonly via: 'one-click' | 'page' | 'mail' | 'complaint' }
  | { readonly kind: 'bounced'; readonly hard: boolean; readonly because: string }
  | { readonly kind: 'gave-up'; readonly because: string }
  | {
      readonly kind: 'brief-sent';
      readonly link: { readonly code: string; readonly url: string };
      readonly coupon?: string;
    }
  | { readonly kind: 'brief-confirmed'; readonly via: 'page' | 'mail' | 'person' }
  | { readonly kind: 'post-found'; readonly url: string; readonly via: 'page' | 'mail' | 'platform' | 'person' }
  | { readonly kind: 'post-verified'; readonly post: VerifiedPost }
  | { readonly kind: 'post-refused'; readonly because: string }
  | { readonly kind: 'excluded'; readonly because: string }
  | { readonly kind: 'withdrawn'; readonly because: string }
  | { readonly kind: 'settled'; readonly payout: Money };

/** What the world must be told after a transition. Written with the transition, so that a crash loses none. */
export type Effect =
  | {
      readonly kind: 'record';
      readonly event: CollaborationEvent;
      readonly at: string;
      readonly from: CollaborationStatus;
      readonly version: number;
    }
  | { readonly kind: 'suppress'; readonly because: 'unsubscribe' | 'bounce' | 'complaint' }
  | { readonly kind: 'release-budget' }
  | { readonly kind: 'complete-wait'; readonly taskToken: string; readonly status: CollaborationStatus }
  | { readonly kind: 'ask-person'; readonly because: string; readonly at: string; readonly quote?: string };

export type Decision =
  | { readonly kind: 'move'; readonly next: Collaboration; readonly effects: readonly Effect[] }
  /** The event changes nothing here (said twice, too late); still recorded. */
  | { readonly kind: 'keep'; readonly because: string };

/** What `event` makes of `collaboration`. Pure: the same three arguments give the same answer. */
export function decide(collaboration: Collaboration, event: CollaborationEvent, at: string): Decision {
  const change = changeOf(collaboration, event, at);
  if ('refused' in change) return { kind: 'keep', because: change.refused };
  const next = { ...collaboration, ...change.set } as Collaboration;
  for (const field of change.clear ?? []) delete (next as Partial<Record<keyof Collaboration, unknown>>)[field];
  const left = collaboration.waiting !== undefined && isOver(collaboration.waiting, next);
  const { status: from, version } = collaboration;
  const effects: Effect[] = [{ kind: 'record', event, at, from, version }, ...(change.effects ?? [])];
  if (isLost(next.status) && !isLost(collaboration.status)) effects.push({ kind: 'release-budget' });
  if (left && collaboration.waiting)
    effects.push({ kind: 'complete-wait', taskToken: collaboration.waiting.taskToken, status: next.status });
  return { kind: 'move', next: withoutStale(next, left), effects };
}

type Change =
  | {
      readonly set: Partial<Collaboration> & Partial<Progress>;
      readonly clear?: readonly (keyof Collaboration)[];
      readonly effects?: readonly Effect[];
    }
  | { readonly refused: string };

function changeOf(collaboration: Collaboration, event: CollaborationEvent, at: string): Change {
  const { status } = collaboration;
  const terms = 'terms' in collaboration ? collaboration.terms : undefined;
  const onlyIn = (allowed: readonly CollaborationStatus[], change: Change): Change =>
    allowed.includes(status) ? change : { refused: `${event.kind} means nothing while ${status}` };
  const lose = (to: LostStatus, because: string, effects: readonly Effect[] = []): Change =>
    isOpen(status)
      ? { set: { status: to, since: at, because }, effects }
      : effects.length > 0
        ? { set: {}, effects }
        : { refused: `already ${status}` };
  const agreed = terms !== undefined && isOpen(status);
  // An agreement stands although its mails stop: a person finds another way to talk.
  const mailsStop = (because: string, suppress: Effect): Change => ({
    set: { heldForPerson: because },
    effects: [suppress, { kind: 'ask-person', because, at }],
  });

  switch (event.kind) {
    case 'message-sent': {
      const { purpose, number } = event;
      if (collaboration.sent.some(message => message.purpose === purpose && message.number === number))
        return { refused: `${purpose} ${number} is counted already, while ${status}` };
      const sent = [...collaboration.sent, { purpose, number, at }];
      return status === 'shortlisted' && event.purpose === 'invitation'
        ? { set: { status: 'invited', since: at, sent } }
        : { set: { sent } };
    }
    case 'accepted':
      return onlyIn(['shortlisted', 'invited', 'negotiating'], {
        set: { status: 'accepted', since: at, terms: event.terms, offer: event.terms },
      });
    case 'declined':
      return lose('declined', event.because);
    case 'asked':
      return onlyIn(['shortlisted', 'invited', 'negotiating', 'accepted', 'briefed', 'confirmed'], {
        set:
          status === 'shortlisted' || status === 'invited' || status === 'negotiating'
            ? { status: 'negotiating', since: at, about: event.about, ...(event.ask && { ask: event.ask }) }
            : {},
      });
    case 'offered':
      return onlyIn(['invited', 'negotiating'], { set: { offer: event.terms } });
    case 'call-booked':
      return isOpen(status)
        ? {
            set: { call: { from: event.from, to: event.to } },
            effects: [{ kind: 'ask-person', because: `they booked a call: ${event.from} to ${event.to}`, at }],
          }
        : { refused: `already ${status}` };
    case 'postponed':
      return isOpen(status) ? { set: { quietUntil: event.until } } : { refused: `already ${status}` };
    case 'held':
      // Who writes after the end still deserves a person; there is nothing left to hold.
      return {
        set: isOpen(status) ? { heldForPerson: event.because } : {},
        effects: [{ kind: 'ask-person', because: event.because, at, ...(event.quote && { quote: event.quote }) }],
      };
    case 'handed-back':
      return { set: {}, clear: ['heldForPerson'] };
    case 'opted-out': {
      const because = `asked not to be written to (${event.via})`;
      const suppress: Effect = { kind: 'suppress', because: event.via === 'complaint' ? 'complaint' : 'unsubscribe' };
      return agreed ? mailsStop(because, suppress) : lose('declined', because, [suppress]);
    }
    case 'bounced':
      if (!event.hard) return { set: {} };
      return agreed
        ? mailsStop(`mail to them bounces: ${event.because}`, { kind: 'suppress', because: 'bounce' })
        : lose('unreachable', event.because, [{ kind: 'suppress', because: 'bounce' }]);
    case 'gave-up':
      return lose('unresponsive', event.because);
    case 'brief-sent':
      return onlyIn(['accepted'], {
        set: {
          status: 'briefed',
          since: at,
          ...(terms && { terms }),
          link: event.link,
          ...(event.coupon && { coupon: event.coupon }),
        },
      });
    case 'brief-confirmed':
      return onlyIn(['briefed'], { set: { status: 'confirmed', since: at, ...(terms && { terms }) } });
    case 'post-found':
      // A post says more than a click on "confirm": who published has understood the brief.
      return onlyIn(['briefed', 'confirmed'], {
        set: { status: 'published', since: at, ...(terms && { terms }), postUrl: event.url },
      });
    case 'post-verified':
      return onlyIn(['published'], {
        set: { status: 'verified', since: at, ...(terms && { terms }), post: event.post },
      });
    case 'post-refused':
      return onlyIn(['published'], {
        set: { status: 'confirmed', since: at, ...(terms && { terms }), heldForPerson: event.because },
        effects: [{ kind: 'ask-person', because: event.because, at }],
      });
    case 'excluded':
      return lose('excluded', event.because);
    case 'withdrawn':
      return lose('withdrawn', event.because);
    case 'settled':
      return onlyIn(['verified'], { set: { status: 'settled', since: at, payout: event.payout } });
  }
}

/** Facts of an earlier standing must not linger in the next one. */
function withoutStale(collaboration: Collaboration, waitIsOver: boolean): Collaboration {
  const rest: Record<string, unknown> = { ...collaboration };
  const keeps = {
    terms: ['accepted', 'briefed', 'confirmed', 'published', 'verified', 'settled'],
    postUrl: ['published'],
    post: ['verified', 'settled'],
    about: ['negotiating'],
    ask: ['negotiating'],
    because: lostStatuses as readonly string[],
  };
  for (const [field, statuses] of Object.entries(keeps))
    if (!statuses.includes(collaboration.status)) delete rest[field];
  if (waitIsOver) delete rest.waiting;
  if (!isOpen(collaboration.status)) delete rest.heldForPerson;
  return rest as unknown as Collaboration;
}
