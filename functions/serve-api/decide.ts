import type { Decision } from '#shared/contracts/decisions.ts';
import { routes } from '#shared/contracts/http.ts';
import type { Collaboration, CollaborationEvent } from '#shared/domain/collaboration.ts';
import type { MessagePurpose } from '#shared/domain/message.ts';
import { Fault } from '#shared/errors.ts';
import type { RouteHandler } from '#shared/lambda/http.ts';
import { jsonBody } from '#shared/lambda/json-body.ts';
import { acceptTerms } from '#shared/operations/accept.ts';
import { advance } from '#shared/operations/advance.ts';
import { callOff } from '#shared/operations/call-mail.ts';
import { type DeliverDeps, deliver } from '#shared/operations/deliver.ts';
import { type AskDeps, askErasure } from '#shared/operations/erasure/ask-erasure.ts';
import type { ResultDeps } from '#shared/operations/results.ts';
import { settleOne } from '#shared/operations/settle-one.ts';
import type { Campaign } from '#shared/ports/campaigns.ts';
import { eventOf } from './decision-event.ts';
import { refuseImpossible } from './refuse-decision.ts';
import { collaborationView } from './views.ts';
import { writeAnswer } from './write-answer.ts';

type Deps = DeliverDeps & ResultDeps & AskDeps;

/** What a person decides about a collaboration: what waited for them is done with it. */
export const decideCollaboration =
  (deps: Deps): RouteHandler =>
  async ({ params: { campaignId = '', influencerId = '' }, rawBody, caller, at }) => {
    const decision = jsonBody(routes.decideCollaboration.body, rawBody, 'The decision');
    const collaboration = await deps.collaborations.get(campaignId, influencerId);
    const campaign = await deps.campaigns.get(campaignId);
    const by = caller?.tokenId ?? 'a person';
    const event = eventOf(decision, campaign, collaboration, by, at);
    await refuseImpossible(deps, campaign, collaboration, decision, event, at);

    if (event?.kind === 'withdrawn')
      await callOff(deps, campaign, collaboration, { because: event.because, by: 'us' }, at);
    const after = event ? await carryOut(deps, collaboration, event, at) : collaboration;
    await follow(deps, campaign, after, decision, by, at);
    if (!leavesOpen.includes(decision.decision)) await isDecided(deps, after, decision.decision, by, at);
    const now = await deps.collaborations.get(campaignId, influencerId);
    return { status: 200, json: collaborationView(await deps.campaigns.get(campaignId), now, at) };
  };

/** What waits for a person still does after these. */
const leavesOpen: readonly Decision['decision'][] = ['skip', 'take-over'];

async function carryOut(
  deps: Deps,
  collaboration: Collaboration,
  event: CollaborationEvent,
  at: string,
): Promise<Collaboration> {
  const { campaignId, influencerId } = collaboration;
  if (event.kind !== 'accepted') return advance(deps)(campaignId, influencerId, event, at);
  const after = await acceptTerms(deps)(collaboration, event.terms, event.via, at);
  if ('terms' in after) return after;
  throw new Fault('conflict', `It could not be accepted: ${after.heldForPerson ?? `it is ${after.status}`}.`);
}

/** What goes out, or is worked out, because of the decision. */
async function follow(
  deps: Deps,
  campaign: Campaign,
  collaboration: Collaboration,
  decision: Decision,
  by: string,
  at: string,
): Promise<void> {
  switch (decision.decision) {
    case 'answer':
      return writeAnswer(deps, campaign, collaboration, decision.message, false, at);
    case 'offer':
      return writeAnswer(deps, campaign, collaboration, decision.message ?? '', true, at);
    case 'reject':
      if (decision.message) await writeAnswer(deps, campaign, collaboration, decision.message, false, at);
      return;
    case 'ask-data':
      return sendNow(deps, campaign, collaboration, 'data-request', at);
    case 'approve-draft':
    case 'ask-changes':
      return sendNow(deps, campaign, collaboration, 'draft-answer', at);
    case 'verify':
      return settleOne(deps)(campaign, collaboration, at);
    case 'erase':
      await askErasure(deps)({ influencerId: collaboration.influencerId }, by, at);
      return;
    default:
      return;
  }
}

/** A person has it sent, as if they had answered a mail: no window and no cap. What holds it back, chase sends. */
async function sendNow(
  deps: Deps,
  campaign: Campaign,
  collaboration: Collaboration,
  purpose: MessagePurpose,
  at: string,
): Promise<void> {
  const { sent, skipped = [] } = collaboration;
  const number = [...sent, ...skipped].filter(message => message.purpose === purpose).length + 1;
  await deliver(deps)(campaign, collaboration, { purpose, number, isAnswer: true, byPerson: true }, at);
}

/** Also what no collaboration remembers: items of before, and such as were raised beside it. */
async function isDecided(
  deps: Deps,
  { campaignId, influencerId, heldForPerson, openItems }: Collaboration,
  what: string,
  by: string,
  at: string,
): Promise<void> {
  if (heldForPerson !== undefined || openItems)
    await advance(deps)(campaignId, influencerId, { kind: 'decided', what, by }, at);
  const items = (await deps.attention.open(campaignId)).filter(item => item.influencerId === influencerId);
  await deps.attention.resolve(
    campaignId,
    items.map(({ id }) => id),
    { at, by },
  );
}
