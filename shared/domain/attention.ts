import type { Collaboration } from './collaboration.ts';
import { isAwaited } from './outreach/draft.ts';

/** Something that no rule may decide: a person sees it in the console, the API and the report. */
export interface AttentionItem {
  readonly campaignId: string;
  readonly id: string;
  readonly raisedAt: string;
  readonly influencerId?: string;
  readonly name?: string;
  /** What happened, in one sentence. */
  readonly because: string;
  /** What they wrote, where a message is the reason. */
  readonly quote?: string;
  /** What a person can do about it. */
  readonly options: readonly string[];
  readonly resolvedAt?: string;
  /** Who said that it is done, and what they noted. */
  readonly resolvedBy?: string;
  readonly note?: string;
}

/** One item per collaboration and instant: the same effect carried out twice is one item. */
export const attentionId = (influencerId: string, at: string): string => `${at}-${influencerId}`;

/** Everything that a person can decide about a collaboration; the API, the command line and the console use these names. */
export const decisionKinds = [
  'answer',
  'offer',
  'accept',
  'ask-data',
  'approve-draft',
  'ask-changes',
  'post',
  'verify',
  'reject',
  'reopen',
  'snooze',
  'skip',
  'take-over',
  'hand-back',
  'withdraw',
  'erase',
] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** Chase has nothing to do in the others. */
const chased: readonly DecisionKind[] = ['snooze', 'skip', 'take-over', 'hand-back'];

/** What a person can decide in each standing, the likeliest first. Whom nobody knows any more, nothing is decided about. */
export const decisionsIn = (
  collaboration: Pick<Collaboration, 'status' | 'draft' | 'erasedAt'>,
): readonly DecisionKind[] => (collaboration.erasedAt === undefined ? [...ordinary(collaboration), 'erase'] : []);

function ordinary({ status, draft }: Pick<Collaboration, 'status' | 'draft'>): readonly DecisionKind[] {
  switch (status) {
    case 'shortlisted':
      return ['answer', 'accept', ...chased, 'withdraw'];
    case 'invited':
    case 'negotiating':
      return ['answer', 'offer', 'accept', 'ask-data', ...chased, 'withdraw'];
    case 'accepted':
      return ['answer', ...chased, 'withdraw'];
    case 'briefed':
      return ['answer', 'post', ...chased, 'withdraw'];
    case 'confirmed': {
      const aboutDraft: DecisionKind[] = isAwaited(draft) ? ['approve-draft', 'ask-changes'] : [];
      return draft?.state === 'handed-in'
        ? [...aboutDraft, 'answer', 'post', ...chased, 'withdraw']
        : ['answer', 'post', ...aboutDraft, ...chased, 'withdraw'];
    }
    case 'published':
      return ['answer', 'verify', 'reject', 'take-over', 'hand-back', 'withdraw'];
    case 'verified':
      return ['answer', ...chased, 'withdraw'];
    case 'unresponsive':
    case 'declined':
      return ['reopen', 'answer'];
    default:
      return ['answer'];
  }
}
