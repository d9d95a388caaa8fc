import { readList } from '#shared/adapters/list/open-list.ts';
import type { FoundProfile } from '#shared/domain/candidate.ts';
import type { SavedMapping } from '#shared/domain/import/mapping.ts';
import type { Person } from './person.ts';
import { dealer } from './personality.ts';
import { profile } from './population.ts';
import { seededRandom } from './random.ts';
import { withoutScheme } from './relocate.ts';
import { bio } from './writing.ts';

/** A list of the user's own, in any format that the app imports: the people it names come alive here, so that nothing outside this machine is asked. */
export interface UserList {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** As a source of the campaign says them. */
  readonly mapping?: SavedMapping;
  readonly sheet?: string;
}

export interface Adopted {
  readonly people: readonly Person[];
  /** Host and path of a real blog -> its name here. */
  readonly blogs: ReadonlyMap<string, string>;
}

/** Everyone that the lists name, with the facts they claim and the rest by seed. */
export async function adopt(
  lists: readonly UserList[],
  seed: string | number,
  keywords: readonly string[],
): Promise<Adopted> {
  const random = seededRandom(seed).fork('adopted');
  const deal = dealer(random.fork('characters'));
  const people = new Map<string, Person>();
  const blogs = new Map<string, string>();
  for (const list of lists) {
    for await (const row of readList(list.bytes, list)) {
      if (!('found' in row)) continue;
      for (const { platform, handle } of row.found.profiles) {
        const local = platform === 'blog' ? handle.replace(/[^\p{L}\p{N}]+/gu, '-') : handle;
        if (platform === 'blog') blogs.set(handle, local);
        // Feeds often live on another host than their blog.
        if (platform === 'blog' && row.found.feedUrl) blogs.set(withoutScheme(row.found.feedUrl), local);
        const key = `${platform}:${local}`;
        if (!people.has(key)) people.set(key, person(row.found, platform, local, deal, keywords, random.fork(key)));
      }
    }
  }
  return { people: [...people.values()], blogs };
}

function person(
  found: FoundProfile,
  platform: Person['profile']['platform'],
  handle: string,
  deal: ReturnType<typeof dealer>,
  keywords: readonly string[],
  random: ReturnType<typeof seededRandom>,
): Person {
  const niche = random.chance(0.75) ? random.shuffle(keywords).slice(0, 6) : ['everyday life', 'home', 'friends'];
  const city = found.city ?? 'Mumbai';
  const name = found.name ?? handle;
  // Lists of blogs carry no addresses; a site's contact page often does.
  const email =
    found.email ??
    (random.chance(0.7) ? `hello@${handle.replace(/[^a-z0-9]+/gi, '').toLowerCase() || 'site'}.example` : undefined);
  const publishesEmail = email !== undefined && found.email === undefined;
  const author = { language: 'en' as const, keywords: niche, city };
  return {
    id: `adopted-${platform}-${handle}`,
    name,
    ...(email && { email }),
    publishesEmail,
    city,
    country: found.country ?? 'IN',
    timeZone: 'Asia/Kolkata',
    language: 'en',
    persona: deal(),
    profile: profile(
      {
        handle,
        niche,
        platform,
        bio: bio(author, name, publishesEmail ? email : undefined, random),
        ...(found.claimed.followers !== undefined && { followers: found.claimed.followers }),
      },
      random,
    ),
  };
}
