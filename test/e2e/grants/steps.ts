import { DeleteObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type * as z from 'zod';
import type { CampaignRun } from '#infra/cli/local/campaign-run.ts';
import { output } from '#infra/cli/local/local-app.ts';
import type { FunctionName, functions } from '#shared/contracts/functions.ts';
import type { Collaboration, Effect } from '#shared/domain/collaboration.ts';
import { uploadKey } from '#shared/domain/upload.ts';
import { emptyRoster } from './campaigns.ts';
import { storesOf } from './stores.ts';

type Standing = Partial<Collaboration> & Pick<Collaboration, 'status'>;
/** What a step is given besides campaign, influencer and time. */
type More<N extends FunctionName> = Omit<z.input<(typeof functions)[N]['input']>, 'campaignId' | 'influencerId' | 'at'>;

/**
 * Steps of the finished main campaign taken once more, by hand, with one collaboration put back to where they begin. Each time
 * somebody had died just before: their effects are still to be carried out, and whoever comes next does so under their own role.
 */
export async function takeSteps(run: CampaignRun): Promise<void> {
  const { api, cloud, campaignId, clock } = run;
  const stores = storesOf(run);
  const [settled] = await Array.fromAsync(stores.collaborations.ofCampaign(campaignId, 'settled'));
  if (settled?.status !== 'settled') throw new Error('Nobody has settled: give the main campaign more people.');
  const { influencerId, threadId, terms, post } = settled;
  const at = new Date(clock.now()).toISOString();
  const taskToken = spentToken(run);
  const pending: Effect[] = [
    { kind: 'release-budget' },
    { kind: 'complete-wait', taskToken, status: settled.status },
    { kind: 'ask-person', because: 'somebody died', at },
  ];
  const put = async (standing: Standing) => {
    await stores.campaigns.commit(campaignId, influencerId, terms.fee);
    const { version } = await stores.collaborations.get(campaignId, influencerId);
    const { post: _, payout: __, ...before } = settled;
    const next = { ...before, pending, ...standing, version } as Collaboration;
    if (!(await stores.collaborations.replace(next))) throw new Error('It was moved meanwhile: is the clock paused?');
  };
  const invoke = (name: FunctionName, input: object) => cloud.functions.invoke(`groundswell-local-${name}`, input);
  const done = async (name: FunctionName, input: object) => {
    const { functionError, payload } = await invoke(name, input);
    if (functionError) throw new Error(`${name}: ${payload}`);
  };
  const step = async <N extends FunctionName>(name: N, standing: Standing, more: More<N>) => {
    await put(standing);
    await done(name, { campaignId, influencerId, at, ...more });
  };

  await step('send-brief', { status: 'accepted', terms }, {});
  // Published before they had the brief: not as agreed.
  const briefedNow = [{ purpose: 'brief', number: 1, at: inDays(at, 2) }] as const;
  await step('verify-post', { status: 'published', terms, postUrl: post.url, sent: briefedNow }, { final: false });
  await step('hand-over', { status: 'confirmed', terms }, { because: 'a step failed' });
  await step('close-collaboration', { status: 'confirmed', terms }, { because: 'the campaign ended' });
  await step('await-collaboration', { status: 'withdrawn', because: 'it ended' }, { waitFor: 'post', taskToken });
  await put({ status: 'confirmed', terms });
  await done('track-results', { campaignId, at });
  await put({ status: 'confirmed', terms, heldForPerson: 'they wrote' });
  const decision = { decision: 'answer', message: 'Thank you for telling us.' };
  await api.call('decideCollaboration', { params: { campaignId, influencerId }, body: decision });
  await put({ status: 'invited' });
  await done('record-mail-event', complaint(threadId, at));
  await stores.campaigns.change(campaignId, { status: 'running' });
  await put({ status: 'invited' });
  await done('close-campaign', { time: at, detail: { name: campaignId, status: 'ABORTED' } });
  await stores.campaigns.change(campaignId, { status: 'running' });
  await step('invite-influencer', { status: 'shortlisted' }, {});
  await put({ status: 'verified', terms, post });
  await done('settle-payouts', { campaignId, at });

  const { items } = await stores.campaigns.list({ limit: 20 });
  const roster = items.find(({ spec }) => spec.name === emptyRoster);
  // By now the brand has worked with some.
  await done('identify-candidates', { campaignId: roster?.campaignId, at });
  await loseLists(run);
  const { functionError } = await invoke('identify-candidates', { campaignId, at });
  if (!functionError) throw new Error('A list that is gone was read.');

  // Last: nothing names them afterwards.
  await stores.messages.keepUnmatched({ ...aMailFrom(settled.contact.email, at), because: 'no thread' });
  await loseReport(run);
  await api.call('askErasure', { body: { influencerId } });
  // Whoever was at work when they asked has written since.
  await put({ status: 'verified', terms, post });
  await done('erase-people', { at });
}

const aMailFrom = (from: string, at: string) => {
  const id = 'by-hand';
  return {
    direction: 'in',
    id,
    at,
    from,
    subject: 'hello',
    text: 'hello',
    rawKey: `inbound/${id}`,
    kind: 'human',
  } as const;
};

/** Reports may be missing, and that is no reason to stop. */
const loseReport = ({ cloud, campaignId }: CampaignRun) =>
  s3Of(cloud).send(
    new DeleteObjectCommand({ Bucket: output(cloud, 'FilesBucket'), Key: `reports/${campaignId}/kick-off-0.json` }),
  );

const s3Of = (cloud: CampaignRun['cloud']) => new S3Client({ ...cloud.clientConfig(), forcePathStyle: true });

const inDays = (at: string, days: number) => new Date(Date.parse(at) + days * 86_400_000).toISOString();

/** Of a child execution that is over: whoever completes it is told that it came too late. */
function spentToken({ cloud }: CampaignRun): string {
  const stateMachineArn = `${output(cloud, 'CampaignMachineArn')}/collaborations`;
  const [child] = cloud.engine.listExecutions({ stateMachineArn });
  return Buffer.from(JSON.stringify([child?.executionArn, 1, 1, crypto.randomUUID()])).toString('base64url');
}

/** They say that our mail is spam: their address is suppressed. */
const complaint = (threadId: string, at: string) => ({
  source: 'aws.ses',
  'detail-type': 'Email Complaint Received',
  time: at,
  detail: {
    eventType: 'Complaint',
    mail: { timestamp: at, messageId: 'by-hand', destination: ['asha@mail.example'], tags: { thread: [threadId] } },
    complaint: { timestamp: at, complainedRecipients: [{ emailAddress: 'asha@mail.example' }] },
  },
});

async function loseLists(run: CampaignRun): Promise<void> {
  const s3 = s3Of(run.cloud);
  const { spec } = await storesOf(run).campaigns.get(run.campaignId);
  for (const source of spec.sources) {
    if (!('upload' in source) || source.upload === undefined) continue;
    await s3.send(new DeleteObjectCommand({ Bucket: output(run.cloud, 'FilesBucket'), Key: uploadKey(source.upload) }));
  }
}
