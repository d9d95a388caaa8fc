import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CampaignRun } from '#infra/cli/local/campaign-run.ts';
import { output } from '#infra/cli/local/local-app.ts';
import type { CampaignSpecInput } from '#shared/contracts/campaign-spec.ts';
import type { CandidateView } from '#shared/contracts/views/candidates.ts';
import { type CampaignEnd, playedCampaign, smallSpec } from './small-campaign.ts';

/** A campaign on TikTok, whose profiles only a vendor and, once they have connected, their owners can show. */
function spec(): CampaignSpecInput {
  const usual = smallSpec({ wanted: 6, metrics: { vendor: 'hypeauditor' } });
  const deliverables: CampaignSpecInput['brief']['deliverables'] = [
    { platform: 'tiktok', format: 'video' },
    { platform: 'instagram', format: 'reel' },
  ];
  return {
    ...usual,
    audience: { ...usual.audience, platforms: ['tiktok', 'instagram'] },
    brief: { ...usual.brief, deliverables },
  };
}

let run: CampaignRun;
let end: CampaignEnd;
let candidates: CandidateView[] = [];

beforeAll(async () => {
  const played = await playedCampaign({ spec: spec(), people: 80 });
  ({ run, end } = played);
  candidates = (
    await run.api.call('listCandidates', { params: { campaignId: run.campaignId }, query: { limit: '200' } })
  ).items;
  return played.stop;
});

const on = (platform: string) => candidates.filter(({ profiles }) => profiles[0]?.platform === platform);

describe('a campaign on TikTok with a vendor', () => {
  it('comes to its end without trouble', () => {
    expect(end.campaign.status).toBe('finished');
    expect(end.stats.troubles).toEqual([]);
  });

  it('measures people on TikTok by the reports of the vendor', () => {
    const measured = on('tiktok').filter(({ metrics }) => metrics.state === 'measured');
    expect(measured.length).toBeGreaterThan(5);
    for (const { score } of measured) expect(score?.followers).toBeGreaterThan(0);
    expect(measured.some(({ score }) => score?.engagementRate !== undefined)).toBe(true);
  });

  it('leaves nobody waiting, and says of everybody else why they have no metrics', () => {
    for (const { metrics, name } of candidates) {
      expect(['measured', 'unreachable'], name).toContain(metrics.state);
      if (metrics.state === 'unreachable') expect(metrics.because, name).toBeTruthy();
    }
  });

  it('has influencers connect their account on their page, and then finds their posts there', () => {
    const connected = end.stats.diary.filter(({ what }) => what === 'connect-yes').map(({ who }) => who);
    expect(connected.length).toBeGreaterThan(0);
    const posted = end.collaborations.filter(
      ({ profile, status }) => profile.platform === 'tiktok' && status === 'settled',
    );
    expect(posted.length).toBeGreaterThan(0);
    for (const { postUrl } of posted) expect(postUrl).toMatch(/^https:\/\/www\.tiktok\.com\/@[\w.]+\/video\/\d+$/);
  });

  it('keeps no token that can be read', async () => {
    const client = new DynamoDBClient(run.cloud.clientConfig());
    const { Items: items = [] } = await client.send(
      new ScanCommand({
        TableName: output(run.cloud, 'TableName'),
        FilterExpression: 'begins_with(PK, :connection)',
        ExpressionAttributeValues: { ':connection': { S: 'CONNECTION#tiktok:' } },
      }),
    );
    client.destroy();
    expect(items.length).toBeGreaterThan(0);
    for (const item of items) expect(JSON.stringify(item)).not.toMatch(/act\.|rft\./);
  });
});
