import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CampaignRun } from '#infra/cli/local/campaign-run.ts';
import { assembly, endOf, figure, nameOf, repeated, shortSpec, startSmallCampaign } from './small-campaign.ts';

let folder = '';
let remove = () => {};
let run: CampaignRun | undefined;

beforeAll(async () => {
  const app = await assembly();
  folder = app.folder;
  remove = app.remove;
});
afterEach(async () => {
  await run?.stop();
  run = undefined;
});
afterAll(() => remove());

describe('a campaign survives', () => {
  it('workers that die in the middle of a step', async () => {
    run = await startSmallCampaign(folder, { spec: shortSpec(), people: 30 });
    const ending = run.untilEnd();
    const killed = await killNowAndThen(run, ending);
    expect((await ending).status).toBe('SUCCEEDED');
    expect(killed).toBeGreaterThan(5);
    const { campaign, mails, collaborations } = await endOf(run);
    expect(campaign.status).toBe('finished');
    expect(repeated(mails.map(nameOf))).toEqual([]);
    const invited = new Set(mails.filter(({ tags }) => tags.purpose === 'invitation').map(nameOf));
    expect(invited.size).toBe(collaborations.length);
  });

  it('mail and webhooks that arrive twice', async () => {
    run = await startSmallCampaign(folder, { spec: shortSpec(), people: 30, inboundDeliveries: 2 });
    expect((await run.untilEnd()).status).toBe('SUCCEEDED');
    const { mails, report, stats, collaborations } = await endOf(run);
    expect(run.inbound.length).toBeGreaterThan(3);
    expect(repeated(mails.map(nameOf))).toEqual([]);
    expect(figure(report, 'revenue')).toBe(stats.revenueMinor);
    for (const { influencerId } of collaborations) {
      const params = { campaignId: run.campaignId, influencerId };
      const { timeline } = await run.api.call('getTimeline', { params });
      const received = timeline.filter(({ kind }) => kind === 'message-in').map(({ at, title }) => `${at} ${title}`);
      expect(repeated(received), influencerId).toEqual([]);
    }
  });

  it('a platform that allows ten calls an hour', async () => {
    run = await startSmallCampaign(folder, { spec: shortSpec(), people: 40, instagramCallsPerHour: 10 });
    expect((await run.untilEnd()).status).toBe('SUCCEEDED');
    const { campaign } = await endOf(run);
    expect(campaign.status).toBe('finished');
    // Everybody on Instagram who can be measured was, only later.
    expect(campaign.counts.measured).toBeGreaterThan(33);
    expect(campaign.counts.shortlisted).toBe(12);
  });
});

const victims = [
  'invite-influencer',
  'send-brief',
  'receive-mail',
  'chase-collaborations',
  'track-results',
  'verify-post',
];

/** Kills whatever serves, every now and then, until enough have died or the campaign has ended. */
async function killNowAndThen({ cloud }: CampaignRun, ending: Promise<unknown>): Promise<number> {
  let isOver = false;
  void ending.finally(() => {
    isOver = true;
  });
  let killed = 0;
  for (let round = 0; !isOver && killed < 12; round++) {
    killed += await cloud.functions.kill(`groundswell-local-${victims[round % victims.length]}`);
    await sleep(15);
  }
  return killed;
}
