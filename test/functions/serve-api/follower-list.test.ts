import { describe, expect, test } from 'vitest';
import { rememberFollowers } from '#functions/fetch-metrics/follower-history.ts';
import { followerSketch } from '#shared/domain/audience/follower-sketch.ts';
import { uploadKey } from '#shared/domain/upload.ts';
import { aCandidate } from '#test/shared/domain/builders.ts';
import { freshApi } from '#test/support/product/api.ts';
import { withCampaign } from '#test/support/product/product.ts';

const { api, product } = freshApi();
const path = 'POST /campaigns/c1/candidates/i1/followers' as const;
const list = (csv: string) => product().files.write(uploadKey('u1'), csv, 'text/csv');
const people = 'username,followers,following,posts\nanu,400,380,40\nbela,900,700,120\nx99123456,2,4000,0\n#!,1,1,1\n';

async function withCandidate(over: Parameters<typeof aCandidate>[0] = {}) {
  await withCampaign(product());
  await product().candidates.putAll([aCandidate(over)]);
}

describe('POST /campaigns/{campaignId}/candidates/{influencerId}/followers', () => {
  test('judges the followers of a list and shows the candidate with it', async () => {
    await withCandidate();
    await list(people);
    const { status, json } = await api(path, { body: { upload: 'u1' } });
    expect({ status, json }).toMatchObject({
      status: 200,
      json: { followers: 3, judged: 3, unreadable: 1, kinds: { real: 2, suspicious: 1, influencer: 0 } },
    });
    expect(json.candidate.figures[0].quality.parts[1]).toMatchObject({ name: 'real-audience', sample: 3 });
  });

  test('is known in the next campaign as well, and keeps no name', async () => {
    await withCandidate();
    await list(people);
    await api(path, { body: { upload: 'u1' } });
    const { followerHistories, table } = product();
    const [again] = await rememberFollowers(followerHistories, [aCandidate({ campaignId: 'c2' })]);
    const profiles = again?.metrics?.kind === 'measured' ? again.metrics.profiles : [];
    expect(profiles[0]).toMatchObject({
      followerKinds: { real: 2, suspicious: 1 },
      followerHistory: [{ followers: 5000 }],
    });
    for await (const item of table.query({ partition: 'INFLUENCER#i1' }))
      expect(JSON.stringify(item)).not.toContain('bela');
  });

  test('keeps hashes by which shared followers can be counted', async () => {
    await withCandidate();
    await list(people);
    await api(path, { body: { upload: 'u1' } });
    const profile = aCandidate().profiles[0] ?? { platform: 'instagram', handle: '' };
    const [listed] = await product().followerHistories.listedOf([{ influencerId: 'i1', profile }]);
    expect(listed?.sketch).toEqual(followerSketch('instagram', ['anu', 'bela', 'x99123456'], product().sign));
  });

  test('is kept for somebody who could not be measured yet', async () => {
    const { metrics: _, ...unmeasured } = aCandidate();
    await withCampaign(product());
    await product().candidates.putAll([unmeasured]);
    await list(people);
    expect((await api(path, { body: { upload: 'u1' } })).json.candidate.metrics).toEqual({ state: 'waiting' });
  });

  test('refuses while a step of the workflow writes the candidates', async () => {
    await withCandidate();
    await list(people);
    await product().campaigns.change('c1', { status: 'scoring' });
    expect(await api(path, { body: { upload: 'u1' } })).toMatchObject({
      status: 409,
      json: { detail: expect.stringContaining('scoring') },
    });
  });

  test.each([
    [
      'somebody who is no candidate',
      'POST /campaigns/c1/candidates/nobody/followers',
      { upload: 'u1' },
      404,
      /no candidate/,
    ],
    ['a platform they are not on', path, { upload: 'u1', platform: 'tiktok' }, 409, /no profile on tiktok/],
    ['a list of handles alone', path, { upload: 'u1' }, 422, /groundswell followers/],
  ] as const)('refuses %s', async (_, route, body, status, says) => {
    await withCandidate();
    await list('anu\nbela\n');
    const answer = await api(route as typeof path, { body });
    expect(answer.status).toBe(status);
    expect(JSON.stringify(answer.json)).toMatch(says);
  });
});
