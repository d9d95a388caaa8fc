import type { Contact, ProfileRef } from './influencer.ts';
import type { MessagePurpose } from './message.ts';
import type { Money } from './money.ts';
import type { Variant } from './outreach/experiment.ts';
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

/** Ends that a person may take back. */
export const reopenableStatuses = ['unresponsive', 'declined'] as const satisfies readonly LostStatus[];

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
  /** A person has said that it is as agreed. */
  readonly vouched?: { readonly by: string; readonly note: string };
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
  /** Which of the two ways to write the invitation this was. */
  readonly variant?: Variant;
}

/** An attention item that was raised. That of a call stands until the call is moved or off. */
export interface OpenItem {
  readonly id: string;
  readonly isCall?: true;
  /** It is past when a draft comes. */
  readonly isDraft?: true;
}

/** What we want to see before they publish, where the campaign does. */
export interface Draft {
  readonly state: 'asked' | 'handed-in' | 'changes-asked' | 'approved';
  readonly since: string;
  /** By when they hand in. */
  readonly dueAt: string;
  /** 1, and one more each time we asked for changes. */
  readonly round: number;
  /** What they handed in last. */
  readonly link?: string;
  readonly text?: string;
  /** What a person wrote to them about it last. */
  readonly words?: string;
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
  { status, heldForPerson, erasedAt }: Pick<Collaboration, 'status' | 'heldForPerson' | 'erasedAt'>,
): boolean =>
  erasedAt !== undefined || !whileIn.includes(status) || (untilFree === true && heldForPerson === undefined);

/** What a workflow step that waited is told: who was erased does not come back, however they were lost. */
export const toldStatus = ({ status, erasedAt }: Pick<Collaboration, 'status' | 'erasedAt'>): CollaborationStatus =>
  erasedAt === undefined ? status : 'withdrawn';

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
  /** When they first accepted or asked for something: the success of an invitation. */
  readonly interestedAt?: string;
  /** Reminders that a person left out, each at the time at which it would have gone out. */
  readonly skipped?: readonly SentMessage[];
  /** No automatic message before this time: they are away, or said "write me next week". */
  readonly quietUntil?: string;
  /** A person has put it off; chase does nothing before that time. */
  readonly snooze?: { readonly until: string; readonly because: string };
  /** Set while a person must decide; no automatic message goes out. */
  readonly heldForPerson?: string;
  /** Who has taken it over: no automatic message goes out until they hand it back. */
  readonly owner?: string;
  /** We asked for past work and numbers and have no answer yet. */
  readonly dataRequest?: { readonly askedAt: string; readonly note?: string };
  readonly draft?: Draft;
  /** Attention items that nobody has decided yet. */
  readonly openItems?: readonly OpenItem[];
  readonly waiting?: Wait;
  /** Since when nothing in it says any more who it was with. */
  readonly erasedAt?: string;
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
      readonly variant?: Variant;
    }
  | { readonly kind: 'accepted'; readonly terms: Terms; readonly via: 'page' | 'mail' | 'person' }
  | { readonly kind: 'declined'; readonly because: string; readonly via: 'page' | 'mail' | 'person' }
  | { readonly kind: 'asked'; readonly about: string; readonly ask?: Money; readonly via: 'page' | 'mail' }
  | { readonly kind: 'offered'; readonly terms: Terms; readonly because: string }
  | { readonly kind: 'call-booked'; readonly from: string; readonly to: string }
  | { readonly kind: 'call-off'; readonly because: string; readonly by: 'them' | 'us' }
  /** Their calendar answered our invitation; `otherTime` is what they propose instead. */
  | {
      readonly kind: 'call-answered';
      readonly answer: 'accepted' | 'declined' | 'tentative' | 'other-time';
      readonly otherTime?: { readonly from: string; readonly to: string };
      readonly comment?: string;
    }
  | { readonly kind: 'postponed'; readonly until: string; readonly because: string }
  | { readonly kind: 'held'; readonly because: string; readonly quote?: string; readonly about?: 'draft' }
  | { readonly kind: 'handed-back'; readonly by: string }
  /** A person has decided on what waited for one; what they decided is an event of its own. */
  | { readonly kind: 'decided'; readonly by: string; readonly what: string }
  | { readonly kind: 'taken-over'; readonly by: string; readonly because?: string }
  | { readonly kind: 'snoozed'; readonly until: string; readonly because: string; readonly by: string }
  | {
      readonly kind: 'skipped';
      readonly purpose: MessagePurpose;
      readonly number: number;
      readonly dueAt: string;
      readonly by: string;
    }
  | { readonly kind: 'reopened'; readonly because: string; readonly by: string }
  | { readonly kind: 'data-asked'; readonly by: string; readonly note?: string }
  | {
      readonly kind: 'opted-out';
      readonly via: 'one-click' | 'page' | 'mail' | 'complaint';
      readonly wantsErasure?: true;
    }
  | { readonly kind: 'bounced'; readonly hard: boolean; readonly because: string }
  | { readonly kind: 'gave-up'; readonly because: string }
  | {
      readonly kind: 'brief-sent';
      readonly link: { readonly code: string; readonly url: string };
      readonly coupon?: string;
    }
  /** `draftDueAt`: until then we want to see a draft. */
  | { readonly kind: 'brief-confirmed'; readonly via: 'page' | 'mail' | 'person'; readonly draftDueAt?: string }
  | {
      readonly kind: 'draft-handed-in';
      readonly link?: string;
      readonly text?: string;
      readonly via: 'page' | 'mail';
    }
  | { readonly kind: 'draft-changes-asked'; readonly words: string; readonly dueAt: string; readonly by: string }
  | { readonly kind: 'draft-approved'; readonly words?: string; readonly by: string }
  | { readonly kind: 'post-found'; readonly url: string; readonly via: 'page' | 'mail' | 'platform' | 'person' }
  | { readonly kind: 'post-verified'; readonly post: VerifiedPost }
  | { readonly kind: 'post-refused'; readonly because: string; readonly by?: string }
  | { readonly kind: 'excluded'; readonly because: string }
  /** `tellThem`: they had agreed, and hear it from a person. */
  | { readonly kind: 'withdrawn'; readonly because: string; readonly tellThem?: true }
  | { readonly kind: 'settled'; readonly payout: Money }
  /** They asked for it: what names them is taken out, what is open ends. */
  | { readonly kind: 'erased' };

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
  | { readonly kind: 'resolve-attention'; readonly ids: readonly string[]; readonly at: string }
  | { readonly kind: 'ask-person'; readonly because: string; readonly at: string; readonly quote?: string };
