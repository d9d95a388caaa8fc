import type { SourceSpec } from '#shared/contracts/campaign/sources.ts';
import type { FoundProfile } from '#shared/domain/candidate.ts';
import { givenRows } from '#shared/operations/given-rows.ts';
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
    if (source.kind === 'roster') continue;
    for await (const reading of givenRows(files, source)) yield 'found' in reading ? reading.found : undefined;
  }
}
