import { routes } from '#shared/contracts/http.ts';
import type { AttentionListView } from '#shared/contracts/views/attention.ts';
import type { AttentionItem } from '#shared/domain/attention.ts';
import { remainingBudget } from '#shared/domain/campaign.ts';
import { Fault } from '#shared/errors.ts';
import type { RouteHandler } from '#shared/lambda/http.ts';
import { jsonBody } from '#shared/lambda/json-body.ts';
import { threadOf } from '#shared/operations/send-message.ts';
import { feeBand } from '#shared/operations/spec-terms.ts';
import type { Campaign, CampaignStore } from '#shared/ports/campaigns.ts';
import type { AttentionStore, CollaborationStore } from '#shared/ports/collaborations.ts';
import type { MessageStore } from '#shared/ports/messages.ts';
import { collaborationView, timelineView } from './views.ts';

interface Deps {
  readonly campaigns: CampaignStore;
  readonly collaborations: CollaborationStore;
  readonly messages: MessageStore;
  readonly attention: AttentionStore;
}

/** Enough of the thread to answer in it. */
const lastMails = 3;

export const listAttention =
  (deps: Deps): RouteHandler =>
  async ({ params, at }) => {
    const campaign = await deps.campaigns.get(params.campaignId ?? '');
    const items: AttentionListView['items'] = [];
    for (const item of await deps.attention.open(campaign.campaignId))
      items.push(await explained(deps, campaign, item, at));
    const { budget, commitments, spec } = campaign;
    return {
      status: 200,
      json: { budgetLeft: remainingBudget(budget, commitments), ceiling: feeBand(spec).ceiling, items },
    };
  };

async function explained(
  deps: Deps,
  campaign: Campaign,
  item: AttentionItem,
  at: string,
): Promise<AttentionListView['items'][number]> {
  const found = item.influencerId && (await deps.collaborations.find(campaign.campaignId, item.influencerId));
  if (!found) return { ...item, options: [...item.options], mails: [] };
  const collaboration = collaborationView(campaign, found, at);
  return {
    ...item,
    // It may have moved on since the item was raised.
    options: collaboration.decisions,
    collaboration,
    ...('ask' in found && found.ask && { asked: found.ask }),
    mails: timelineView([], await deps.messages.list(threadOf(found))).slice(-lastMails),
  };
}

/** A campaign's own items, and those that only tell: nobody has to decide anything but that they have been seen to. */
export const resolveAttention =
  ({ attention, collaborations, campaigns }: Deps): RouteHandler =>
  async ({ params: { campaignId = '', itemId = '' }, rawBody, caller, at }) => {
    const { note } = jsonBody(routes.resolveAttention.body, rawBody, 'The note');
    await campaigns.get(campaignId);
    const item = (await attention.open(campaignId)).find(({ id }) => id === itemId);
    if (!item) throw new Fault('not-found', `Nothing called ${itemId} waits for a person in this campaign.`);
    const held = item.influencerId && (await collaborations.find(campaignId, item.influencerId));
    if (held && held.heldForPerson !== undefined)
      throw new Fault('conflict', `The collaboration with ${held.name} waits for a decision: decide about it instead.`);
    const by = caller?.tokenId ?? 'a person';
    await attention.resolve(campaignId, [itemId], { at, by, ...(note !== undefined && { note }) });
    return { status: 200, json: { ...item, resolvedAt: at, resolvedBy: by, ...(note !== undefined && { note }) } };
  };
