import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FoundProfile } from '#shared/domain/candidate.ts';
import { profileOfFeed, rowToProfile } from '#shared/domain/import/import.ts';
import { chooseMapping, looksLikeHeader } from '#shared/domain/import/mapping.ts';
import { mergeFound } from '#shared/domain/import/merge-found.ts';

const sighting = { source: 'list.csv', line: 2 };
const read = (headers: string[], row: string[], ...more: string[][]) =>
  rowToProfile(chooseMapping(headers, [row, ...more]), row, sighting);
const found = (headers: string[], row: string[], ...more: string[][]): FoundProfile => {
  const reading = read(headers, row, ...more);
  if ('rejected' in reading) throw new Error(reading.rejected.because);
  return reading.found;
};

describe('columns are found by their names', () => {
  test.each([
    [
      'a hand-made list',
      ['Name', 'Instagram Handle', 'Followers', 'ER%', 'Email ID'],
      ['Meera', '@meera', '12.3K', '4.5', 'Meera@Cooks.in'],
    ],
    [
      'a column with two names',
      ['Influencer / Creator', 'Handle / URL', 'Followers', 'ER%', 'Email or contact'],
      ['Meera', '@meera', '12.3K', '4.5', 'meera@cooks.in'],
    ],
    [
      'names in camel case',
      ['fullName', 'username', 'followersCount', 'engagementRate', 'contactEmail'],
      ['Meera', 'meera', '12300', '0.045', 'meera@cooks.in'],
    ],
    [
      'names in snake case',
      ['full_name', 'user_name', 'followers_count', 'er', 'e-mail'],
      ['Meera', 'meera', '12,300', '4.5 %', 'meera@cooks.in'],
    ],
    [
      'a data vendor’s API names',
      ['profile.fullname', 'profile.username', 'profile.followers', 'profile.engagementRate', 'email'],
      ['Meera', 'meera', '12300', '0.045', 'meera@cooks.in'],
    ],
    [
      'upper case and notes in brackets',
      ['CREATOR', 'IG LINK', 'IG FOLLOWERS', 'ENGAGEMENT RATE (%)', 'MAIL'],
      ['Meera', 'https://instagram.com/meera/', '12,300', '4.5', 'meera@cooks.in'],
    ],
    [
      'Spanish',
      ['Nombre', 'Usuario', 'Seguidores', 'Tasa de engagement', 'Correo electrónico'],
      ['Meera', 'meera', '12.300', '4,5%', 'meera@cooks.in'],
    ],
  ])('%s', (_, headers, row) => {
    expect(found(headers, row)).toMatchObject({
      name: 'Meera',
      profiles: [{ platform: 'instagram', handle: 'meera' }],
      email: 'meera@cooks.in',
      claimed: { followers: 12_300, engagementRate: 0.045 },
      sighting,
    });
  });

  test('a platform column says what a bare handle is', () => {
    expect(found(['handle', 'platform'], ['meera', 'YouTube']).profiles).toEqual([
      { platform: 'youtube', handle: 'meera' },
    ]);
  });

  test('a person may have a column per platform, and counts of one say nothing about another', () => {
    const person = found(
      ['Instagram', 'IG followers', 'YouTube', 'YouTube subscribers', 'Blog URL'],
      ['@meera', '9K', 'https://youtube.com/@meeracooks', '120K', 'meera.in'],
    );
    expect(person.profiles.map(({ platform }) => platform)).toEqual(['instagram', 'youtube', 'blog']);
    expect(person.claimed.followers).toBe(9000);
  });

  test('the account comes before the website, whichever column does', () => {
    const person = found(['Website', 'Instagram', 'Followers'], ['meera.in', '@meera', '9K']);
    expect(person.profiles.map(({ platform }) => platform)).toEqual(['instagram', 'blog']);
    expect(person.claimed.followers).toBe(9000);
  });

  test('a feed alone names its blog, a feed that is no address names nothing', () => {
    expect(found(['rss'], ['https://meera.in/feed/'])).toMatchObject({
      profiles: [{ platform: 'blog', handle: 'meera.in' }],
      feedUrl: 'https://meera.in/feed/',
    });
    expect(read(['rss'], ['every Monday'])).toHaveProperty('rejected');
  });

  test('first and last names make a name', () => {
    expect(found(['First name', 'Last name', 'handle'], ['Meera', 'Rao', '@meera']).name).toBe('Meera Rao');
  });

  test('of several counts the one of the same platform is taken', () => {
    expect(found(['handle', 'Followers', 'IG followers'], ['@m', '5', '9000']).claimed.followers).toBe(9000);
  });

  test('the fee takes its currency from the cell, else from the header, else stays unread', () => {
    expect(found(['handle', 'Fee (INR)'], ['@m', '15k']).claimed.fee).toEqual({ minor: 1_500_000, currency: 'INR' });
    expect(found(['handle', 'rate card'], ['@m', '₹1.5L']).claimed.fee).toEqual({ minor: 15_000_000, currency: 'INR' });
    expect(found(['handle', 'price'], ['@m', '$200']).claimed.fee).toEqual({ minor: 20_000, currency: 'USD' });
    expect(found(['handle', 'price'], ['@m', '200']).claimed.fee).toBeUndefined();
  });

  test('countries, cities, languages and topics are told apart', () => {
    expect(
      found(['handle', 'Location', 'Language', 'Niche'], ['@m', 'Mumbai, India', 'English, Hindi', 'Food, #Travel']),
    ).toMatchObject({
      country: 'IN',
      city: 'Mumbai',
      languages: ['en', 'hi'],
      topics: ['food', 'travel'],
    });
  });

  test('a directory’s rank is kept with its system', () => {
    expect(found(['blog_url', 'rank_source', 'rank'], ['meera.in', 'IndiRank', '78']).claimed.blogRank).toEqual({
      IndiRank: 78,
    });
  });

  test('unknown columns are kept as they came, and so is an address that can not be written to', () => {
    expect(found(['handle', 'email', 'Vibe'], ['@m', 'not an address', 'calm']).raw).toEqual({
      email: 'not an address',
      Vibe: 'calm',
    });
  });
});

describe('rates without a sign are read by the whole column', () => {
  const rates = (...values: string[]) => {
    const rows = values.map((value, index) => [`@person${index}`, value]);
    const mapping = chooseMapping(['handle', 'engagement'], rows);
    return rows.map(row => {
      const reading = rowToProfile(mapping, row, sighting);
      return 'found' in reading ? reading.found.claimed.engagementRate : undefined;
    });
  };
  test('fractions', () => expect(rates('0.045', '0.02', '0.31')).toEqual([0.045, 0.02, 0.31]));
  test('percentages', () => expect(rates('4.5', '0.2', '3')).toEqual([0.045, 0.002, 0.03]));
  test('quality scores from 0 to 1 and from 1 to 100 come out alike', () => {
    expect(found(['handle', 'AQS'], ['@m', '81']).claimed.audienceQuality).toBe(81);
    expect(found(['handle', 'Audience credibility'], ['@m', '0.81']).claimed.audienceQuality).toBe(81);
  });
});

describe('columns without a known name are read by what stands in them', () => {
  test('addresses and links', () => {
    const headers = ['Spalte 1', 'Spalte 2'];
    expect(found(headers, ['https://instagram.com/meera', 'meera@cooks.in'])).toMatchObject({
      profiles: [{ platform: 'instagram', handle: 'meera' }],
      email: 'meera@cooks.in',
    });
  });
  test('a first row of data is no header', () => {
    expect(looksLikeHeader(['@meera', 'meera@cooks.in'])).toBe(false);
    expect(looksLikeHeader(['meera'])).toBe(false);
    expect(looksLikeHeader(['Wer', 'Wo'])).toBe(true);
    expect(looksLikeHeader(['handle'])).toBe(true);
  });
});

test('a column that mixes handles and links is a column of handles', () => {
  const rows = [
    ['@meera', 'Pune'],
    ['https://www.instagram.com/anu/', 'Kochi'],
    ['@rohan', 'Delhi'],
    ['www.kavya.in', 'Goa'],
  ];
  expect(chooseMapping(['Where', 'Town'], rows).columns).toMatchObject([
    { index: 0, field: 'handle' },
    { field: 'city' },
  ]);
});

describe('a row that can not be used says what to mend', () => {
  test.each([
    [['handle'], [''], 'no handle or link: fill "handle"'],
    [['handle'], ['two words'], '"two words" in "handle" is no handle or link to a profile'],
    [['Instagram'], ['https://facebook.com/meera'], 'is no handle or link'],
    [['name', 'email'], ['Meera', 'm@x.in'], 'no column holds a handle or link'],
    [['handle', 'followers'], ['@m', '1', '234'], 'it has 3 cells where the header has 2'],
  ])('%j %j', (headers, row, because) => {
    const reading = read(headers, row);
    expect('rejected' in reading && reading.rejected).toMatchObject({
      ...sighting,
      because: expect.stringContaining(because),
    });
  });
});

describe('spreadsheet leftovers do no harm', () => {
  test('formulas are not taken for values, links in HYPERLINK and texts in quotes are', () => {
    expect(
      found(['name', 'link'], ['=cmd|"/c calc"!A1', '=HYPERLINK("https://instagram.com/meera","Meera")']),
    ).not.toHaveProperty('name');
    expect(found(['handle', 'Code'], ['="meera"', '=1+1'])).toMatchObject({
      profiles: [{ platform: 'instagram', handle: 'meera' }],
      raw: {},
    });
  });
  test('error values and dashes are nothing', () => {
    expect(found(['handle', 'city', 'followers'], ['@m', '#REF!', '-'])).toMatchObject({ claimed: {} });
    expect(found(['handle', 'city'], ['@m', 'N/A'])).not.toHaveProperty('city');
  });
  test('no row throws', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 6 }), fc.array(fc.string(), { maxLength: 6 }), (headers, row) => {
        expect(read(headers, row)).toBeDefined();
      }),
    );
  });
});

test.each([
  ['https://meera.in/feed/', 'blog:meera.in'],
  ['https://meera.in/blog/index.xml', 'blog:meera.in/blog'],
  ['https://meera.blogspot.com/feeds/posts/default?alt=rss', 'blog:meera.blogspot.com'],
  ['https://medium.com/feed/@meera', 'blog:medium.com/@meera'],
  ['https://www.elle.com/rss/fashion.xml/', 'blog:elle.com'],
  ['https://www.youtube.com/feeds/videos.xml?user=meeracooks', 'youtube:meeracooks'],
])('the feed %s belongs to %s', (feed, key) => {
  const ref = profileOfFeed(feed);
  expect(`${ref?.platform}:${ref?.handle}`).toBe(key);
});

describe('people found twice', () => {
  const sighted = (line: number, over: Partial<FoundProfile>): FoundProfile => ({
    profiles: [],
    languages: [],
    topics: [],
    claimed: {},
    raw: {},
    sighting: { source: 'a.csv', line },
    ...over,
  });
  const instagram = (handle: string) => [{ platform: 'instagram' as const, handle }];

  test('one profile, one address or one feed make one person, also through a third', () => {
    const people = mergeFound([
      sighted(1, { profiles: instagram('meera'), email: 'meera@cooks.in', name: 'Meera' }),
      sighted(2, {
        profiles: [{ platform: 'blog', handle: 'meera.in' }],
        email: 'Meera@cooks.in',
        feedUrl: 'https://meera.in/feed',
      }),
      sighted(3, {
        profiles: [{ platform: 'blog', handle: 'feeds.example/meera' }],
        feedUrl: 'http://www.meera.in/feed/',
        topics: ['food'],
      }),
      sighted(4, { profiles: instagram('ravi') }),
    ]);
    expect(people).toHaveLength(2);
    expect(people[0]).toMatchObject({
      name: 'Meera',
      contact: { email: 'meera@cooks.in', sighting: { source: 'a.csv', line: 1 } },
      topics: ['food'],
      sightings: [{ line: 1 }, { line: 2 }, { line: 3 }],
    });
    expect(people[0]?.evidence).toHaveLength(3);
  });

  test('what comes first in the sources decides, and gaps are filled from later', () => {
    const [person] = mergeFound([
      sighted(9, { profiles: instagram('meera'), claimed: { followers: 1, averageLikes: 5 }, city: 'Pune' }),
      sighted(2, { profiles: instagram('meera'), claimed: { followers: 2 } }),
    ]);
    expect(person).toMatchObject({ claimed: { followers: 2, averageLikes: 5 }, city: 'Pune' });
  });

  test('an agency’s address does not make its many creators one person', () => {
    const rows = ['a', 'b', 'c', 'd'].map((name, index) =>
      sighted(index, { profiles: instagram(`${name}_creates`), email: 'talent@agency.in' }),
    );
    expect(mergeFound(rows)).toHaveLength(4);
    expect(mergeFound(rows.slice(0, 2))).toHaveLength(1);
  });

  const anyFound = fc.record({
    profiles: fc.array(
      fc.record({
        platform: fc.constantFrom('instagram' as const, 'blog' as const),
        handle: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      }),
      { minLength: 1, maxLength: 2 },
    ),
    languages: fc.constant([]),
    topics: fc.subarray(['food', 'travel']),
    claimed: fc.record({ followers: fc.nat(9) }),
    raw: fc.constant({}),
    email: fc.constantFrom('a@x.in', 'b@x.in', 'c@x.in'),
    sighting: fc.record({ source: fc.constantFrom('a.csv', 'b.opml'), line: fc.nat(5) }),
  });
  const some = fc.array(anyFound, { maxLength: 8 });
  const evidence = (found: FoundProfile[]) => mergeFound(found).flatMap(person => person.evidence);

  test('the order of the sources changes nothing', () => {
    fc.assert(
      fc.property(some, some, (a, b) => {
        expect(mergeFound([...a, ...b])).toEqual(mergeFound([...b, ...a]));
      }),
    );
  });
  test('merging in steps changes nothing, and neither does merging again', () => {
    fc.assert(
      fc.property(some, some, some, (a, b, c) => {
        const atOnce = mergeFound([...a, ...b, ...c]);
        expect(mergeFound([...evidence([...a, ...b]), ...c])).toEqual(atOnce);
        expect(mergeFound([...a, ...evidence([...b, ...c])])).toEqual(atOnce);
        expect(mergeFound([...atOnce, ...atOnce].flatMap(person => person.evidence))).toEqual(atOnce);
      }),
    );
  });
  test('nobody gets lost, and no profile belongs to two people', () => {
    fc.assert(
      fc.property(some, found => {
        const handles = mergeFound(found).flatMap(person =>
          person.profiles.map(({ platform, handle }) => `${platform}:${handle}`),
        );
        expect(new Set(handles)).toEqual(
          new Set(found.flatMap(({ profiles }) => profiles.map(({ platform, handle }) => `${platform}:${handle}`))),
        );
        expect(new Set(handles).size).toBe(handles.length);
      }),
    );
  });
});
