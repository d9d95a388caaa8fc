import { routes } from '#shared/contracts/http.ts';
import type { RouteHandler } from '#shared/lambda/http.ts';
import { parsed } from '#shared/lambda/problem.ts';
import { threadOf } from '#shared/operations/send-message.ts';
import type { CampaignStore } from '#shared/ports/campaigns.ts';
import type { CollaborationStore } from '#shared/ports/collaborations.ts';
import type { MessageStore } from '#shared/ports/messages.ts';
import { collaborationView, timelineView } from './views.ts';

interface Deps {
  readonly campaigns: CampaignStore;
  readonly collaborations: CollaborationStore;
  readonly messages: MessageStore;
}

export const listCollaborations =
  ({ campaigns, collaborations }: Deps): RouteHandler =>
  async ({ params, query, at }) => {
    const campaign = await campaigns.get(params.campaignId ?? '');
    const asked = parsed(routes.listCollaborations.query, query, 'The query');
    const page = await collaborations.page(campaign.campaignId, asked);
    const items = page.items.map(one => collaborationView(campaign, one, at));
    return { status: 200, json: { items, ...(page.cursor && { nextCursor: page.cursor }) } };
  };

export const getTimeline =
  ({ campaigns, collaborations, messages }: Deps): RouteHandler =>
  async ({ params: { campaignId = '', influencerId = '' }, at }) => {
    const collaboration = await collaborations.get(campaignId, influencerId);
    const [campaign, events, mails] = await Promise.all([
      campaigns.get(campaignId),
      collaborations.timeline(campaignId, influencerId),
      messages.list(threadOf(collaboration)),
    ]);
    return {
      status: 200,
      json: { collaboration: collaborationView(campaign, collaboration, at), timeline: timelineView(events, mails) },
    };
  };
