import { platforms } from '../influencer.ts';
import { platformNumber, type RowKeys } from './identity.ts';

/** An address beside more profiles of one platform than this is an agency's and says nothing about who is who. */
const profilesOfOnePerson = 3;

/** Which rows are one person, once all rows were named. */
export interface Groups {
  readonly rows: number;
  /** The first row of the person that this row is about. */
  of(row: number): number;
  /** How many rows are about the same person. */
  size(row: number): number;
  /** Whether several people stand behind the address: it names none of them. */
  isShared(address: string): boolean;
}

export interface Grouping {
  /** Answers the number of the row. */
  add(keys: RowKeys): number;
  /** The row is also about whoever else is linked by this. */
  link(row: number, key: string): void;
  /** Whether a row named this key before. */
  has(key: string): boolean;
  settle(): Groups;
}

/**
 * Rows that share a profile, a feed or an address are about one person, and so are rows that are linked by others. Disjoint sets
 * over the keys alone: of a hundred thousand rows some 30 MB are held, and no row.
 */
export function grouping(): Grouping {
  const numberOf = new Map<string, number>();
  const firstRow: number[] = [];
  const parent: number[] = [];
  const addressOfRow: (number | undefined)[] = [];
  /** By address and platform: at most one profile more than one person may have. */
  const besides = new Map<number, number[]>();
  const shared = new Set<number>();

  const keyNumber = (key: string, row: number): number => {
    const known = numberOf.get(key);
    if (known !== undefined) return known;
    numberOf.set(key, firstRow.length);
    return firstRow.push(row) - 1;
  };
  const joinByKey = (key: string, row: number): number => {
    const number = keyNumber(key, row);
    join(parent, firstRow[number] ?? row, row);
    return number;
  };
  const countBeside = (address: number, { profiles }: RowKeys): void => {
    for (const { key, platform } of profiles) {
      const place = address * platforms.length + platformNumber(platform);
      const there = besides.get(place) ?? [];
      const profile = numberOf.get(key) ?? -1;
      if (there.length > profilesOfOnePerson || there.includes(profile)) continue;
      besides.set(place, [...there, profile]);
      if (there.length === profilesOfOnePerson) shared.add(address);
    }
  };

  return {
    add(keys) {
      const row = parent.push(parent.length) - 1;
      for (const { key } of keys.profiles) joinByKey(key, row);
      for (const key of keys.others) joinByKey(key, row);
      const address = keys.address === undefined ? undefined : keyNumber(keys.address, row);
      addressOfRow.push(address);
      if (address !== undefined) countBeside(address, keys);
      return row;
    },
    link: (row, key) => void joinByKey(key, row),
    has: key => numberOf.has(key),
    settle() {
      besides.clear();
      // Only now is it known which addresses are an agency's.
      for (const [row, address] of addressOfRow.entries())
        if (address !== undefined && !shared.has(address)) join(parent, firstRow[address] ?? row, row);
      const sizes = new Map<number, number>();
      for (let row = 0; row < parent.length; row++) {
        const first = rootOf(parent, row);
        if (first !== row) sizes.set(first, (sizes.get(first) ?? 1) + 1);
      }
      return {
        rows: parent.length,
        of: row => rootOf(parent, row),
        size: row => sizes.get(rootOf(parent, row)) ?? 1,
        isShared: address => shared.has(numberOf.get(address) ?? -1),
      };
    },
  };
}

/** With path halving; the smallest row stands for its set, so that the order of rows is kept. */
function rootOf(parent: number[], row: number): number {
  let at = row;
  for (let above = parent[at] ?? at; above !== at; above = parent[at] ?? at) {
    parent[at] = parent[above] ?? above;
    at = parent[at] ?? at;
  }
  return at;
}

function join(parent: number[], a: number, b: number): void {
  const [x, y] = [rootOf(parent, a), rootOf(parent, b)];
  if (x !== y) parent[Math.max(x, y)] = Math.min(x, y);
}
