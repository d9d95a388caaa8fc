import { stringify } from 'csv-stringify/sync';
import { blogAddress, blogTitle } from './blog-feeds.ts';
import { escaped } from './html.ts';
import type { Person } from './person.ts';
import { type Random, seededRandom } from './random.ts';
import { channelId } from './youtube.ts';

export interface ListPlan {
  readonly seed: string | number;
  readonly blogsUrl: string;
}

const header = [
  'Influencer Name',
  'Platform',
  'Handle / URL',
  'Followers',
  'ER %',
  'Email ID',
  'City',
  'Country',
  'Niche',
] as const;

/** The list as an agency would hand it over: mixed notations, some people twice, a row or two that cannot be used. */
export function candidatesCsv(people: readonly Person[], { seed, blogsUrl }: ListPlan): string {
  const random = seededRandom(seed).fork('csv');
  const listed = people.filter(person => !inBlogroll(person));
  const rows = listed.map(person => row(person, blogsUrl, random));
  const again = random.shuffle(listed).slice(0, Math.round(listed.length * 0.03));
  rows.push(...again.map(person => row(person, blogsUrl, random)));
  // Two rows that nobody can use: no handle at all, and a handle that cannot exist.
  rows.splice(Math.floor(rows.length / 3), 0, ['Unknown Person', 'Instagram', '', '4.2K', '', '', 'Pune', 'IN', '']);
  rows.splice(Math.floor(rows.length / 2), 0, [
    'Broken Row',
    'Instagram',
    'this is no handle!!',
    'many',
    '',
    'nobody@',
    'Delhi',
    'IN',
    '',
  ]);
  return `\uFEFF${stringify([[...header], ...rows], { record_delimiter: '\r\n' })}`;
}

function row(person: Person, blogsUrl: string, random: Random): string[] {
  const { profile } = person;
  const claimed = Math.round(profile.followers * random.between(0.92, 1.08));
  return [
    person.name,
    { instagram: 'Instagram', youtube: 'YouTube', tiktok: 'TikTok', blog: 'Blog' }[profile.platform],
    profileNotation(person, blogsUrl, random),
    random.chance(0.05) ? '' : count(claimed, random),
    random.chance(0.5) ? `${(profile.engagementRate * 100).toFixed(1)}%` : '',
    person.email && random.chance(0.9) ? person.email : '',
    person.city,
    person.country,
    profile.keywords.slice(0, 2).join(', '),
  ];
}

function profileNotation({ profile, ...person }: Person, blogsUrl: string, random: Random): string {
  switch (profile.platform) {
    case 'instagram':
      return random.pick([
        `@${profile.handle}`,
        profile.handle,
        `https://www.instagram.com/${profile.handle}/`,
        `instagram.com/${profile.handle}?igshid=abc`,
      ]);
    case 'youtube':
      return random.pick([
        `@${profile.handle}`,
        `https://www.youtube.com/@${profile.handle}`,
        `https://www.youtube.com/channel/${channelId(profile.handle)}`,
      ]);
    case 'tiktok':
      return random.pick([`@${profile.handle}`, `https://www.tiktok.com/@${profile.handle}?lang=en`]);
    case 'blog':
      return `${blogAddress(blogsUrl, { profile, ...person })}/`;
  }
}

/** "12.3K", "1,23,456", "4 500", "4500": as people type numbers. */
function count(value: number, random: Random): string {
  const indian = value.toLocaleString('en-IN');
  return random.pick([value >= 1000 ? `${(value / 1000).toFixed(1)}K` : String(value), indian, String(value), indian]);
}

/** Two of three bloggers come by blogroll, the others by list. */
const inBlogroll = (person: Person): boolean => person.profile.platform === 'blog' && person.name.length % 3 !== 0;

export function blogrollOpml(people: readonly Person[], { blogsUrl }: Pick<ListPlan, 'blogsUrl'>): string {
  const outlines = people.filter(inBlogroll).map(person => {
    const home = `${blogAddress(blogsUrl, person)}/`;
    const title = escaped(blogTitle(person));
    return `    <outline type="rss" text="${title}" title="${title}" xmlUrl="${home}feed/" htmlUrl="${home}"/>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0"><head><title>Blogroll</title></head><body>
  <outline text="Bloggers" title="Bloggers">
${outlines.join('\n')}
  </outline>
</body></opml>
`;
}
