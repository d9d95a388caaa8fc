import type { Decision } from '#shared/contracts/http.ts';
import { routes } from '#shared/contracts/http.ts';
import type { Collaboration } from '#shared/domain/collaboration.ts';
import { Fault } from '#shared/errors.ts';
import type { RouteHandler } from '#shared/lambda/http.ts';
import { parsed } from '#shared/lambda/problem.ts';
import { acceptTerms } from '#shared/operations/accept.ts';
import { advance } from '#shared/operations/advance.ts';
import { type DeliverDeps, deliver } from '#shared/operations/deliver.ts';
import { threadOf } from '#shared/operations/send-message.ts';
import { inMinor, termsFor } from '#shared/operations/spec-terms.ts';
import { jsonBody } from './body.ts';
import { collaborationView, timelineView } from './views.ts';

export const listCollaborations =
  ({ campaigns, collaborations }: DeliverDeps): RouteHandler =>
  async ({ params, query }) => {
    const { campaignId } = await campaigns.get(params.campaignId ?? '');
    const page = await collaborations.page(campaignId, parsed(routes.listCollaborations.query, query, 'The query'));
    return {
      status: 200,
      json: { items: page.items.map(collaborationView), ...(page.cursor && { nextCursor: page.cursor }) },
    };
  };

export const getTimeline =
  ({ collaborations, messages }: DeliverDeps): RouteHandler =>
  async ({ params: { campaignId = '', influencerId = '' } }) => {
    const collaboration = await collaborations.get(campaignId, influencerId);
    const [events, mails] = await Promise.all([
      collaborations.timeline(campaignId, influencerId),
      messages.list(threadOf(collaboration)),
    ]);
    return {
      status: 200,
      json: { collaboration: collaborationView(collaboration), timeline: timelineView(events, mails) },
    };
  };

/** What a person decides about a collaboration. Deciding takes it out of the person's hands again. */
export const decideCollaboration =
  (deps: DeliverDeps): RouteHandler =>
  async ({ params: { campaignId = '', influencerId = '' }, rawBody, caller, at }) => {
    const decision = jsonBody(routes.decideCollaboration.body, rawBody, 'The decision');
    const before = await deps.collaborations.get(campaignId, influencerId);
    const by = caller?.tokenId ?? 'a person';
    const free = await advance(deps)(campaignId, influencerId, { kind: 'handed-back', by }, at);
    const after = await carryOut(deps, free, decision, at);
    if (after.status === before.status && decision.decision === 'accept')
      throw new Fault('conflict', `A collaboration that is ${before.status} can not be accepted.`);
    await deps.attention.resolve(campaignId, influencerId, at);
    return { status: 200, json: collaborationView(after) };
  };

async function carryOut(
  deps: DeliverDeps,
  collaboration: Collaboration,
  decision: Decision,
  at: string,
): Promise<Collaboration> {
  const { campaignId, influencerId } = collaboration;
  const campaign = await deps.campaigns.get(campaignId);
  const happened = advance(deps);
  const fee = (amount: number) => termsFor(campaign.spec, inMinor(amount, campaign.budget.currency));
  switch (decision.decision) {
    case 'hand-back':
      return collaboration;
    case 'accept':
      return acceptTerms(deps)(collaboration, fee(decision.fee), 'person', at);
    case 'withdraw':
      return happened(campaignId, influencerId, { kind: 'withdrawn', because: decision.because }, at);
    case 'post':
      return happened(campaignId, influencerId, { kind: 'post-found', url: decision.url, via: 'person' }, at);
    case 'offer': {
      const terms = fee(decision.fee);
      const offered = await happened(campaignId, influencerId, { kind: 'offered', terms, because: 'a person' }, at);
      return write(deps, offered, decision.message ?? '', true, at);
    }
    case 'answer':
      return write(deps, collaboration, decision.message, false, at);
  }
}

/** Answers of people are counted from here, so that they never meet the automatic answers' numbers. */
const firstOfPeople = 1001;

async function write(
  deps: DeliverDeps,
  collaboration: Collaboration,
  message: string,
  showOffer: boolean,
  at: string,
): Promise<Collaboration> {
  const { campaignId, influencerId } = collaboration;
  const thread = await deps.messages.list(threadOf(collaboration));
  const theirs = thread.filter(one => one.direction === 'in').at(-1);
  const written = collaboration.sent.filter(({ purpose, number }) => purpose === 'answer' && number >= firstOfPeople);
  const result = await deliver(deps)(
    await deps.campaigns.get(campaignId),
    collaboration,
    {
      purpose: 'answer',
      number: firstOfPeople + written.length,
      isAnswer: true,
      ...(theirs?.mailId !== undefined && { inReplyTo: theirs.mailId }),
      facts: {
        paragraphs: message
          .split(/\n\s*\n/)
          .map(text => text.trim())
          .filter(Boolean),
        ...(theirs && { inReplyToSubject: theirs.subject }),
        showOffer,
      },
    },
    at,
  );
  if (result.kind !== 'sent') throw new Fault('conflict', `The answer was not sent: ${result.because}.`);
  return deps.collaborations.get(campaignId, influencerId);
}
