import { addressHash } from '#shared/domain/address.ts';
import type { FoundProfile } from '#shared/domain/candidate.ts';
import { type Groups, grouping } from '#shared/domain/import/grouping.ts';
import { type Known, type RowKeys, rowKeys } from '#shared/domain/import/identity.ts';
import type { Sign } from '#shared/domain/thread.ts';
import { inFlight } from '#shared/lib/in-flight.ts';
import type { RosterStore } from '#shared/ports/candidates.ts';
import type { SourceReading } from './read-source.ts';
import type { Rejections } from './rejections.ts';

/** Which rows are one person, and what the roster knows. */
export interface GroupedRows {
  readonly groups: Groups;
  readonly known: ReadonlyMap<string, Known>;
  /** Influencers who never come back, and why. */
  readonly barred: ReadonlyMap<string, string>;
}

/** The keys that the roster remembers. Addresses only as a hash. */
export const keysOf = (found: Pick<FoundProfile, 'profiles' | 'email' | 'feedUrl'>, sign: Sign): RowKeys =>
  rowKeys(found, email => addressHash(email, sign));

export const rosterKeys = ({ profiles, address }: RowKeys): string[] => [
  ...profiles.map(({ key }) => key),
  ...(address === undefined ? [] : [address]),
];

/** Keys asked for at once: ten BatchGetItem calls of 100. */
const lookupBatch = 1000;
const lookupsAtOnce = 4;

/** Reads everything once and keeps only who is who: rows that share a key, and rows that the roster knows as one person. */
export async function groupRows(
  { roster, sign }: { readonly roster: RosterStore; readonly sign: Sign },
  read: () => AsyncIterable<SourceReading>,
  rejected: Rejections,
): Promise<GroupedRows> {
  const rows = grouping();
  const known = new Map<string, Known>();
  const barred = new Map<string, string>();
  const lookups = inFlight(lookupsAtOnce);
  let asked = new Map<string, number>();

  const ask = async () => {
    const batch = asked;
    asked = new Map();
    await lookups.add(async () => {
      for (const [key, value] of await roster.lookup([...batch.keys()])) {
        known.set(key, value);
        if (value.erased) barred.set(value.influencerId, 'they asked us to forget them');
        rows.link(batch.get(key) ?? 0, `influencer:${value.influencerId}`);
      }
    });
  };

  for await (const reading of read()) {
    if ('rejected' in reading) rejected.add(reading.rejected);
    else if ('barred' in reading) barred.set(reading.barred, reading.because);
    else {
      if (reading.remark) rejected.remark(reading.remark);
      const keys = keysOf(reading.found, sign);
      const unasked = rosterKeys(keys).filter(key => !rows.has(key));
      const row = rows.add(keys);
      for (const key of unasked) asked.set(key, row);
      if (asked.size >= lookupBatch) await ask();
    }
  }
  if (asked.size > 0) await ask();
  await lookups.done();
  return { groups: rows.settle(), known, barred };
}
