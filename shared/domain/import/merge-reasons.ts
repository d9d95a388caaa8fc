import type { FoundProfile } from '../candidate.ts';
import { rowKeys } from './identity.ts';

/** What several rows have in common, and which rows. */
export interface MergeReason {
  /** "profile instagram:meera"; an address itself is not shown. */
  readonly by: string;
  /** "candidates.csv line 3". */
  readonly in: string[];
}

/** Why these rows are about one person. */
export function mergeReasons(evidence: readonly FoundProfile[]): MergeReason[] {
  const rowsOf = new Map<string, string[]>();
  for (const row of evidence) {
    const { profiles, address, others } = rowKeys(row);
    for (const key of [...profiles.map(one => one.key), ...others, ...(address ? [address] : [])])
      rowsOf.set(key, [...(rowsOf.get(key) ?? []), `${row.sighting.source} line ${row.sighting.line}`]);
  }
  const shared = [...rowsOf].filter(([, rows]) => rows.length > 1);
  if (shared.length > 0) return shared.map(([key, rows]) => ({ by: inWords(key), in: rows }));
  const all = evidence.map(({ sighting }) => `${sighting.source} line ${sighting.line}`);
  return [{ by: 'known as one person from an earlier campaign', in: all }];
}

const inWords = (key: string): string =>
  key.startsWith('address:') ? 'the same e-mail address' : key.replace(/^(\w+):/, '$1 ');
