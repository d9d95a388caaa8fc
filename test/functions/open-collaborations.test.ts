import { describe, expect, it } from 'vitest';
import { openCollaborations } from '#functions/open-collaborations/open-collaborations.ts';
import type { Candidate } from '#shared/domain/candidate.ts';
import type { Collaboration } from '#shared/domain/collaboration.ts';
import { threadId } from '#shared/domain/thread.ts';
import { aCandidate, at, days, inr, someMetrics } from '#test/shared/domain/builders.ts';
import { aCampaign, aSpec, specInput } from '#test/support/product/campaigns.ts';
import { killedEverywhere } from '#test/support/product/crash.ts';
import { freshProduct, type Product, withCampaign } from '#test/support/product/product.ts';

const listed = (n: number, over: Partial<Candidate> = {}): Candidate =>
  aCandidate({ influencerId: `i${n}`, name: `Creator ${n}`, shortlistRank: n, ...over });
const withoutAddress = ({ contact: _, ...candidate }: Candidate): Candidate => candidate;
const notListed = ({ shortlistRank: _, ...candidate }: Candidate): Candidate => candidate;

async function world(candidates: readonly Candidate[], campaign = aCampaign({ status: 'awaiting-approval' })) {
  const product = await freshProduct();
  await withCampaign(product, campaign);
  await product.candidates.putAll(candidates);
  return product;
}
const open = (product: Product, when = at) => openCollaborations(product)({ campaignId: 'c1', at: when });
async function opened(product: Product): Promise<Collaboration[]> {
  const all: Collaboration[] = [];
  for await (const collaboration of product.collaborations.ofCampaign('c1')) all.push(collaboration);
  return all;
}

describe('the approved shortlist', () => {
  it('becomes collaborations: each with a thread, an offer, a language and a time zone', async () => {
    const brief = { ...specInput().brief, exclusivityDays: 45 };
    const compensation = { floor: 1500, ceiling: 9000, model: 'mixed', perSalePercent: 8, perLead: 50 } as const;
    const product = await world(
      [listed(1, { languages: ['hi', 'en'], country: 'FR' })],
      aCampaign({ spec: aSpec({ brief, compensation }), status: 'awaiting-approval' }),
    );
    expect(await open(product)).toEqual({ collaborations: 1, itemsKey: 'items/c1/collaborations.jsonl' });
    expect(await opened(product)).toMatchObject([
      {
        status: 'shortlisted',
        since: at,
        name: 'Creator 1',
        threadId: threadId('c1', 'i1', product.sign),
        language: 'hi',
        timeZone: 'Europe/Paris',
        offer: {
          model: 'mixed',
          fee: inr(1500),
          perSalePercent: 8,
          perLead: inr(50),
          exclusivityDays: 45,
        },
        nextActionAt: at,
        sent: [],
      },
    ]);
    expect((await product.campaigns.get('c1')).status).toBe('running');
    expect(await product.files.readText('items/c1/collaborations.jsonl', 1000)).toBe(
      '{"campaignId":"c1","influencerId":"i1"}',
    );
  });

  it('leaves out who is not on it and who has no address', async () => {
    const product = await world([listed(1), withoutAddress(listed(2)), notListed(listed(3))]);
    expect(await open(product)).toMatchObject({ collaborations: 1 });
    expect((await opened(product)).map(({ influencerId }) => influencerId)).toEqual(['i1']);
  });

  it('is written to on the profile with the most followers', async () => {
    const youtube = { platform: 'youtube', handle: 'creatorone' } as const;
    const metrics = {
      kind: 'measured',
      at,
      gaps: [],
      profiles: [someMetrics({ followers: 4000 }), someMetrics({ profile: youtube, followers: 9000 })],
    } as const;
    const product = await world([listed(1, { metrics })]);
    await open(product);
    expect(await opened(product)).toMatchObject([{ profile: youtube }]);
  });

  it('falls back to the campaign’s language and hours', async () => {
    const audience = { keywords: ['skincare'], languages: ['mr'] };
    const candidate = listed(1, { languages: [], country: 'US' });
    const product = await world([candidate], aCampaign({ spec: aSpec({ audience }), status: 'running' }));
    await open(product);
    expect(await opened(product)).toMatchObject([{ language: 'mr', timeZone: 'Asia/Kolkata' }]);
  });

  it('that is empty opens nothing', async () => {
    const product = await world([]);
    expect(await open(product)).toMatchObject({ collaborations: 0 });
  });

  it('of a cancelled campaign opens nothing', async () => {
    const product = await world([listed(1)], aCampaign({ status: 'cancelled' }));
    expect(await open(product)).toMatchObject({ collaborations: 0 });
    expect(await opened(product)).toEqual([]);
    expect((await product.campaigns.get('c1')).status).toBe('cancelled');
  });
});

describe('opening again', () => {
  it('gives the same threads and leaves alone what has happened since', async () => {
    const product = await world([listed(1), listed(2)]);
    await open(product);
    const [first] = await opened(product);
    if (first) await product.collaborations.replace({ ...first, quietUntil: days(3) });
    const before = await opened(product);
    expect(await open(product, days(1))).toMatchObject({ collaborations: 2 });
    expect(await opened(product)).toEqual(before);
  });

  it('finishes what died in the middle', async () => {
    await killedEverywhere(
      () => world([listed(1), listed(2)]),
      product => open(product),
      async product => {
        expect(await open(product)).toMatchObject({ collaborations: 2 });
        for (const { threadId: id, influencerId, addressHash } of await opened(product)) {
          expect(await product.messages.thread(id)).toMatchObject({ influencerId });
          expect(await product.messages.threadsOfAddress(addressHash)).toHaveLength(2);
        }
      },
    );
  });
});
