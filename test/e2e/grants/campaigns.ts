import { type CampaignRun, uploadLists } from '#infra/cli/local/campaign-run.ts';
import { output } from '#infra/cli/local/local-app.ts';
import type { CampaignSpecInput } from '#shared/contracts/campaign-spec.ts';
import { shortSpec } from '../small-campaign.ts';
import { dayMs, type Errands, hourMs } from './errands.ts';
import { connectAccount } from './people.ts';

export const emptyRoster = 'Nobody on the roster';

/** Campaigns beside the main one that go where it does not, each launched as the brand would. */
export async function launchOthers(run: CampaignRun, errands: Errands): Promise<void> {
  const launch = async (changes: Partial<CampaignSpecInput>) =>
    (await run.api.call('launchCampaign', { body: { ...shortSpec(), sources: await listsOf(run), ...changes } })).id;

  await launch({ name: 'Not approved in time', approval: { mode: 'person', withinHours: 1, onDeadline: 'cancel' } });
  // The brand has worked with nobody yet.
  await launch({ name: emptyRoster, sources: [{ kind: 'roster' }] });
  // Nobody decides what waits for a person, so that some stay open to the end.
  await launch({ name: 'Undecided' });
  const unknown = launch({ name: 'List unknown', sources: [{ kind: 'csv', upload: 'u-unknown' }] });
  await unknown.then(refuseToGoOn, () => {});

  const cancelled = await launch({ name: 'Cancelled', approval: { mode: 'person', withinHours: 48 } });
  errands.every(hourMs, 'approve with a change', () => approve(run, cancelled));
  const cancel = () => run.api.call('cancelCampaign', { params: { campaignId: cancelled } });
  errands.every(hourMs, 'connect an account', () => connectAccount(run, cancelled));
  errands.after(4 * dayMs, 'cancel', cancel);
  errands.after(5 * dayMs, 'redrive', () => redrive(run, cancelled));
  errands.after(6 * dayMs, 'cancel again', cancel);
}

function refuseToGoOn(): never {
  throw new Error('A campaign was launched with a list that nobody has uploaded.');
}

/** Enough for somebody to agree, few enough for a test. */
const mostPeople = 12;

const listsOf = ({ api, world }: CampaignRun): Promise<CampaignSpecInput['sources']> =>
  uploadLists(api, world.listsOf(world.people.slice(0, mostPeople)));

async function approve({ api }: CampaignRun, campaignId: string): Promise<boolean> {
  const params = { campaignId };
  const { status } = await api.call('getCampaign', { params });
  if (status !== 'awaiting-approval') return false;
  const { items } = await api.call('listCandidates', { params });
  const remove = items.flatMap(one => (one.shortlistRank === undefined ? [] : one.influencerId)).slice(0, 1);
  await api.call('approveShortlist', { params, body: { add: [], remove } });
  return true;
}

/** By hand, as the runbook says: the execution goes on where it was stopped, and so do its children. */
async function redrive({ cloud }: CampaignRun, campaignId: string): Promise<void> {
  const stateMachineArn = output(cloud, 'CampaignMachineArn');
  const execution = cloud.engine.listExecutions({ stateMachineArn }).find(({ name }) => name === campaignId);
  await cloud.engine.redriveExecution({ executionArn: execution?.executionArn ?? '' });
}
