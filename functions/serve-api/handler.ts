import { sfn } from '#shared/aws/clients.ts';
import { stepFunctions } from '#shared/aws/workflows.ts';
import { openApi } from '#shared/contracts/openapi.ts';
import { type Handlers, httpHandler, type RouteHandler } from '#shared/lambda/http.ts';
import { mailing } from '#shared/lambda/mailing.ts';
import { files, stores } from '#shared/lambda/stores.ts';
import { consolePage } from '#shared/pages/console-page.ts';
import { createToken, createUpload, revokeToken } from './access.ts';
import { cancelCampaign, getCampaign, listCampaigns, pauseCampaign, resumeCampaign } from './campaigns.ts';
import { approveShortlist, listCandidates } from './candidates.ts';
import { decideCollaboration, getTimeline, listCollaborations } from './collaborations.ts';
import { idempotent } from './idempotent.ts';
import { launchCampaign } from './launch.ts';
import { getReport } from './report.ts';

export const handler = httpHandler('serve-api', async (env): Promise<Handlers<'serve-api'>> => {
  const deps = {
    ...stores(env),
    ...files(env),
    ...(await mailing(env)),
    workflows: stepFunctions(sfn(), env.CAMPAIGN_MACHINE_ARN),
    senderDomain: env.SENDER_DOMAIN,
  };
  const once = (handle: RouteHandler) => idempotent(deps.idempotency, handle);
  return {
    launchCampaign: once(launchCampaign(deps)),
    listCampaigns: listCampaigns(deps),
    getCampaign: getCampaign(deps),
    listCandidates: listCandidates(deps),
    listCollaborations: listCollaborations(deps),
    getTimeline: getTimeline(deps),
    decideCollaboration: once(decideCollaboration(deps)),
    approveShortlist: once(approveShortlist(deps)),
    pauseCampaign: once(pauseCampaign(deps)),
    resumeCampaign: once(resumeCampaign(deps)),
    cancelCampaign: once(cancelCampaign(deps)),
    getReport: getReport(deps),
    createUpload: once(createUpload(deps)),
    createToken: createToken(deps),
    revokeToken: revokeToken(deps),
    getOpenApi: async () => ({ status: 200, json: openApi() }),
    openConsole: async () => ({ status: 200, ...consolePage() }),
  };
});
