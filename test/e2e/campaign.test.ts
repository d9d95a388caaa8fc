import { beforeAll, describe, expect, it } from 'vitest';
import type { CampaignRun } from '#infra/cli/local/campaign-run.ts';
import { readableMail } from '#infra/local/face/readable-mail.ts';
import { collaborationStatuses, isLost } from '#shared/domain/collaboration.ts';
import { type CampaignEnd, figure, nameOf, playedCampaign, repeated, smallSpec } from './small-campaign.ts';

let run: CampaignRun;
let end: CampaignEnd;

beforeAll(async () => {
  const played = await playedCampaign();
  ({ run, end } = played);
  return played.stop;
});

describe('a campaign from its launch to its final report', () => {
  it('comes to its end with posts, sales and a report', () => {
    expect(end.campaign.status).toBe('finished');
    expect(end.stats.troubles).toEqual([]);
    expect(end.campaign.counts).toMatchObject({ rejectedRows: 2, shortlisted: 20 });
    expect(end.collaborations.filter(({ status }) => status === 'settled').length).toBeGreaterThanOrEqual(4);
    expect(end.stats.orders).toBeGreaterThan(5);
  });

  it('writes to nobody twice for one purpose', () => {
    expect(repeated(end.mails.map(nameOf))).toEqual([]);
  });

  it('writes to nobody again after an opt-out, a bounce or a complaint', () => {
    const stopped = end.stats.diary.filter(({ what }) => ['unsubscribe', 'bounce', 'complain'].includes(what));
    expect(stopped.length).toBeGreaterThan(0);
    for (const { who, atMs, what } of stopped) {
      // What was handed to SES before the news arrived is on its way.
      const later = end.mails.filter(mail => mail.destinations.includes(who) && mail.atMs > atMs + 60_000);
      expect(later.map(nameOf), `${who} after ${what}`).toEqual([]);
    }
  });

  it('never promises more than the budget', () => {
    expect(end.campaign.committed.minor).toBeLessThanOrEqual(end.campaign.budget.minor);
    const agreed = end.collaborations.filter(({ status }) => status === 'settled');
    const fees = agreed.reduce((sum, { offer }) => sum + offer.fee.minor, 0);
    expect(fees).toBeLessThanOrEqual(end.campaign.budget.minor);
    const ceiling = smallSpec().compensation.ceiling * 100;
    for (const { offer } of agreed) expect(offer.fee.minor).toBeLessThanOrEqual(ceiling);
  });

  it('leaves every collaboration in a named status, and says why the lost ones were lost', () => {
    expect(end.collaborations).toHaveLength(20);
    for (const { status, because, name } of end.collaborations) {
      expect(collaborationStatuses).toContain(status);
      expect(status === 'settled' || isLost(status), `${name} is ${status}`).toBe(true);
      if (isLost(status)) expect(because, name).toBeTruthy();
    }
  });

  it('counts every order once, refunds taken off', () => {
    expect(figure(end.report, 'revenue')).toBe(end.stats.revenueMinor);
    expect(figure(end.report, 'orders')).toBeLessThanOrEqual(end.stats.orders);
    const byInfluencer = end.report.results.reduce((sum, { revenue }) => sum + revenue.minor, 0);
    expect(byInfluencer).toBe(end.stats.revenueMinor);
  });

  it('sends each stakeholder one kick-off, weekly progress and one final report with charts and a CSV', async () => {
    for (const stakeholder of smallSpec().stakeholders) {
      const reports = end.mails.filter(mail => mail.destinations.includes(stakeholder));
      const purposes = reports.map(({ tags }) => tags.purpose);
      expect(purposes.filter(purpose => purpose === 'kick-off-report')).toHaveLength(1);
      expect(purposes.filter(purpose => purpose === 'final-report')).toHaveLength(1);
      const weekly = purposes.filter(purpose => purpose === 'progress-report').length;
      expect(weekly).toBeGreaterThanOrEqual(3);
      expect(weekly).toBeLessThanOrEqual(4);
      const final = reports.find(({ tags }) => tags.purpose === 'final-report');
      const raw = run.cloud.mail.raw(final?.id ?? '');
      expect(raw.toString()).toContain('text/csv');
      expect((await readableMail(raw)).page).toMatch(/<img[^>]+src="data:image\/png;base64,/);
    }
  });

  it('tells in every first mail who writes, from where the address is known, and how to stop it', async () => {
    const invitations = end.mails.filter(({ tags }) => tags.purpose === 'invitation');
    expect(invitations.length).toBeGreaterThanOrEqual(15);
    for (const { id } of invitations) {
      const raw = run.cloud.mail.raw(id).toString();
      expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m);
      const { text } = await readableMail(run.cloud.mail.raw(id));
      expect(text.replace(/\s+/g, ' ')).toContain('Koregaon Park, Pune 411001');
      expect(text).toMatch(/our\s+source/);
    }
  });
});
