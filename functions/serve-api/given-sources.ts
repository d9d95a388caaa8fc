import { readList } from '#shared/adapters/list/open-list.ts';
import { isFileSource, type SourceSpec } from '#shared/contracts/campaign-spec.ts';
import type { FoundProfile } from '#shared/domain/candidate.ts';
import { profileRef } from '#shared/domain/import/profile.ts';
import { listOptions } from '#shared/operations/list-bytes.ts';

/** More would take longer to merge and score than the simulation takes; whoever comes first decides. */
const mostPeople = 5000;

/** Everybody whom the request itself names; undefined where a part of the sources lies elsewhere. */
export async function givenSources(sources: readonly SourceSpec[]): Promise<FoundProfile[] | undefined> {
  const found: FoundProfile[] = [];
  for (const source of sources) {
    const given = peopleIn(source);
    if (!given) return undefined;
    for await (const person of given) {
      found.push(person);
      if (found.length >= mostPeople) return found;
    }
  }
  return found;
}

function peopleIn(source: SourceSpec): AsyncIterable<FoundProfile> | Iterable<FoundProfile> | undefined {
  if (source.kind === 'profiles')
    return source.profiles.flatMap((given, index) => named(given, source.name, index + 1));
  if (!isFileSource(source) || source.text === undefined) return undefined;
  const bytes = new TextEncoder().encode(source.text);
  return onlyFound(readList(bytes, listOptions(source)));
}

async function* onlyFound(readings: ReturnType<typeof readList>): AsyncGenerator<FoundProfile> {
  for await (const reading of readings) if ('found' in reading) yield reading.found;
}

type Given = Extract<SourceSpec, { kind: 'profiles' }>['profiles'][number];

function named({ platform, handle, name, email }: Given, source: string, line: number): FoundProfile[] {
  const ref = profileRef(platform, handle);
  if (!ref) return [];
  return [
    {
      profiles: [ref],
      ...(name !== undefined && { name }),
      ...(email !== undefined && { email }),
      languages: [],
      topics: [],
      claimed: {},
      sighting: { source, line },
      raw: {},
    },
  ];
}
