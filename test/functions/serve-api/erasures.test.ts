import { describe, expect, test } from 'vitest';
import { erasePeople } from '#functions/erase-people/erase-people.ts';
import type { Collaboration } from '#shared/domain/collaboration.ts';
import { aCandidate, at, days } from '#test/shared/domain/builders.ts';
import { freshApi } from '#test/support/product/api.ts';
import { aCampaign, aSpec } from '#test/support/product/campaigns.ts';
import { aMember, anotherMember } from '#test/support/product/members.ts';
import { withCampaign } from '#test/support/product/product.ts';

const { api, product } = freshApi();
const read = { campaign: aCampaign({ counts: { candidates: 1 } }) };
const given = (members: readonly Collaboration[], campaign = read.campaign) =>
  withCampaign(product(), campaign, members);
const erase = (body: object, scopes = 'approve') => api('POST /erasures', { body, scopes });

describe('POST /erasures', () => {
  test('answers what will be erased, and says later what was', async () => {
    await given([aMember('invited')]);
    const asked = await erase({ influencerId: 'i1' });
    expect(asked).toMatchObject({
      status: 202,
      json: {
        status: 'open',
        influencerIds: ['i1'],
        askedBy: 't-1',
        held: { collaborations: 1, threads: 2 },
        owed: [],
      },
    });
    for (const n of [0, 1]) await erasePeople(product())({ at: days(n) });
    const { json } = await api(`GET /erasures/${asked.json.id}`, { scopes: 'read' });
    expect(json).toMatchObject({ status: 'done', doneAt: days(1), erased: { collaborations: 1 } });
    expect((await api('GET /erasures', { scopes: 'read' })).json.items).toEqual([json]);
    expect(JSON.stringify(json)).not.toMatch(/asha|traces|words/i);
  });

  test('asked twice is one erasure, by whoever asked first', async () => {
    await given([aMember('invited')]);
    const first = await erase({ influencerId: 'i1' });
    const second = await api('POST /erasures', {
      body: { address: 'asha@example.com' },
      at: days(1),
      scopes: 'approve',
    });
    expect(second.json).toMatchObject({ id: first.json.id, askedAt: at });
    expect(await Array.fromAsync(product().erasures.open())).toHaveLength(1);
  });

  test('opens again when something new is held of somebody who was erased', async () => {
    await given([aMember('invited')]);
    await erase({ influencerId: 'i1' });
    for (const n of [0, 1]) await erasePeople(product())({ at: days(n) });
    await product().candidates.putAll([aCandidate()]);
    const again = await api('POST /erasures', { body: { influencerId: 'i1' }, at: days(2), scopes: 'approve' });
    expect(again.json).toMatchObject({ status: 'open', askedAt: days(2), held: { candidates: 2 } });
  });

  test('never guesses who is meant by an address that several share, and leaves it to the others', async () => {
    const contact = { ...aMember('invited').contact, email: 'agency@example.com' };
    const { addressHash } = aMember('invited', { contact });
    await given([
      aMember('invited', { contact }),
      anotherMember(2, 'invited', { contact, addressHash, threadId: 't2' }),
    ]);
    const refused = await erase({ address: 'agency@example.com' });
    expect(refused).toMatchObject({ status: 409, json: { detail: expect.stringContaining('i1') } });
    expect((await erase({ address: 'agency@example.com', influencerId: 'i1' })).status).toBe(202);
    await erasePeople(product())({ at });
    expect(await product().suppressions.find(addressHash)).toBeUndefined();
    expect(await product().messages.threadsOfAddress(addressHash)).toMatchObject([{ influencerId: 'i2' }]);
    expect((await product().collaborations.get('c1', 'i2')).status).toBe('invited');
  });

  test('an address that nobody knows is kept away from now on', async () => {
    const { json } = await erase({ address: 'new@example.com' });
    expect(json).toMatchObject({ status: 'open', held: {}, influencerIds: [expect.stringMatching(/^i-/)] });
  });

  test.each([
    [{}, 400],
    [{ address: 'no address' }, 400],
    [{ influencerId: 'nobody' }, 404],
  ])('refuses %j', async (body, status) => expect((await erase(body)).status).toBe(status));

  test('is for those who may decide', async () => {
    expect((await erase({ influencerId: 'i1' }, 'launch')).status).toBe(403);
    expect((await api('GET /erasures/e-nobody')).status).toBe(404);
  });

  test('waits for a list that is still to be read', async () => {
    const sources = [{ kind: 'file', upload: 'u-1' } as const];
    await given([aMember('invited')], aCampaign({ spec: aSpec({ sources }), counts: { candidates: 1 } }));
    await given([], aCampaign({ campaignId: 'c2', status: 'identifying', spec: aSpec({ sources }) }));
    await product().files.write('uploads/u-1', 'x', 'text/csv');
    await erase({ influencerId: 'i1' });
    for (const n of [0, 1]) await erasePeople(product())({ at: days(n) });
    expect(product().files.kept.has('uploads/u-1')).toBe(true);
    await product().campaigns.change('c2', { counts: { candidates: 3 } });
    for (const n of [2, 3]) await erasePeople(product())({ at: days(n) });
    expect(product().files.kept.has('uploads/u-1')).toBe(false);
    expect(await Array.fromAsync(product().erasures.open())).toEqual([]);
  });
});

test('one erasure that can not be done keeps nobody else waiting, and is told at the end', async () => {
  await given([aMember('invited'), anotherMember(2)]);
  await erase({ influencerId: 'i1' });
  await api('POST /erasures', { body: { influencerId: 'i2' }, at: days(1) });
  const { table } = product();
  await table.put({ PK: 'COLLABORATION#c1#i1', SK: 'MESSAGE#in#broken', data: 'no message' });
  await expect(erasePeople(product())({ at: days(2) })).rejects.toThrow('does not fit');
  expect((await product().collaborations.get('c1', 'i2')).erasedAt).toBe(days(2));
});

describe('the decision to erase', () => {
  const decide = (decision: object) => api('POST /campaigns/c1/collaborations/i1/decision', { body: decision });

  test('is an erasure, and takes the word for it', async () => {
    await given([aMember('negotiating')]);
    expect((await decide({ decision: 'erase' })).status).toBe(400);
    expect((await decide({ decision: 'erase', confirm: 'erase' })).json).toMatchObject({ status: 'withdrawn' });
    await erasePeople(product())({ at });
    const { json } = await api('GET /campaigns/c1/collaborations/i1');
    expect(json).toMatchObject({ collaboration: { name: '(erased)', decisions: [] } });
    expect((await decide({ decision: 'answer', message: 'hello' })).status).toBe(409);
    expect(json.timeline.map(({ title }: { title: string }) => title)).toEqual(['erased']);
  });

  test('of a post that nobody checked leaves the question what they are owed, without a name', async () => {
    await given([aMember('published')]);
    await decide({ decision: 'erase', confirm: 'erase' });
    for (const n of [0, 1]) await erasePeople(product())({ at: days(n) });
    const { items } = (await api('GET /campaigns/c1/attention')).json;
    expect(items).toMatchObject([{ because: expect.stringContaining('₹4,000 was agreed') }]);
    expect(items[0]).not.toHaveProperty('name');
  });
});
