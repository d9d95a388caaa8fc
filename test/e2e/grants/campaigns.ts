import { uploadBytes } from '#infra/cli/campaign-file.ts';
import type { CampaignRun } from '#infra/cli/local/campaign-run.ts';
import { output } from '#infra/cli/local/local-app.ts';
import { openPage, submitForm } from '#infra/local/world/people/browser.ts';
import { bookCall } from '#infra/local/world/people/pages.ts';
import type { CampaignSpecInput } from '#shared/contracts/campaign-spec.ts';
import type { Collaboration } from '#shared/domain/collaboration.ts';
import { pageToken, replyAddress } from '#shared/domain/thread.ts';
import { shortSpec } from '../small-campaign.ts';
import { dayMs, type Errands, hourMs } from './errands.ts';
import { signOf, storesOf } from './stores.ts';

/** Campaigns beside the main one that go where it does not, each launched as the brand would. */
export async function launchOthers(run: CampaignRun, errands: Errands): Promise<void> {
  const launch = async (changes: Partial<CampaignSpecInput>) =>
    (await run.api.call('launchCampaign', { body: { ...shortSpec(), sources: await listsOf(run), ...changes } })).id;

  await launch({ name: 'Not approved in time', approval: { mode: 'person', withinHours: 1, onDeadline: 'cancel' } });
  await launch({
    name: 'Nobody to write to',
    sources: [{ kind: 'csv', text: 'name,instagram\nNobody,@nobody.at.all\n' }],
  });
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
  errands.every(hourMs, 'answers of those who are invited', () => answerOnceInvited(run));
}

function refuseToGoOn(): never {
  throw new Error('A campaign was launched with a list that nobody has uploaded.');
}

/** Enough for somebody to agree, few enough for a test. */
const mostPeople = 12;

const listsOf = ({ api, world }: CampaignRun): Promise<CampaignSpecInput['sources']> =>
  Promise.all(
    world.listsOf(world.people.slice(0, mostPeople)).map(async ({ kind, name, text }) => {
      const bytes = new TextEncoder().encode(text);
      return { kind, name, ...(await uploadBytes(api, name, bytes.length, bytes)) };
    }),
  );

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

const pageOf = (run: CampaignRun, { threadId }: Collaboration, page: 'o' | 't') =>
  `${run.cloud.apiUrl}/${page}/${pageToken(threadId, page, signOf(run))}`;

/** One of them works on TikTok, and lets us look at the account. */
async function connectAccount(run: CampaignRun, campaignId: string): Promise<boolean> {
  const { collaborations } = storesOf(run);
  const [one] = await Array.fromAsync(collaborations.ofCampaign(campaignId));
  const [profile] = run.world.people.flatMap(person => (person.profile.platform === 'tiktok' ? person.profile : []));
  if (!profile) throw new Error('Nobody in this world is on TikTok: does the main campaign look there?');
  if (!one || !(await collaborations.replace({ ...one, profile }))) return false;
  const { forms } = await openPage(pageOf(run, one, 't'));
  const [consent] = forms;
  if (!consent) throw new Error('TikTok does not ask for consent.');
  const { status } = await submitForm(consent, { username: profile.handle, allow: '1' });
  if (status !== 200) throw new Error(`Coming back from TikTok ended in ${status}.`);
  return true;
}

/** Two people who were invited answer: one books a call on their page, one names a price by mail, which is met half-way. */
async function answerOnceInvited(run: CampaignRun): Promise<boolean> {
  const [caller, haggler] = await Array.fromAsync(storesOf(run).collaborations.ofCampaign(run.campaignId, 'invited'));
  if (!caller || !haggler) return false;
  if (!(await bookCall(pageOf(run, caller, 'o')))) throw new Error('The offer page shows no slot for a call.');
  await namePrice(run, haggler);
  return true;
}

async function namePrice(run: CampaignRun, { threadId, contact, name, offer }: Collaboration): Promise<void> {
  const { outreach, compensation } = shortSpec();
  const replyDomain = `reply.${outreach.sender.address.split('@')[1]}`;
  const recipient = replyAddress(threadId, replyDomain, signOf(run));
  const price = Math.round((offer.fee.minor / 100 + compensation.ceiling) / 2);
  const raw = [
    `From: ${contact.email}`,
    `To: ${recipient}`,
    'Subject: Re: Monsoon Proof Skin',
    `Message-ID: <price-by-hand@${contact.email.split('@')[1]}>`,
    `Date: ${new Date(run.clock.now()).toUTCString()}`,
    '',
    `Hello,\r\n\r\nThank you! My fee for this would be ₹${price}.\r\n\r\n${name}`,
  ].join('\r\n');
  await run.cloud.mail.receive({ envelopeFrom: contact.email, recipients: [recipient], raw });
}
