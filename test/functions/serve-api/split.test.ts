import { beforeEach, describe, expect, test } from 'vitest';
import { identifyCandidates } from '#functions/identify-candidates/identify-candidates.ts';
import type { Candidate } from '#shared/domain/candidate.ts';
import { aCollaboration, at } from '#test/shared/domain/builders.ts';
import { freshApi } from '#test/support/product/api.ts';
import { aCampaign, aSpec } from '#test/support/product/campaigns.ts';

const { api, product } = freshApi();

const text =
  'name,instagram,youtube,email\nMeera,meera.glow,,desk@example.com\nAsha,,@ashavlogs,desk@example.com\nMeera I.,meera.glow,,\n';
const tube = { platform: 'youtube', handle: '@AshaVlogs' };

async function imported(campaignId: string, status: 'awaiting-approval' | 'measuring' = 'awaiting-approval') {
  const spec = aSpec({ sources: [{ kind: 'file', text, name: 'list.csv' }] });
  await product().campaigns.create(aCampaign({ campaignId, spec, status: 'identifying' }));
  await identifyCandidates(product())({ campaignId, at });
  await product().campaigns.change(campaignId, { status });
  const all: Candidate[] = [];
  for await (const { influencerId } of product().candidates.all(campaignId))
    all.push(...(await product().candidates.getMany(campaignId, [influencerId])));
  return all.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
const split = (influencerId: string, body: object = { profiles: [tube] }, campaignId = 'c1') =>
  api(`POST /campaigns/${campaignId}/candidates/${influencerId}/split`, { body });

let merged: Candidate;
beforeEach(async () => {
  const [one, ...others] = await imported('c1');
  if (!one || others.length > 0) throw new Error('The list should have been one person.');
  merged = one;
});

describe('a wrong merge', () => {
  test('is shown with its evidence', async () => {
    const { json } = await api('GET /campaigns/c1/candidates');
    expect(json.items).toMatchObject([
      {
        merged: [
          { by: 'profile instagram:meera.glow', in: ['list.csv line 2', 'list.csv line 4'] },
          { by: 'the same e-mail address', in: ['list.csv line 2', 'list.csv line 3'] },
        ],
      },
    ]);
  });

  test('can be undone: each has what its own rows say, and both are scored', async () => {
    const { status, json } = await split(merged.influencerId);
    expect([status, json.stays.influencerId]).toEqual([200, merged.influencerId]);
    const [stays, leaves] = await product().candidates.getMany('c1', [merged.influencerId, json.leaves.influencerId]);
    expect(stays).toMatchObject({
      name: 'Meera',
      profiles: [{ handle: 'meera.glow' }],
      score: { version: expect.any(String) },
    });
    expect(leaves).toMatchObject({
      name: 'Asha',
      profiles: [{ handle: 'ashavlogs' }],
      contact: { email: 'desk@example.com', source: 'list.csv line 3' },
    });
  });

  test('does not come back with a later import of the same list', async () => {
    const { json } = await split(merged.influencerId);
    const later = await imported('c2');
    expect(later.map(({ name, influencerId }) => [name, influencerId])).toEqual([
      ['Asha', json.leaves.influencerId],
      ['Meera', merged.influencerId],
    ]);
  });

  test('may be split once only', async () => {
    await split(merged.influencerId);
    expect(await split(merged.influencerId)).toMatchObject({
      status: 400,
      json: { errors: [{ detail: 'Meera has no profile youtube:ashavlogs' }] },
    });
  });
});

describe('nothing is split', () => {
  test.each([
    [{ profiles: [] }, '/profiles'],
    [{ profiles: [{ platform: 'youtube', handle: 'no handle!!' }] }, '/profiles/0'],
    [{ profiles: [tube, { platform: 'instagram', handle: 'meera.glow' }] }, '/profiles'],
  ])('by %j', async (body, pointer) => {
    const { status, json } = await split(merged.influencerId, body);
    expect([status, json.errors[0].pointer]).toEqual([400, pointer]);
  });

  test('of somebody who was written to', async () => {
    const sent = [{ purpose: 'invitation' as const, number: 1, at }];
    await product().collaborations.createAll([aCollaboration('invited', { influencerId: merged.influencerId, sent })]);
    expect(await split(merged.influencerId)).toMatchObject({
      status: 409,
      json: { detail: 'Somebody was written to on 2026-03-02; withdraw the collaboration instead.' },
    });
  });

  test('while candidates are still measured, of nobody, or in a campaign that has ended', async () => {
    await imported('c2', 'measuring');
    expect((await split(merged.influencerId, undefined, 'c2')).json.detail).toContain('once they are scored');
    expect((await split('nobody')).status).toBe(404);
    await product().campaigns.change('c1', { status: 'finished' });
    expect((await split(merged.influencerId)).status).toBe(409);
  });
});
