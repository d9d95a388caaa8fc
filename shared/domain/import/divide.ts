import type { FoundProfile } from '../candidate.ts';
import type { ProfileRef } from '../influencer.ts';
import { type RowKeys, rosterKey, rowKeys } from './identity.ts';

/** Whether a person decided that these two keys are not the same influencer. */
export type AreApart = (a: string, b: string) => boolean;

/**
 * The people in what looks like one: nobody has two profiles that a person told apart. A row that claims otherwise is cut, and what it
 * says stays with its first profile; an address or feed that both sides share joins them no more.
 */
export function divide(rows: readonly FoundProfile[], areApart: AreApart): FoundProfile[][] {
  let people = rows.flatMap(row => cut(row, areApart)).map(row => ({ rows: [row], keys: [rowKeys(row)] }));
  for (const keysOf of [profilesOf, addressesAndFeeds]) people = joined(people, keysOf, areApart);
  return people.map(person => person.rows);
}

interface Part {
  readonly rows: FoundProfile[];
  readonly keys: RowKeys[];
}

function cut(row: FoundProfile, areApart: AreApart): FoundProfile[] {
  const parts: ProfileRef[][] = [];
  for (const ref of row.profiles) {
    const fits = parts.find(part => part.every(other => !areApart(rosterKey(ref), rosterKey(other))));
    if (fits) fits.push(ref);
    else parts.push([ref]);
  }
  const [first = [], ...others] = parts;
  const bare = { languages: [], topics: [], claimed: {}, raw: {}, sighting: row.sighting };
  return [{ ...row, profiles: first }, ...others.map(profiles => ({ ...bare, profiles }))];
}

const profilesOf = ({ profiles }: RowKeys): string[] => profiles.map(({ key }) => key);
const addressesAndFeeds = ({ address, others }: RowKeys): string[] => [...(address ? [address] : []), ...others];

/** Joins whoever shares one of these keys, as long as nobody comes together with whom they were told apart from. */
function joined(parts: readonly Part[], keysOf: (keys: RowKeys) => string[], areApart: AreApart): Part[] {
  const people: Part[] = [];
  for (const part of parts) {
    const mine = part.keys.flatMap(keysOf);
    const same = people.filter(
      other => other.keys.some(keys => keysOf(keys).some(key => mine.includes(key))) && mayJoin(part, other, areApart),
    );
    const [first, ...more] = same;
    if (!first) {
      people.push({ rows: [...part.rows], keys: [...part.keys] });
      continue;
    }
    for (const other of [part, ...more]) {
      // Whoever has just come in may be told apart from the next one.
      if (other !== part && !mayJoin(first, other, areApart)) continue;
      first.rows.push(...other.rows);
      first.keys.push(...other.keys);
      if (other !== part) people.splice(people.indexOf(other), 1);
    }
  }
  return people;
}

const mayJoin = (a: Part, b: Part, areApart: AreApart): boolean =>
  a.keys.every(x =>
    b.keys.every(y => x.profiles.every(p => y.profiles.every(q => p.key === q.key || !areApart(p.key, q.key)))),
  );
