import type { Decision } from '#shared/contracts/decisions.ts';
import { isOver } from '#shared/domain/campaign.ts';
import type { Collaboration, CollaborationEvent, VerifiedPost } from '#shared/domain/collaboration.ts';
import { nextStep } from '#shared/domain/outreach/next-step.ts';
import { startOfDay } from '#shared/domain/time.ts';
import { Fault } from '#shared/errors.ts';
import { cadenceRules } from '#shared/operations/cadence-rules.ts';
import { draftDueAt } from '#shared/operations/draft-due.ts';
import { inMinor, termsFor } from '#shared/operations/spec-terms.ts';
import type { Campaign } from '#shared/ports/campaigns.ts';

/** What the decision makes happen; an answer changes nothing by itself, and an erasure is more than one event. */
export function eventOf(
  decision: Decision,
  campaign: Campaign,
  collaboration: Collaboration,
  by: string,
  at: string,
): CollaborationEvent | undefined {
  const { spec, budget } = campaign;
  const terms = (fee: number) => termsFor(spec, inMinor(fee, budget.currency));
  switch (decision.decision) {
    case 'answer':
    case 'erase':
      return undefined;
    case 'accept':
      return { kind: 'accepted', terms: terms(decision.fee), via: 'person' };
    case 'offer':
      return { kind: 'offered', terms: terms(decision.fee), because: 'a person' };
    case 'ask-data':
      return { kind: 'data-asked', by, ...(decision.note !== undefined && { note: decision.note }) };
    case 'approve-draft':
      return { kind: 'draft-approved', by, ...(decision.message && { words: decision.message }) };
    case 'ask-changes':
      return { kind: 'draft-changes-asked', by, words: decision.message, dueAt: draftDueAt(spec, at) ?? at };
    case 'post':
      return { kind: 'post-found', url: decision.url, via: 'person' };
    case 'verify':
      return { kind: 'post-verified', post: vouchedPost(collaboration, by, decision.note, at) };
    case 'reject':
      // Who has no time left to post again is not paid for this one.
      return isOver(campaign, at)
        ? { kind: 'withdrawn', because: `the post was not as agreed: ${decision.because}` }
        : { kind: 'post-refused', because: decision.because, by };
    case 'reopen':
      return { kind: 'reopened', because: decision.because, by };
    case 'snooze':
      return { kind: 'snoozed', until: instantOf(decision.until, campaign, at), because: decision.because, by };
    case 'skip':
      return skipOf(campaign, collaboration, by, at);
    case 'take-over': {
      const { who = by, because } = decision;
      return { kind: 'taken-over', by: who, ...(because !== undefined && { because }) };
    }
    case 'hand-back':
      return { kind: 'handed-back', by };
    case 'withdraw':
      return { kind: 'withdrawn', because: decision.because };
  }
}

/** As far as a person can say it: what no platform showed us is not made up. */
function vouchedPost(collaboration: Collaboration, by: string, note: string, at: string): VerifiedPost {
  return {
    url: 'postUrl' in collaboration ? collaboration.postUrl : '',
    publishedAt: collaboration.since,
    checkedAt: at,
    disclosure: { found: false, problems: ['a person looked at it instead of us'] },
    mentionsLinkOrCoupon: false,
    vouched: { by, note },
  };
}

function instantOf(until: string, { spec, endsAt }: Campaign, at: string): string {
  const instant = until.length === 10 ? startOfDay(until, spec.period.timeZone) : new Date(until).toISOString();
  const refuse = (detail: string): never => {
    throw new Fault('invalid-request', 'It can not be snoozed until then.', {
      fields: [{ pointer: '/until', detail }],
    });
  };
  if (instant <= at) refuse('must be in the future');
  if (instant >= endsAt) refuse(`must be before the campaign ends (${endsAt.slice(0, 10)})`);
  return instant;
}

function skipOf(campaign: Campaign, collaboration: Collaboration, by: string, at: string): CollaborationEvent {
  const step = nextStep(collaboration, cadenceRules(campaign.spec), at);
  if (!step.reminder || step.at === undefined)
    throw new Fault('conflict', `There is no reminder to leave out; next is: ${step.what}.`);
  return { kind: 'skipped', ...step.reminder, dueAt: step.at, by };
}
