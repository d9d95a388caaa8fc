import { readFileSync } from 'node:fs';
import type { UserList } from '#infra/local/world/adopt.ts';
import { readList as readRows } from '#shared/adapters/list/open-list.ts';
import type { CampaignSpec } from '#shared/contracts/campaign-spec.ts';
import { Fault } from '#shared/errors.ts';
import { CliError } from '../exit-codes.ts';

/** Lists of candidates that a person brings to the simulation; what the app would refuse is refused before anything is started. */

export function readList(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    throw new CliError('refused', `There is no file ${path}.`);
  }
}

/** The lists that a campaign names, with what it says about their columns; an `upload` is the number of the file. */
export const listsIn = ({ sources }: CampaignSpec, files: readonly Uint8Array[]): UserList[] =>
  sources.flatMap(source => {
    if (source.kind === 'roster' || source.kind === 'profiles') return [];
    const { name, text, upload, mapping, sheet } = source;
    const bytes = text === undefined ? files[Number(upload)] : Buffer.from(text);
    return bytes ? [{ name, bytes, ...(mapping && { mapping }), ...(sheet !== undefined && { sheet }) }] : [];
  });

/** How many reasons are enough to see what is wrong with a list. */
const shownReasons = 5;

/** At least one person must be named; else everything would run and nobody would be written to. */
export async function checkList(list: UserList): Promise<void> {
  const reasons: string[] = [];
  try {
    for await (const row of readRows(list.bytes, list)) {
      if ('found' in row) return;
      if (reasons.length < shownReasons) reasons.push(`line ${row.rejected.line}: ${row.rejected.because}`);
    }
  } catch (error) {
    throw error instanceof Fault ? new CliError('refused', error.message) : error;
  }
  throw new CliError('refused', `${list.name} names nobody who can be found.`, {
    details: [...reasons, 'A row needs a handle, a link to a profile or the address of a blog.'],
  });
}
