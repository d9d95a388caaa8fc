import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { identifyCandidates } from '#functions/identify-candidates/identify-candidates.ts';
import type { CampaignSpecInput } from '#shared/contracts/campaign-spec.ts';
import type { Candidate } from '#shared/domain/candidate.ts';
import { at } from '#test/shared/domain/builders.ts';
import { hasCorpora } from '#test/shared/domain/corpus.ts';
import { aCampaign, aSpec } from '#test/support/product/campaigns.ts';
import { killedEverywhere } from '#test/support/product/crash.ts';
import { freshProduct, type Product, withCampaign } from '#test/support/product/product.ts';

type Sources = CampaignSpecInput['sources'];

const csv = (text: string, name = 'candidates.csv') => ({ kind: 'csv', text, name }) as const;
const opml = (text: string, name = 'blogroll.opml') => ({ kind: 'opml', text, name }) as const;
const blogroll = (...sites: string[]) =>
  `<opml version="2.0"><body>${sites
    .map(site => `<outline text="${site}" xmlUrl="https://${site}/feed" htmlUrl="https://${site}/"/>`)
    .join('')}</body></opml>`;

const addCampaign = (product: Product, sources: Sources, campaignId = 'c1') =>
  withCampaign(product, aCampaign({ campaignId, spec: aSpec({ sources }), status: 'identifying' }));

async function world(...sources: Sources) {
  const product = await freshProduct();
  await addCampaign(product, sources);
  return product;
}

const identify = (product: Product, campaignId = 'c1') => identifyCandidates(product)({ campaignId, at });
async function candidatesOf(product: Product, campaignId = 'c1'): Promise<Candidate[]> {
  const all: Candidate[] = [];
  for await (const { influencerId } of product.candidates.all(campaignId))
    all.push(...(await product.candidates.getMany(campaignId, [influencerId])));
  return all.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
const itemsOf = (product: Product, campaignId = 'c1') =>
  product.files.readText(`items/${campaignId}/candidates.jsonl`, 10_000_000);

describe('a row', () => {
  it('becomes a candidate with all that it says', async () => {
    const product = await world(
      csv(
        'Name,Instagram,Email,Country,City,Niche,Followers\n' +
          'Meera Iyer,https://instagram.com/Meera.Glow/,meera@example.com,India,Pune,"skincare, travel",4.5k\n',
      ),
    );
    expect(await identify(product)).toEqual({ candidates: 1, itemsKey: 'items/c1/candidates.jsonl' });
    expect(await candidatesOf(product)).toMatchObject([
      {
        name: 'Meera Iyer',
        profiles: [{ platform: 'instagram', handle: 'meera.glow' }],
        contact: {
          email: 'meera@example.com',
          source: 'candidates.csv line 2',
          obtainedAt: at,
          basis: 'published-business-address',
        },
        country: 'IN',
        city: 'Pune',
        claimed: { followers: 4500 },
        sightings: [{ source: 'candidates.csv', line: 2 }],
      },
    ]);
    expect(await product.campaigns.get('c1')).toMatchObject({
      status: 'measuring',
      counts: { rows: 1, rejectedRows: 0, duplicates: 0, candidates: 1 },
    });
  });

  it('that can not be used is reported with its line and stops nothing', async () => {
    const product = await world(
      csv('name,instagram\nMeera,meera.glow\nNobody,\nBroken,not a handle!!\nAsha,asha.glow\n'),
      {
        kind: 'profiles',
        name: 'typed',
        profiles: [
          { platform: 'instagram', handle: 'bad handle' },
          { platform: 'youtube', handle: '@goodvids' },
        ],
      },
    );
    expect(await identify(product)).toMatchObject({ candidates: 3 });
    const { rejectedRows, counts } = await product.campaigns.get('c1');
    expect(rejectedRows.map(({ source, line }) => `${source} ${line}`)).toEqual([
      'candidates.csv 3',
      'candidates.csv 4',
      'typed 1',
    ]);
    expect(rejectedRows.at(-1)?.because).toBe('"bad handle" is no instagram handle or link');
    expect(counts).toMatchObject({ rows: 6, rejectedRows: 3, candidates: 3 });
  });

  it('is one of at most fifty that are shown; all are counted', async () => {
    const rows = Array.from({ length: 80 }, (_, n) => `Nobody ${n},`).join('\n');
    const product = await world(csv(`name,instagram\n${rows}\n`));
    await identify(product);
    const { rejectedRows, counts } = await product.campaigns.get('c1');
    expect([rejectedRows.length, counts.rejectedRows]).toEqual([50, 80]);
  });
});

describe('the same person', () => {
  it('in two sources is one candidate with everything that both say', async () => {
    const product = await world(
      csv('name,instagram,email\nMeera Iyer,meera.glow,meera@example.com\n'),
      csv('name,youtube,email,country\nMeera I.,@meeraglow,MEERA@example.com,IN\n', 'vendor.csv'),
    );
    expect(await identify(product)).toMatchObject({ candidates: 1 });
    expect(await candidatesOf(product)).toMatchObject([
      {
        name: 'Meera Iyer',
        country: 'IN',
        profiles: [
          { platform: 'instagram', handle: 'meera.glow' },
          { platform: 'youtube', handle: 'meeraglow' },
        ],
      },
    ]);
    expect((await product.campaigns.get('c1')).counts).toMatchObject({ rows: 2, duplicates: 1, candidates: 1 });
  });

  it.each([
    ['by a profile', 'name,instagram\nMeera,meera.glow\n'],
    ['by an address, spelt otherwise', 'name,youtube,email\nMeera,@meeraglow,meera.iyer@gmail.com\n'],
  ])('keeps the id in a second campaign, known %s', async (_, second) => {
    const product = await world(csv('name,instagram,email\nMeera,meera.glow,meeraiyer@googlemail.com\n'));
    await addCampaign(product, [csv(second)], 'c2');
    await identify(product);
    await identify(product, 'c2');
    const [[first], [again]] = [await candidatesOf(product), await candidatesOf(product, 'c2')];
    expect(again?.influencerId).toBe(first?.influencerId);
  });

  it('whom a new campaign knows by more is known by all of it in the third', async () => {
    const product = await world(csv('name,instagram\nMeera,meera.glow\n'));
    await addCampaign(product, [csv('name,instagram,youtube\nMeera,meera.glow,@meeraglow\n')], 'c2');
    await addCampaign(product, [csv('name,youtube\nMeera,@meeraglow\n')], 'c3');
    const ids = [];
    for (const id of ['c1', 'c2', 'c3']) {
      await identify(product, id);
      ids.push((await candidatesOf(product, id))[0]?.influencerId);
    }
    expect(new Set(ids).size).toBe(1);
  });

  it('is nobody else of the same agency, in the next campaign either', async () => {
    const names = ['ana', 'bea', 'cleo', 'dia'];
    const rows = names.map(name => `${name},${name}.glow,talent@agency.example`).join('\n');
    const product = await world(csv(`name,instagram,email\n${rows}\n`));
    await addCampaign(product, [csv('name,instagram,email\neva,eva.glow,talent@agency.example\n')], 'c2');
    expect(await identify(product)).toMatchObject({ candidates: 4 });
    await identify(product, 'c2');
    const ids = [...(await candidatesOf(product)), ...(await candidatesOf(product, 'c2'))].map(one => one.influencerId);
    expect(new Set(ids).size).toBe(5);
  });
});

describe('reading again', () => {
  const sources: Sources = [
    csv('name,instagram\nMeera,meera.glow\nAsha,asha.glow\n'),
    opml(blogroll('meera.example', 'asha.example')),
  ];

  it('gives the same people, the same file and the same counts', async () => {
    const product = await world(...sources);
    await identify(product);
    const before = [await candidatesOf(product), await itemsOf(product), (await product.campaigns.get('c1')).counts];
    await identify(product);
    expect([await candidatesOf(product), await itemsOf(product), (await product.campaigns.get('c1')).counts]).toEqual(
      before,
    );
    expect((await itemsOf(product)).split('\n').map(line => Object.keys(JSON.parse(line)))).toEqual(
      Array.from({ length: 4 }, () => ['influencerId']),
    );
  });

  it('finishes what died in the middle', async () => {
    const whole = await world(...sources);
    await identify(whole);
    await killedEverywhere(
      () => world(...sources),
      product => identify(product),
      async product => {
        await identify(product);
        expect(await candidatesOf(product)).toEqual(await candidatesOf(whole));
        expect(await itemsOf(product)).toBe(await itemsOf(whole));
      },
    );
  });

  it('does not bring back a campaign that was cancelled meanwhile', async () => {
    const product = await world(...sources);
    await product.campaigns.change('c1', { status: 'cancelled' });
    await identify(product);
    expect((await product.campaigns.get('c1')).status).toBe('cancelled');
  });
});

describe('a file', () => {
  it('that was uploaded is read from where it lies', async () => {
    const product = await world({ kind: 'csv', upload: 'up-1' });
    await product.files.write('uploads/up-1', 'name,instagram\nMeera,meera.glow\n', 'text/csv');
    expect(await identify(product)).toMatchObject({ candidates: 1 });
  });

  it('that names nobody ends in no candidates', async () => {
    const product = await world(csv('name,instagram\n'), opml('<opml version="2.0"><body/></opml>'));
    expect(await identify(product)).toMatchObject({ candidates: 0 });
    expect(await itemsOf(product)).toBe('');
    const { rejectedRows, counts } = await product.campaigns.get('c1');
    expect(counts.candidates).toBe(0);
    expect(rejectedRows.map(({ source }) => source)).toEqual(['candidates.csv', 'blogroll.opml']);
  });

  it('of five thousand rows is read in seconds', async () => {
    const rows = Array.from({ length: 5000 }, (_, n) => `Creator ${n},creator.${n},creator${n}@example.com`).join('\n');
    const product = await world({ kind: 'csv', upload: 'big' });
    await product.files.write('uploads/big', `name,instagram,email\n${rows}\n`, 'text/csv');
    expect(await identify(product)).toMatchObject({ candidates: 5000 });
    expect((await itemsOf(product)).split('\n')).toHaveLength(5000);
    expect(
      (await product.candidates.getMany('c1', [(await candidatesOf(product))[4999]?.influencerId ?? '']))[0],
    ).toBeDefined();
  });

  it.skipIf(!hasCorpora)('as people really keep them: a reader’s blogs about beauty and fashion', async () => {
    const list = (topic: string) =>
      opml(readFileSync(new URL(`../../../shared/corpora/opml/topic-${topic}.opml`, import.meta.url), 'utf8'), topic);
    const product = await world(list('beauty'), list('fashion'));
    const { candidates } = await identify(product);
    const { counts } = await product.campaigns.get('c1');
    expect(counts.rows).toBeGreaterThanOrEqual(21);
    expect(candidates).toBeGreaterThanOrEqual(18);
    const all = await candidatesOf(product);
    expect(all.every(({ feedUrl, profiles }) => feedUrl !== undefined && profiles[0]?.platform === 'blog')).toBe(true);
  });
});
