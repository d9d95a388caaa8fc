import type { Candidate, FoundProfile } from '#shared/domain/candidate.ts';
import { type AreApart, divide } from '#shared/domain/import/divide.ts';
import { identify, type Known, rosterKey } from '#shared/domain/import/identity.ts';
import { type FoundPerson, toPerson } from '#shared/domain/import/merge-found.ts';
import { toCandidate } from '#shared/domain/import/to-candidate.ts';
import type { Sign } from '#shared/domain/thread.ts';
import { Fault } from '#shared/errors.ts';
import { inFlight } from '#shared/lib/in-flight.ts';
import { type GroupedRows, keysOf } from './group-rows.ts';
import type { IdentifyDeps } from './identify-candidates.ts';
import type { SourceReading } from './read-source.ts';
import type { Rejections } from './rejections.ts';

/** Candidates written at once, and how many such batches side by side: the SDK keeps 50 connections. */
const writeBatch = 100;
const batchesAtOnce = 8;
/** Rows about one person that are looked at; who stands in more of them is listed by a machine. */
const rowsOfOnePerson = 1000;

export interface Written {
  readonly influencerIds: readonly string[];
  /** Rows about nobody that may be written to, or too many about one person. */
  readonly refusedRows: number;
}

/** Reads everything again and writes each person when their last row has come. */
export async function writePeople(
  deps: IdentifyDeps,
  read: () => AsyncIterable<SourceReading>,
  grouped: GroupedRows,
  rejected: Rejections,
  campaign: { readonly campaignId: string; readonly at: string },
): Promise<Written> {
  const ids = new Set<string>();
  const readRejected = rejected.count();
  const writes = inFlight(batchesAtOnce);
  let candidates: Candidate[] = [];
  let remembered = new Map<string, Known>();

  const flush = async () => {
    const [people, keys] = [candidates, remembered];
    candidates = [];
    remembered = new Map();
    await writes.add(async () => {
      await Promise.all([deps.roster.remember(keys), deps.candidates.putAll(people)]);
    });
  };

  for await (const rows of peopleIn(read, grouped, rejected)) {
    const taken = new Set<string>();
    for (const { person, keys } of peopleAmong(rows, grouped, deps.sign)) {
      const influencerId = identify(keys, grouped.known, taken);
      taken.add(influencerId);
      const because = grouped.barred.get(influencerId);
      if (because !== undefined) {
        for (const { source, line } of person.sightings) rejected.add({ source, line, because });
        continue;
      }
      if (ids.has(influencerId)) continue;
      ids.add(influencerId);
      for (const key of keys) if (!grouped.known.has(key)) remembered.set(key, { influencerId });
      candidates.push(toCandidate(person, { ...campaign, influencerId }));
    }
    if (candidates.length >= writeBatch) await flush();
  }
  await flush();
  await writes.done();
  return { influencerIds: [...ids], refusedRows: rejected.count() - readRejected };
}

/** The rows of one person after the other. */
async function* peopleIn(
  read: () => AsyncIterable<SourceReading>,
  { groups }: GroupedRows,
  rejected: Rejections,
): AsyncGenerator<FoundProfile[]> {
  const waiting = new Map<number, { readonly rows: FoundProfile[]; missing: number }>();
  let row = 0;
  for await (const reading of read()) {
    if (!('found' in reading)) continue;
    const [first, size] = [groups.of(row), groups.size(row)];
    row += 1;
    if (size === 1) {
      yield [reading.found];
      continue;
    }
    const group = waiting.get(first) ?? { rows: [], missing: size };
    waiting.set(first, group);
    group.missing -= 1;
    if (group.rows.length < rowsOfOnePerson) group.rows.push(reading.found);
    else {
      const { source, line } = reading.found.sighting;
      rejected.add({ source, line, because: `one person stands in more than ${rowsOfOnePerson} rows` });
    }
    if (group.missing > 0) continue;
    waiting.delete(first);
    yield group.rows;
  }
  if (row !== groups.rows) throw new Fault('write-conflict', 'A list was replaced while it was read.');
}

interface PersonWithKeys {
  readonly person: FoundPerson;
  /** By which the roster knows them. */
  readonly keys: readonly string[];
}

/** Mostly one; several where a person told their profiles apart before. */
function peopleAmong(rows: readonly FoundProfile[], { groups, known }: GroupedRows, sign: Sign): PersonWithKeys[] {
  const areApart: AreApart = (a, b) => known.get(a)?.apart?.includes(b) === true;
  const wasSplit = rows.some(row => row.profiles.some(ref => known.get(rosterKey(ref))?.apart !== undefined));
  const people = wasSplit ? divide(rows, areApart) : [rows];
  const addresses = people.map(person => addressesOf(person, sign));
  return people.map((person, index) => {
    const isOwn = (address: string) =>
      !groups.isShared(address) && addresses.every((others, at) => at === index || !others.has(address));
    const found = toPerson(person);
    const profiles = found.profiles.map(rosterKey);
    return { person: found, keys: [...profiles, ...[...(addresses[index] ?? [])].filter(isOwn)] };
  });
}

const addressesOf = (rows: readonly FoundProfile[], sign: Sign): ReadonlySet<string> =>
  new Set(rows.flatMap(row => keysOf(row, sign).address ?? []));
