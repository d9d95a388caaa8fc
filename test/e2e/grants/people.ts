import type { CampaignRun } from '#infra/cli/local/campaign-run.ts';
import { openPage, submitForm } from '#infra/local/world/people/browser.ts';
import { bookCall } from '#infra/local/world/people/pages.ts';
import type { Collaboration } from '#shared/domain/collaboration.ts';
import { pageToken, replyAddress } from '#shared/domain/thread.ts';
import { shortSpec } from '../small-campaign.ts';
import { type Errands, hourMs } from './errands.ts';
import { signOf, storesOf } from './stores.ts';

/** What those do who were invited by the main campaign, by page and by mail. */
export function answerInvitations(run: CampaignRun, errands: Errands): void {
  errands.every(hourMs, 'answer invitations', () => answerOnceInvited(run));
  errands.every(hourMs, 'assign mails', () => assignMails(run));
}

const pageOf = (run: CampaignRun, { threadId }: Collaboration, page: 'o' | 't') =>
  `${run.cloud.apiUrl}/${page}/${pageToken(threadId, page, signOf(run))}`;

/** One of them works on TikTok, and lets us look at the account. */
export async function connectAccount(run: CampaignRun, campaignId: string): Promise<boolean> {
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

async function answerOnceInvited(run: CampaignRun): Promise<boolean> {
  const invited = await Array.fromAsync(storesOf(run).collaborations.ofCampaign(run.campaignId, 'invited'));
  const [caller, haggler, agreeable, ...others] = invited;
  if (!caller || !haggler || !agreeable || others.length < 2) return false;
  if (!(await bookCall(pageOf(run, caller, 'o')))) throw new Error('The offer page shows no slot for a call.');
  await write(run, haggler.contact.email, replyAddress(haggler.threadId, replyDomain, signOf(run)), price(haggler));
  await write(run, elsewhere(agreeable), `hello@${replyDomain}`, 'Yes, I accept your offer. Happy to do this!');
  // Several: whoever answers by themselves before their mail is assigned is written to no more.
  for (const other of others) await write(run, elsewhere(other), `hello@${replyDomain}`, price(other));
  return true;
}

/** Who wrote from an address that nobody knows, to none of ours: a person says whose the mail is. */
async function assignMails(run: CampaignRun): Promise<boolean> {
  const { api, campaignId } = run;
  const { items } = await api.call('listUnmatchedMail');
  const ours = items.filter(({ from }) => from.includes(elsewhereDomain));
  if (ours.length < 3) return false;
  for (const { id, from } of ours) {
    const influencerId = from.slice(0, from.indexOf('@'));
    await api.call('assignMail', { params: { mailId: id }, body: { campaignId, influencerId } });
  }
  return true;
}

const elsewhereDomain = 'elsewhere.example';
const elsewhere = ({ influencerId }: Collaboration) => `${influencerId}@${elsewhereDomain}`;
const replyDomain = `reply.${shortSpec().outreach.sender.address.split('@')[1]}`;

/** Half-way between our offer and the ceiling: it is met half-way. */
const price = ({ offer }: Collaboration) =>
  `Thank you! My fee for this would be ₹${Math.round((offer.fee.minor / 100 + shortSpec().compensation.ceiling) / 2)}.`;

async function write({ cloud, clock }: CampaignRun, from: string, to: string, words: string): Promise<void> {
  const raw = [
    `From: ${from}`,
    `To: ${to}`,
    'Subject: Re: Monsoon Proof Skin',
    `Message-ID: <by-hand-${from}>`,
    `Date: ${new Date(clock.now()).toUTCString()}`,
    '',
    `Hello,\r\n\r\n${words}`,
  ].join('\r\n');
  await cloud.mail.receive({ envelopeFrom: from, recipients: [to], raw });
}
