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
  async ({ params, query }) => {
    const { campaignId } = await campaigns.get(params.campaignId ?? '');
    const page = await collaborations.page(campaignId, parsed(routes.listCollaborations.query, query, 'The query'));
    return {
      status: 200,
      json: { items: page.items.map(collaborationView), ...(page.cursor && { nextCursor: page.cursor }) },
    };
  };

export const getTimeline =
  ({ collaborations, messages }: Deps): RouteHandler =>
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
