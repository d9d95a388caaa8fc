import { type Access, tokensAt } from '#shared/adapters/tiktok/access.ts';
import type { TiktokClient } from '#shared/adapters/tiktok/client.ts';
import { consentUrl, exchangeCode, type TiktokApp } from '#shared/adapters/tiktok/oauth.ts';
import { isOver } from '#shared/domain/campaign.ts';
import type { Collaboration } from '#shared/domain/collaboration.ts';
import { connectState, connectVerifier, readConnectState, readPageToken, type Sign } from '#shared/domain/thread.ts';
import { Fault } from '#shared/errors.ts';
import type { Handlers, RouteHandler } from '#shared/lambda/http.ts';
import type { Answer } from '#shared/lambda/request.ts';
import { pageUrl } from '#shared/operations/send-message.ts';
import { type ConnectOutcome, connectedPage } from '#shared/pages/connected.ts';
import type { Doorstep } from '#shared/pages/doorstep.ts';
import type { Campaign, CampaignStore } from '#shared/ports/campaigns.ts';
import type { CollaborationStore } from '#shared/ports/collaborations.ts';
import type { ConnectionStore } from '#shared/ports/connections.ts';
import type { MessageStore } from '#shared/ports/messages.ts';

export interface ConnectDeps {
  readonly messages: Pick<MessageStore, 'thread'>;
  readonly campaigns: Pick<CampaignStore, 'get'>;
  readonly collaborations: Pick<CollaborationStore, 'get'>;
  readonly connections: ConnectionStore;
  /** Absent where the operator has no app at TikTok. */
  readonly tiktok?: { readonly app: TiktokApp; readonly client: Pick<TiktokClient, 'user'>; readonly authUrl: string };
  readonly sign: Sign;
  readonly publicUrl: string;
}

/** An influencer lets us read their own TikTok account: OAuth 2 with a code, PKCE, and a state that names the collaboration. */
export const connectAccount = (deps: ConnectDeps): Handlers<'connect-account'> => ({
  openConnection: open(deps),
  finishConnection: finish(deps),
});

/** Sends them to TikTok's consent page. Nothing changes yet: mail scanners open every link. */
const open =
  (deps: ConnectDeps): RouteHandler =>
  async ({ params, at }) => {
    const visit = await visitOf(deps, readPageToken(params.token ?? '', 't', deps.sign), at);
    const state = connectState(visit.collaboration.threadId, at, deps.sign);
    const { authUrl, app } = visit.tiktok;
    const location = consentUrl({
      authUrl,
      clientKey: app.clientKey,
      redirectUri: redirectUri(deps),
      state,
      verifier: connectVerifier(state, deps.sign),
    });
    return { status: 302, text: '', headers: { location } };
  };

/** They come back with a code, or without one where they said no. */
const finish =
  (deps: ConnectDeps): RouteHandler =>
  async ({ query: { state = '', code }, at }) => {
    const visit = await visitOf(deps, readConnectState(state, at, deps.sign), at);
    const { collaboration } = visit;
    if (!code) return show(deps, visit, { kind: 'denied' });
    const access = await accountOf(deps, visit, code, state, at);
    if (access.kind !== 'found') return show(deps, visit, { kind: 'failed' }, 502);
    const { handle } = collaboration.profile;
    // A code that somebody else got for their own account must not end up with this influencer.
    if (access.username !== handle) return show(deps, visit, { kind: 'other', found: access.username, wanted: handle });
    return show(deps, visit, { kind: 'connected', handle });
  };

type Visit = {
  readonly campaign: Campaign;
  readonly collaboration: Collaboration;
  readonly tiktok: NonNullable<ConnectDeps['tiktok']>;
};

async function visitOf(
  { messages, campaigns, collaborations, tiktok }: ConnectDeps,
  threadId: string | undefined,
  at: string,
) {
  const thread = threadId === undefined ? undefined : await messages.thread(threadId);
  if (!thread) throw new Fault('not-found', 'This link is not complete, too old or not ours.');
  const [campaign, collaboration] = await Promise.all([
    campaigns.get(thread.campaignId),
    collaborations.get(thread.campaignId, thread.influencerId),
  ]);
  if (!tiktok || collaboration.profile.platform !== 'tiktok' || isOver(campaign, at))
    throw new Fault('gone', 'There is nothing to connect here (any more).');
  return { campaign, collaboration, tiktok };
}

/** Exchanges the code and keeps the access if it is to the account that we work with. */
async function accountOf(
  deps: ConnectDeps,
  { collaboration: { profile, influencerId }, tiktok }: Visit,
  code: string,
  state: string,
  at: string,
): Promise<Exclude<Access, { kind: 'found' }> | { readonly kind: 'found'; readonly username: string }> {
  const now = new Date(at);
  const answer = await exchangeCode(tiktok.app, code, redirectUri(deps), connectVerifier(state, deps.sign));
  if (answer.kind !== 'found') {
    // A page that is loaded again shows its code a second time.
    const known = answer.kind === 'refused' ? await deps.connections.find(profile) : undefined;
    return known ? { kind: 'found', username: profile.handle } : answer;
  }
  const user = await tiktok.client.user(answer.tokens.access_token, now);
  if (user.kind !== 'found') return user;
  const username = user.value.data.user.username?.toLowerCase() ?? '';
  if (username === profile.handle)
    await deps.connections.save({ profile, influencerId, connectedAt: at, ...tokensAt(answer.tokens, now) });
  return { kind: 'found', username };
}

/** Registered with the app at TikTok, so it is the same for everybody. */
const redirectUri = ({ publicUrl }: ConnectDeps): string => `${publicUrl.replace(/\/$/, '')}/connect/tiktok`;

function show(deps: ConnectDeps, { campaign, collaboration }: Visit, outcome: ConnectOutcome, status = 200): Answer {
  const doorstep: Doorstep = { language: collaboration.language, brand: campaign.spec.brand.name };
  const urls = {
    backUrl: pageUrl(deps, collaboration.status === 'invited' ? 'o' : 'b', collaboration.threadId),
    againUrl: pageUrl(deps, 't', collaboration.threadId),
  };
  return { status, ...connectedPage({ ...doorstep, ...urls, outcome }) };
}
