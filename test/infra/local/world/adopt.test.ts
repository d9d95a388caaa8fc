import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { adopt } from '#infra/local/world/adopt.ts';
import { relocated, relocatedList } from '#infra/local/world/relocate.ts';
import { readList } from '#shared/adapters/list/open-list.ts';
import { rowOf, workbook } from '#test/shared/adapters/list/zip.ts';

const keywords = ['sunscreen', 'acne'];
const csv = `Name,Instagram,Email,Followers
Meera,@meera.cooks,meera@inbox.example,4.2K
Nobody,,,
`;
const opml = `<opml version="2.0"><body><outline text="Blogs">
<outline type="rss" text="Meera Talks" xmlUrl="https://meera-talks.in/feed/" htmlUrl="https://www.meera-talks.in"/>
<outline type="rss" text="Deep" xmlUrl="https://meera-talks.in/deep/rss.xml" htmlUrl="https://meera-talks.in/deep"/>
</outline></body></opml>`;
const bytes = (text: string) => new TextEncoder().encode(text);

describe("the user's own lists", () => {
  it('come alive with the names, addresses and numbers that they give', async () => {
    const { people } = await adopt([{ name: 'own.csv', bytes: bytes(csv) }], 1, keywords);
    expect(people).toHaveLength(1);
    expect(people[0]).toMatchObject({
      name: 'Meera',
      email: 'meera@inbox.example',
      profile: { platform: 'instagram', handle: 'meera.cooks', followers: 4200 },
    });
  });

  it('are the same people for the same seed', async () => {
    const lists = [{ name: 'own.csv', bytes: bytes(csv) }];
    expect(await adopt(lists, 1, keywords)).toEqual(await adopt(lists, 1, keywords));
  });

  it('lead to the blogs of this world and to no address outside', async () => {
    const { people, blogs } = await adopt([{ name: 'own.opml', bytes: bytes(opml) }], 1, keywords);
    const moved = relocated(opml, blogs, 'http://127.0.0.1:4711');
    expect(moved).not.toContain('meera-talks.in/');
    const addresses = moved.match(/http:\/\/127\.0\.0\.1:4711\/[^"]*/g) ?? [];
    expect(addresses.filter(address => address.endsWith('/feed/'))).toHaveLength(2);
    for (const { profile } of people)
      expect(addresses.some(address => address.includes(`/${profile.handle}/`))).toBe(true);
  });

  const home = 'http://127.0.0.1:4711';
  const headers = ['Name', 'Blog', 'Instagram'];
  const cells = ['Meera', 'https://meera-talks.in/', '@meera.cooks'];
  it.each([
    ['a workbook', workbook({ People: rowOf(1, headers) + rowOf(2, cells) })],
    ['JSON Lines', bytes(JSON.stringify({ name: cells[0], blog: cells[1], instagram: cells[2] }))],
    ['a table of Excel in UTF-16', Buffer.from(`\ufeff${headers.join('\t')}\n${cells.join('\t')}\n`, 'utf16le')],
    ['a plain list', bytes(`# who we met\nMeera https://meera-talks.in/ @meera.cooks\n`)],
    ['OPML in Latin-1', Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${opml}<!-- é -->`, 'latin1')],
  ])('may be %s, which is still one with its blogs in this world', async (_, list) => {
    const own = { name: 'own', bytes: list };
    const { blogs } = await adopt([own], 1, keywords);
    const moved = await relocatedList(own, blogs, home);
    const handles: string[] = [];
    for await (const row of readList(moved.bytes, moved))
      if ('found' in row) handles.push(...row.found.profiles.map(({ handle }) => handle));
    expect(handles).toContain('127.0.0.1:4711/meera-talks-in');
    expect(handles.join(' ')).not.toContain('meera-talks.in');
  });

  it('stay byte for byte what they are where they name no blog', async () => {
    const own = { name: 'own.csv', bytes: bytes(csv) };
    expect(await relocatedList(own, new Map(), home)).toBe(own);
  });

  it.skipIf(!existsSync('../shared/corpora/opml'))('may be a real blogroll of a thousand blogs', async () => {
    const text = readFileSync('../shared/corpora/opml/hackernews-personal-blogs.opml', 'utf8');
    const { people, blogs } = await adopt([{ name: 'hn.opml', bytes: bytes(text) }], 1, keywords);
    expect(people.length).toBeGreaterThan(1000);
    const moved = relocated(text, blogs, 'http://127.0.0.1:4711');
    const outside = (moved.match(/xmlUrl="https?:\/\/[^"]+"/g) ?? []).filter(address => !address.includes('127.0.0.1'));
    expect(outside.length).toBeLessThan(people.length * 0.01);
  });
});
