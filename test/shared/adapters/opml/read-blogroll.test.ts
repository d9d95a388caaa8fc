import { describe, expect, test } from 'vitest';
import { readBlogroll } from '#shared/adapters/opml/read-blogroll.ts';
import type { RowReading } from '#shared/domain/import/import.ts';

async function read(xml: string | Uint8Array) {
  const readings: RowReading[] = [];
  for await (const reading of readBlogroll(typeof xml === 'string' ? new TextEncoder().encode(xml) : xml, 'roll.opml'))
    readings.push(reading);
  return {
    found: readings.flatMap(reading => ('found' in reading ? [reading.found] : [])),
    rejected: readings.flatMap(reading => ('rejected' in reading ? [reading.rejected] : [])),
  };
}
const opml = (body: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><opml version="2.0"><head><title>t</title></head><body>${body}</body></opml>`;

test('folders are the tag and the topics, at any depth', async () => {
  const { found } = await read(
    opml(
      `<outline text="Food bloggers"><outline title="South"><outline type="rss" text="Meera" xmlUrl="https://meera.in/feed/" htmlUrl="https://www.meera.in/" category="/Food/Millets,vegan"/></outline></outline>`,
    ),
  );
  expect(found).toEqual([
    {
      name: 'Meera',
      profiles: [{ platform: 'blog', handle: 'meera.in' }],
      feedUrl: 'https://meera.in/feed/',
      languages: [],
      topics: ['food bloggers', 'south', 'food', 'millets', 'vegan'],
      claimed: {},
      sighting: { source: 'roll.opml', line: 1, tag: 'Food bloggers / South' },
      raw: {},
    },
  ]);
});

describe('lists that are not quite OPML', () => {
  test.each([
    [
      'a bare ampersand',
      '<outline text="Salt & Pepper" xmlUrl="https://a.in/feed?x=1&y=2"/>',
      'Salt & Pepper',
      'https://a.in/feed?x=1&y=2',
    ],
    [
      'quotes inside an attribute',
      '<outline text="The "best" food" xmlUrl="https://a.in/feed"/>',
      'The',
      'https://a.in/feed',
    ],
    ['attributes in another case', '<OUTLINE TEXT="A" XMLURL="https://a.in/feed"/>', 'A', 'https://a.in/feed'],
    ['an outline that is never closed', '<outline text="A" xmlUrl="https://a.in/feed">', 'A', 'https://a.in/feed'],
    ['a title instead of a text', '<outline title="A" xmlUrl="https://a.in/feed"/>', 'A', 'https://a.in/feed'],
    ['a feed: address', '<outline text="A" xmlUrl="feed:https://a.in/feed"/>', 'A', 'https://a.in/feed'],
    ['an address without protocol', '<outline text="A" xmlUrl="a.in/feed"/>', 'A', 'https://a.in/feed'],
  ])('%s', async (_, outline, name, feedUrl) => {
    expect((await read(opml(outline))).found).toMatchObject([{ name, feedUrl, profiles: [{ handle: 'a.in' }] }]);
  });
  test('no title at all', async () => {
    const { found } = await read(opml('<outline xmlUrl="https://a.in/feed"/>'));
    expect(found[0]).not.toHaveProperty('name');
  });
  test('another encoding', async () => {
    const xml = opml('<outline text="Café" xmlUrl="https://a.in/feed"/>').replace('UTF-8', 'ISO-8859-1');
    expect((await read(Buffer.from(xml, 'latin1'))).found).toMatchObject([{ name: 'Café' }]);
  });
});

test('a YouTube subscription is a channel, a page without feed a blog', async () => {
  const { found } = await read(
    opml(
      `<outline text="M" xmlUrl="https://www.youtube.com/feeds/videos.xml?channel_id=UCyck8jJ1yQzy82rLJ5nv8Gg"/><outline text="B" htmlUrl="https://b.in/"/>`,
    ),
  );
  expect(found.map(({ profiles }) => profiles[0])).toEqual([
    { platform: 'youtube', handle: 'UCyck8jJ1yQzy82rLJ5nv8Gg' },
    { platform: 'blog', handle: 'b.in' },
  ]);
});

test('an entry without an address is told by its number, and the rest goes on', async () => {
  const { found, rejected } = await read(
    opml(
      '<outline text="Nothing"/><outline text="A" xmlUrl="javascript:alert(1)"/><outline text="B" xmlUrl="https://b.in/feed"/>',
    ),
  );
  expect(rejected.map(({ line }) => line)).toEqual([1, 2]);
  expect(rejected[0]?.because).toContain('"Nothing" has no address');
  expect(found).toMatchObject([{ sighting: { line: 3 } }]);
});

test.each([
  ['something else', 'name,handle\nMeera,@meera', 'no OPML'],
  [
    'entity definitions',
    '<!DOCTYPE o [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><opml><body><outline text="&b;" xmlUrl="https://a.in/f"/></body></opml>',
    'defines entities',
  ],
])('%s is refused', async (_, xml, because) => {
  await expect(read(xml)).rejects.toMatchObject({ name: 'unprocessable', message: expect.stringContaining(because) });
});

test('deep nesting and many entries take no time', async () => {
  const depth = 20_000;
  const xml = opml(
    `${'<outline text="f">'.repeat(depth)}<outline text="A" xmlUrl="https://a.in/feed"/>${'</outline>'.repeat(depth)}`,
  );
  expect((await read(xml)).found).toHaveLength(1);
}, 10_000);
