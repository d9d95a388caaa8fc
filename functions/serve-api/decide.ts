import type { Decision } from '#shared/contracts/http.ts';
import { routes } from '#shared/contracts/http.ts';
import { remainingBudget } from '#shared/domain/campaign.ts';
import { type Collaboration, type CollaborationEvent, decide } from '#shared/domain/collaboration.ts';
import { formatMoney } from '#shared/domain/money.ts';
import { Fault } from '#shared/errors.ts';
import type { RouteHandler } from '#shared/lambda/http.ts';
import { acceptTerms } from '#shared/operations/accept.ts';
import { advance } from '#shared/operations/advance.ts';
import type { DeliverDeps } from '#shared/operations/deliver.ts';
import { inMinor, termsFor } from '#shared/operations/spec-terms.ts';
import type { Campaign } from '#shared/ports/campaigns.ts';
import { jsonBody } from './body.ts';
import { collaborationView } from './views.ts';
import { refuseUnwritable, writeAnswer } from './write-answer.ts';

/** What a person decides about a collaboration. Deciding takes it out of the person's hands again. */
export const decideCollaboration =
  (deps: DeliverDeps): RouteHandler =>
  async ({ params: { campaignId = '', influencerId = '' }, rawBody, caller, at }) => {
    const decision = jsonBody(routes.decideCollaboration.body, rawBody, 'The decision');
    const collaboration = await deps.collaborations.get(campaignId, influencerId);
    const campaign = await deps.campaigns.get(campaignId);
    const event = eventOf(decision, campaign);
    await refuseImpossible(deps, campaign, collaboration, decision, event, at);

    const by = caller?.tokenId ?? 'a person';
    const free = await advance(deps)(campaignId, influencerId, { kind: 'handed-back', by }, at);
    const after = await carryOut(deps, free, event, at);
    if (decision.decision === 'answer') await writeAnswer(deps, campaign, after, decision.message, false, at);
    if (decision.decision === 'offer') await writeAnswer(deps, campaign, after, decision.message ?? '', true, at);
    await deps.attention.resolve(campaignId, influencerId, at);
    return { status: 200, json: collaborationView(await deps.collaborations.get(campaignId, influencerId)) };
  };

/** What the decision makes happen; an answer and a hand-back change nothing by themselves. */
function eventOf(decision: Decision, { spec, budget }: Campaign): CollaborationEvent | undefined {
  const terms = (fee: number) => termsFor(spec, inMinor(fee, budget.currency));
  switch (decision.decision) {
    case 'accept':
      return { kind: 'accepted', terms: terms(decision.fee), via: 'person' };
    case 'offer':
      return { kind: 'offered', terms: terms(decision.fee), because: 'a person' };
    case 'withdraw':
      return { kind: 'withdrawn', because: decision.because };
    case 'post':
      return { kind: 'post-found', url: decision.url, via: 'person' };
    default:
      return undefined;
  }
}

/** Says why before anything is done, so that nothing half-done is left behind. */
async function refuseImpossible(
  deps: DeliverDeps,
  campaign: Campaign,
  collaboration: Collaboration,
  { decision }: Decision,
  event: CollaborationEvent | undefined,
  at: string,
): Promise<void> {
  const verdict = event && decide(collaboration, event, at);
  if (verdict?.kind === 'keep') throw new Fault('conflict', `That changes nothing: ${verdict.because}.`);
  if (event?.kind === 'accepted') refuseOverBudget(campaign, collaboration, event.terms.fee.minor);
  if (decision === 'answer' || decision === 'offer') await refuseUnwritable(deps, campaign, collaboration);
}

function refuseOverBudget({ budget, commitments }: Campaign, { influencerId }: Collaboration, fee: number): void {
  const left = remainingBudget(budget, commitments);
  if (fee > left.minor + (commitments.byInfluencer[influencerId] ?? 0))
    throw new Fault('budget-exhausted', `The budget has ${formatMoney(left)} left.`);
}

async function carryOut(
  deps: DeliverDeps,
  collaboration: Collaboration,
  event: CollaborationEvent | undefined,
  at: string,
): Promise<Collaboration> {
  if (!event) return collaboration;
  const { campaignId, influencerId } = collaboration;
  if (event.kind !== 'accepted') return advance(deps)(campaignId, influencerId, event, at);
  const after = await acceptTerms(deps)(collaboration, event.terms, event.via, at);
  if ('terms' in after) return after;
  throw new Fault('conflict', `It could not be accepted: ${after.heldForPerson ?? `it is ${after.status}`}.`);
}
