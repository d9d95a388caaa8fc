import { routes } from '#shared/contracts/http.ts';
import { openApi } from '#shared/contracts/openapi.ts';
import { isRepeatable } from '#shared/contracts/route.ts';
import type { Handlers, RouteHandler } from '#shared/lambda/http.ts';
import type { DeliverDeps } from '#shared/operations/deliver.ts';
import type { ReportDeps } from '#shared/operations/report-now.ts';
import { consolePage } from '#shared/pages/console-page.ts';
import type { IdempotencyStore, TokenStore } from '#shared/ports/access.ts';
import type { FollowerHistoryStore } from '#shared/ports/audiences.ts';
import type { RosterStore } from '#shared/ports/candidates.ts';
import type { ErasureStore, PersonalDataStore } from '#shared/ports/erasures.ts';
import type { FileStore } from '#shared/ports/files.ts';
import type { UnmatchedStore } from '#shared/ports/messages.ts';
import type { Workflows } from '#shared/ports/workflows.ts';
import { createToken, createUpload, revokeToken } from './access.ts';
import { listAttention, resolveAttention } from './attention.ts';
import { cancelCampaign, getCampaign, listCampaigns, pauseCampaign, resumeCampaign } from './campaigns.ts';
import { approveShortlist, getCandidate, listCandidates } from './candidates.ts';
import { getTimeline, listCollaborations } from './collaborations.ts';
import { decideCollaboration } from './decide.ts';
import { askForErasure, getErasure, listErasures } from './erasures.ts';
import { judgeFollowers } from './follower-list.ts';
import { forecastCampaign } from './forecast.ts';
import { idempotent } from './idempotent.ts';
import { previewImport } from './imports.ts';
import { launchCampaign } from './launch.ts';
import { parseCampaign } from './parse-campaign.ts';
import { getReport } from './report.ts';
import { splitInfluencer } from './split.ts';
import { suppressAddresses } from './suppressions.ts';
import { listUnmatchedMail } from './unmatched-mail.ts';

interface Deps extends DeliverDeps, ReportDeps {
  readonly files: FileStore;
  readonly followerHistories: FollowerHistoryStore;
  readonly roster: RosterStore;
  readonly tokens: TokenStore;
  readonly idempotency: IdempotencyStore;
  readonly workflows: Workflows;
  readonly unmatched: UnmatchedStore;
  readonly senderDomain: string;
  readonly erasures: ErasureStore;
  readonly personalData: PersonalDataStore;
}

/** Every route of the API; those that change something answer a repeated request with the first answer. */
export function serveApi(deps: Deps): Handlers<'serve-api'> {
  const handlers: Handlers<'serve-api'> = {
    launchCampaign: launchCampaign(deps),
    forecastCampaign: forecastCampaign(deps),
    parseCampaign: parseCampaign(),
    listCampaigns: listCampaigns(deps),
    getCampaign: getCampaign(deps),
    listCandidates: listCandidates(deps),
    getCandidate: getCandidate(deps),
    splitCandidate: splitInfluencer(deps),
    judgeFollowers: judgeFollowers(deps),
    listCollaborations: listCollaborations(deps),
    getTimeline: getTimeline(deps),
    decideCollaboration: decideCollaboration(deps),
    listAttention: listAttention(deps),
    resolveAttention: resolveAttention(deps),
    listUnmatchedMail: listUnmatchedMail(deps),
    approveShortlist: approveShortlist(deps),
    pauseCampaign: pauseCampaign(deps),
    resumeCampaign: resumeCampaign(deps),
    cancelCampaign: cancelCampaign(deps),
    getReport: getReport(deps),
    suppressAddresses: suppressAddresses(deps),
    askErasure: askForErasure(deps),
    listErasures: listErasures(deps),
    getErasure: getErasure(deps),
    createUpload: createUpload(deps),
    previewImport: previewImport(deps),
    createToken: createToken(deps),
    revokeToken: revokeToken(deps),
    getOpenApi: async () => ({ status: 200, json: openApi() }),
    openConsole: async () => ({ status: 200, ...consolePage() }),
  };
  const once = ([name, handle]: [string, RouteHandler]) => [
    name,
    isRepeatable(routes[name as keyof typeof handlers]) ? idempotent(deps.idempotency, handle) : handle,
  ];
  return Object.fromEntries(Object.entries(handlers).map(once));
}
