import { readList } from '#shared/adapters/list/open-list.ts';
import { isFileSource, type SourceSpec } from '#shared/contracts/campaign-spec.ts';
import type { FoundProfile } from '#shared/domain/candidate.ts';
import { profileRef } from '#shared/domain/import/profile.ts';
import { listBytes, listOptions } from '#shared/operations/list-bytes.ts';
import type { FileStore } from '#shared/ports/files.ts';

/** More would take longer to merge and score than the simulation takes; whoever comes first decides. */
const mostPeople = 5000;
/** A list of which nothing can be used must not keep the gateway waiting either. */
const mostRows = 20_000;

export interface GivenPeople {
  readonly found: readonly FoundProfile[];
  /** False where the lists are longer than what was looked at. */
  readonly isAll: boolean;
}

/** Everybody whom the lists of a campaign name, in the request or uploaded; undefined where sources are no lists. */
export async function givenSources(
  files: Pick<FileStore, 'read'>,
  sources: readonly SourceSpec[],
): Promise<GivenPeople | undefined> {
  const found: FoundProfile[] = [];
  if (sources.some(({ kind }) => kind === 'roster')) return undefined;
  let rows = 0;
  for await (const person of peopleIn(files, sources)) {
    if (found.length === mostPeople || rows === mostRows) return { found, isAll: false };
    rows += 1;
    if (person) found.push(person);
  }
  return { found, isAll: true };
}

/** One a row; undefined for a row that names nobody. */
async function* peopleIn(
  files: Pick<FileStore, 'read'>,
  sources: readonly SourceSpec[],
): AsyncGenerator<FoundProfile | undefined> {
  for (const source of sources) {
    if (source.kind === 'profiles') yield* source.profiles.map((given, index) => named(given, source.name, index + 1));
    if (!isFileSource(source)) continue;
    for await (const reading of readList(await listBytes(files, source), listOptions(source)))
      yield 'found' in reading ? reading.found : undefined;
  }
}

type Given = Extract<SourceSpec, { kind: 'profiles' }>['profiles'][number];

function named({ platform, handle, name, email }: Given, source: string, line: number): FoundProfile | undefined {
  const ref = profileRef(platform, handle);
  if (!ref) return undefined;
  return {
    profiles: [ref],
    ...(name !== undefined && { name }),
    ...(email !== undefined && { email }),
    languages: [],
    topics: [],
    claimed: {},
    sighting: { source, line },
    raw: {},
  };
}
