import type { ClaimedFacts, FoundProfile, Sighting } from '../candidate.ts';
import type { ContactBasis, ProfileRef } from '../influencer.ts';
import { grouping } from './grouping.ts';
import { type EarlierCollaboration, newestFirst } from './history.ts';
import { rowKeys } from './identity.ts';
import { profileKey } from './profile.ts';

/** A person, from everything that was found about them. */
export interface FoundPerson {
  readonly name?: string;
  readonly profiles: readonly ProfileRef[];
  readonly contact?: { readonly email: string; readonly sighting: Sighting; readonly basis?: ContactBasis };
  readonly feedUrl?: string;
  readonly country?: string;
  readonly city?: string;
  readonly languages: readonly string[];
  readonly topics: readonly string[];
  readonly claimed: ClaimedFacts;
  readonly sightings: readonly Sighting[];
  readonly raw: Readonly<Record<string, string>>;
  readonly history: readonly EarlierCollaboration[];
  /** What they were merged from, in the order that decided. Merging the evidence of two people again merges the people. */
  readonly evidence: readonly FoundProfile[];
}

/** Nobody reads further; a person who stands in a list ten thousand times must still fit into one item (400 kB). */
const keptSightings = 50;

/** Nobody has more accounts; a row may link whole lists of strangers together. */
const keptProfiles = 20;
const keptWords = 50;
const keptRaw = 100;

/**
 * People from what was found in all sources: whoever shares a profile, a feed or an address is one person. The order in which
 * the sources are read changes nothing, and neither does reading one twice.
 */
export function mergeFound(found: Iterable<FoundProfile>): FoundPerson[] {
  const evidence = inOrder(found);
  const { add, settle } = grouping();
  for (const item of evidence) add(rowKeys(item));
  const groups = settle();
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

/** One person from all rows about them, in whatever order they come. */
export function toPerson(rows: readonly FoundProfile[]): FoundPerson {
  const evidence = rows.length === 1 ? rows : inOrder(rows);
  const first = <T>(pick: (item: FoundProfile) => T | undefined, among = evidence): T | undefined =>
    among.map(pick).find(value => value !== undefined);
  // That of somebody whom we worked with comes before one that a list claims.
  const known = evidence.find(item => item.email !== undefined && item.basis !== undefined);
  const contact = first(
    ({ email, sighting, basis }) => (email === undefined ? undefined : { email, sighting, ...(basis && { basis }) }),
    known && [known],
  );
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
    profiles: [...profiles.values()].slice(0, keptProfiles),
    languages: [...new Set(evidence.flatMap(item => item.languages))].slice(0, keptWords),
    topics: [...new Set(evidence.flatMap(item => item.topics))].slice(0, keptWords),
    claimed: firstOfEach(evidence.map(item => item.claimed)),
    sightings: [...sightings.values()].slice(0, keptSightings),
    raw: Object.fromEntries(Object.entries(firstOfEach(evidence.map(item => item.raw))).slice(0, keptRaw)),
    history: newestFirst(evidence.flatMap(item => item.history ?? [])),
    evidence,
  };
}

/** Earlier objects win, member by member. */
const firstOfEach = <T extends object>(objects: readonly T[]): T => Object.assign({}, ...objects.toReversed());

const definedOnly = (record: object): object =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
