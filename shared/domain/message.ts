/** Why a message is written. With its number it names one message of a thread, which is sent at most once. */
export const messagePurposes = [
  'invitation',
  'follow-up',
  'data-request',
  'answer',
  'brief',
  'brief-reminder',
  'draft-reminder',
  'draft-answer',
  'post-reminder',
  'thanks',
] as const;
export type MessagePurpose = (typeof messagePurposes)[number];

/** Mails to stakeholders; claimed and sent once like the others, in a thread of the stakeholder's own. */
export const noticePurposes = [
  'approval-request',
  'kick-off-report',
  'progress-report',
  'final-report',
  'campaign-notice',
] as const;
export type NoticePurpose = (typeof noticePurposes)[number];

/** How a person, or their machine, answered; decided from the new text of a reply only. */
export type Intent =
  | 'yes'
  | 'no'
  | 'question'
  | 'asks-money'
  | 'wants-call'
  | 'later'
  | 'wrong-person'
  | 'unsubscribe'
  | 'post-link'
  | 'unclear';

/** What a reply was understood to say. */
export interface Understanding {
  readonly intent: Intent;
  /** 0 to 1. Below the caller's bar a person decides. */
  readonly confidence: number;
  /** The sentence that decided it. */
  readonly evidence: string;
  /** Every further intent that was heard; more than one strong one goes to a person. */
  readonly also: readonly Intent[];
  /** Words that want a person: anger, lawyers, press. */
  readonly sensitive: readonly string[];
  /** What they ask: minor units where the currency is known, else as written. */
  readonly ask?: {
    readonly amount: number;
    readonly upTo?: number;
    readonly currency?: string;
    /** They named no currency; this is the one we assumed. */
    readonly currencyAssumed?: boolean;
    /** For one of these: reel, story, video … */
    readonly per?: string;
    readonly withProduct?: boolean;
  };
  /** When they want to hear from us again (ISO date). */
  readonly until?: string;
  readonly links: readonly string[];
  readonly phones: readonly string[];
  /** Times they offer for a call, as written. */
  readonly times: readonly string[];
}

/** What kind of mail came in. Only `human` may ever change what we think the influencer wants. */
export type InboundKind =
  | { readonly kind: 'human' }
  | { readonly kind: 'automatic-reply'; readonly backOn?: string }
  | {
      readonly kind: 'bounce';
      readonly hard: boolean;
      readonly recipient?: string;
      readonly status?: string;
      readonly reason: string;
    }
  | { readonly kind: 'complaint'; readonly recipient?: string }
  | { readonly kind: 'challenge' }
  | ({ readonly kind: 'calendar-answer' } & CalendarAnswer)
  | { readonly kind: 'empty' };

/** What their calendar answers to an invitation of ours. */
export interface CalendarAnswer {
  readonly uid: string;
  readonly answer: 'accepted' | 'declined' | 'tentative' | 'other-time';
  /** Written beside the button. */
  readonly comment?: string;
  /** The time that they propose instead. */
  readonly from?: string;
  readonly to?: string;
}

/** A mail that came in, read safely. */
export interface InboundMail {
  readonly messageId?: string;
  readonly from?: { readonly address: string; readonly name?: string };
  readonly to: readonly string[];
  readonly subject: string;
  readonly sentAt?: string;
  readonly inReplyTo: readonly string[];
  readonly references: readonly string[];
  /** The whole plain text (from HTML where there is no text part). */
  readonly text: string;
  /** What they newly wrote: without quotes, signature and disclaimers. */
  readonly newText: string;
  readonly kind: InboundKind;
  readonly attachments: readonly { readonly name: string; readonly type: string }[];
}
