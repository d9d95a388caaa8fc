import type { Decision } from '#shared/contracts/decisions.ts';
import { isOver, remainingBudget } from '#shared/domain/campaign.ts';
import type { Collaboration, CollaborationEvent } from '#shared/domain/collaboration.ts';
import { decide } from '#shared/domain/lifecycle/decide.ts';
import { formatMoney } from '#shared/domain/money.ts';
import { Fault } from '#shared/errors.ts';
import type { DeliverDeps } from '#shared/operations/deliver.ts';
import type { Campaign } from '#shared/ports/campaigns.ts';
import { refuseUnwritable } from './write-answer.ts';

/** Says why before anything is done, so that nothing half-done is left behind. */
export async function refuseImpossible(
  deps: DeliverDeps,
  campaign: Campaign,
  collaboration: Collaboration,
  decision: Decision,
  event: CollaborationEvent | undefined,
  at: string,
): Promise<void> {
  refuseErased(collaboration);
  const verdict = event && decide(collaboration, event, at);
  if (verdict?.kind === 'keep') throw new Fault('conflict', `That changes nothing: ${verdict.because}.`);
  if (event?.kind === 'accepted') refuseOverBudget(campaign, collaboration, event.terms.fee.minor);
  if (decision.decision === 'reopen') refuseReopening(campaign, collaboration, at);
  if (writes(decision)) await refuseUnwritable(deps, campaign, collaboration);
}

function refuseErased({ erasedAt }: Collaboration): void {
  if (erasedAt === undefined) return;
  throw new Fault(
    'conflict',
    `They were erased on ${erasedAt.slice(0, 10)}: nothing can be decided about them any more.`,
  );
}

const writes = (decision: Decision): boolean =>
  decision.decision === 'answer' ||
  decision.decision === 'offer' ||
  decision.decision === 'ask-data' ||
  decision.decision === 'ask-changes' ||
  // Who asked not to be written to is not talked to again by other means of ours.
  decision.decision === 'reopen' ||
  (decision.decision === 'reject' && Boolean(decision.message));

function refuseOverBudget({ budget, commitments }: Campaign, { influencerId }: Collaboration, fee: number): void {
  const left = remainingBudget(budget, commitments);
  if (fee > left.minor + (commitments.byInfluencer[influencerId] ?? 0))
    throw new Fault('budget-exhausted', `The budget has ${formatMoney(left)} left.`);
}

/** Its execution waits for this until the campaign ends (ADR 19); without one nobody would carry it on. */
function refuseReopening(campaign: Campaign, collaboration: Collaboration, at: string): void {
  if (isOver(campaign, at) || campaign.status !== 'running')
    throw new Fault('conflict', 'The campaign does not run any more; nothing can be agreed in it.');
  if (!collaboration.waiting)
    throw new Fault('conflict', 'Its workflow is not ready for that. If it ended a moment ago, try again in a minute.');
  refuseOverBudget(campaign, collaboration, collaboration.offer.fee.minor);
}
