import type { ClaimedFacts, FoundProfile, Sighting } from '../candidate.ts';
import type { ProfileRef } from '../influencer.ts';
import { mailboxKey } from '../listening/mail-address.ts';
import { profileKey } from './profile.ts';

/** A person, from everything that was found about them. */
export interface FoundPerson {
  readonly name?: string;
  readonly profiles: readonly ProfileRef[];
  readonly contact?: { readonly email: string; readonly sighting: Sighting };
  readonly feedUrl?: string;
  readonly country?: string;
  readonly city?: string;
  readonly languages: readonly string[];
  readonly topics: readonly string[];
  readonly claimed: ClaimedFacts;
  readonly sightings: readonly Sighting[];
  readonly raw: Readonly<Record<string, string>>;
  /** What they were merged from, in the order that decided. Merging the evidence of two people again merges the people. */
  readonly evidence: readonly FoundProfile[];
}

/** An address beside more profiles of one platform than this is an agency's and says nothing about who is who. */
const profilesOfOnePerson = 3;

/** Nobody reads further; a person who stands in a list ten thousand times must still fit into one item (400 kB). */
const keptSightings = 50;

/**
 * People from what was found in all sources: whoever shares a profile, a feed or an address is one person. The order in which
 * the sources are read changes nothing, and neither does reading one twice.
 */
export function mergeFound(found: Iterable<FoundProfile>): FoundPerson[] {
  const evidence = inOrder(found);
  const shared = agencyAddresses(evidence);
  const groups = new Groups(evidence.length);
  const firstWith = new Map<string, number>();
  for (const [index, item] of evidence.entries()) {
    for (const key of keysOf(item)) {
      if (shared.has(key)) continue;
      const earlier = firstWith.get(key);
      if (earlier === undefined) firstWith.set(key, index);
      else groups.join(earlier, index);
    }
  }
  return [...Map.groupBy(evidence.entries(), ([index]) => groups.of(index)).values()].map(members =>
    toPerson(members.map(([, item]) => item)),
  );
}

/** By source and line, each piece once: what comes first decides where pieces disagree. */
function inOrder(found: Iterable<FoundProfile>): FoundProfile[] {
  const distinct = new Map<string, FoundProfile>();
  for (const item of found) distinct.set(JSON.stringify(item), item);
  return [...distinct]
    .sort(
      ([a, x], [b, y]) =>
        compare(x.sighting.source, y.sighting.source) || x.sighting.line - y.sighting.line || compare(a, b),
    )
    .map(([, item]) => item);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const addressKey = (email: string): string => `address:${mailboxKey(email)}`;

function keysOf({ profiles, email, feedUrl }: FoundProfile): string[] {
  return [
    ...profiles.map(ref => `profile:${profileKey(ref)}`),
    ...(email ? [addressKey(email)] : []),
    ...(feedUrl
      ? [
          `feed:${feedUrl
            .replace(/^https?:\/\/(?:www\.)?/i, '')
            .replace(/\/+$/, '')
            .toLowerCase()}`,
        ]
      : []),
  ];
}

function agencyAddresses(evidence: readonly FoundProfile[]): ReadonlySet<string> {
  const handles = new Map<string, Set<string>>();
  for (const { email, profiles } of evidence) {
    if (!email) continue;
    for (const ref of profiles) {
      const key = `${ref.platform} ${addressKey(email)}`;
      handles.set(key, (handles.get(key) ?? new Set()).add(ref.handle));
    }
  }
  const crowded = [...handles].filter(([, names]) => names.size > profilesOfOnePerson);
  return new Set(crowded.map(([key]) => key.slice(key.indexOf(' ') + 1)));
}

/** Disjoint sets with path halving; the smallest index stands for its set, so that order is kept. */
class Groups {
  readonly #parent: number[];

  constructor(size: number) {
    this.#parent = Array.from({ length: size }, (_, index) => index);
  }

  of(index: number): number {
    let at = index;
    for (let parent = this.#parent[at] ?? at; parent !== at; parent = this.#parent[at] ?? at) {
      this.#parent[at] = this.#parent[parent] ?? parent;
      at = this.#parent[at] ?? at;
    }
    return at;
  }

  join(a: number, b: number): void {
    const [x, y] = [this.of(a), this.of(b)];
    this.#parent[Math.max(x, y)] = Math.min(x, y);
  }
}

function toPerson(evidence: readonly FoundProfile[]): FoundPerson {
  const first = <T>(pick: (item: FoundProfile) => T | undefined): T | undefined =>
    evidence.map(pick).find(value => value !== undefined);
  const contact = first(({ email, sighting }) => (email === undefined ? undefined : { email, sighting }));
  const optional = {
    name: first(item => item.name),
    contact,
    feedUrl: first(item => item.feedUrl),
    country: first(item => item.country),
    city: first(item => item.city),
  };
  const profiles = new Map(evidence.flatMap(item => item.profiles).map(ref => [profileKey(ref), ref]));
  const sightings = new Map(evidence.map(({ sighting }) => [JSON.stringify(sighting), sighting]));
  return {
    ...(definedOnly(optional) as Partial<Pick<FoundPerson, keyof typeof optional>>),
    profiles: [...profiles.values()],
    languages: [...new Set(evidence.flatMap(item => item.languages))],
    topics: [...new Set(evidence.flatMap(item => item.topics))],
    claimed: firstOfEach(evidence.map(item => item.claimed)),
    sightings: [...sightings.values()].slice(0, keptSightings),
    raw: firstOfEach(evidence.map(item => item.raw)),
    evidence,
  };
}

/** Earlier objects win, member by member. */
const firstOfEach = <T extends object>(objects: readonly T[]): T => Object.assign({}, ...objects.toReversed());

const definedOnly = (record: object): object =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
