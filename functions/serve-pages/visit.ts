import { isOver } from '#shared/domain/campaign.ts';
import type { Collaboration } from '#shared/domain/collaboration.ts';
import { readPageToken } from '#shared/domain/thread.ts';
import { Fault } from '#shared/errors.ts';
import type { Answer, Request } from '#shared/lambda/request.ts';
import type { DeliverDeps } from '#shared/operations/deliver.ts';
import { pageUrl } from '#shared/operations/send-message.ts';
import type { Host } from '#shared/pages/host.ts';
import type { RenderedPage } from '#shared/pages/page.ts';
import type { Campaign } from '#shared/ports/campaigns.ts';
import type { CallStore } from '#shared/ports/collaborations.ts';

/** Who opened a signed page, and what it is about. */
export interface Visit {
  readonly campaign: Campaign;
  readonly collaboration: Collaboration;
  readonly host: Host;
  readonly isOver: boolean;
}

export interface PageDeps extends DeliverDeps {
  readonly calls: CallStore;
  /** Whether the operator has an app by which influencers can connect their TikTok account. */
  readonly connects?: boolean;
}

export async function visitOf(deps: PageDeps, page: 'o' | 'b' | 'u', { params, at }: Request): Promise<Visit> {
  const threadId = readPageToken(params.token ?? '', page, deps.sign);
  const thread = threadId === undefined ? undefined : await deps.messages.thread(threadId);
  if (!thread) throw new Fault('not-found', 'This link is not complete or not ours.');
  const [campaign, collaboration] = await Promise.all([
    deps.campaigns.get(thread.campaignId),
    deps.collaborations.get(thread.campaignId, thread.influencerId),
  ]);
  return {
    campaign,
    collaboration,
    host: { ...hostOf(campaign, collaboration), ...connecting(deps, collaboration) },
    isOver: isOver(campaign, at),
  };
}

const connecting = (deps: PageDeps, { profile, threadId }: Collaboration): Pick<Host, 'connectUrl'> =>
  deps.connects && profile.platform === 'tiktok' ? { connectUrl: pageUrl(deps, 't', threadId) } : {};

function hostOf({ spec }: Campaign, { language, timeZone, name }: Collaboration): Host {
  const { brand, period, budget } = spec;
  return {
    language,
    currency: budget.currency,
    timeZone,
    brand: { name: brand.name, website: brand.website, ...(brand.about !== undefined && { about: brand.about }) },
    postalAddress: brand.postalAddress,
    campaign: { name: spec.name, startsOn: period.startsOn, endsOn: period.endsOn },
    recipientName: name,
  };
}

/** The fields of a posted form. */
export const formOf = ({ rawBody }: Request): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(new TextDecoder().decode(rawBody)));

export const shown = (page: RenderedPage, status = 200): Answer => ({ status, ...page });
