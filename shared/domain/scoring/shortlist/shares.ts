import { assumedShare, type Option, type Overlap } from './reach.ts';

/** Followers that somebody on the shortlist shares with somebody else on it. */
export interface SharedWith {
  readonly influencerId: string;
  /** Of the smaller audience. */
  readonly share: number;
  /** Counted in the lists of both, or taken from platform, country and subject. */
  readonly basis: 'measured' | 'estimated';
}

/** Of each the most that are told: a page of pairs explains nothing. */
const told = 3;

/** With whom each of the chosen shares most followers, and how that is known. */
export function sharesAmong(
  chosen: readonly Option[],
  { pool, known }: Overlap,
): ReadonlyMap<string, readonly SharedWith[]> {
  const measured = new Map(known.flatMap(({ a, b, share }) => [[`${a} ${b}`, share] as const, [`${b} ${a}`, share]]));
  const between = (one: Option, other: Option): SharedWith => {
    const { influencerId } = other;
    const share = measured.get(`${one.influencerId} ${influencerId}`);
    return share === undefined
      ? { influencerId, share: assumedShare(one, other, pool), basis: 'estimated' }
      : { influencerId, share, basis: 'measured' };
  };
  return new Map(
    chosen.map(one => [
      one.influencerId,
      chosen
        .filter(other => other !== one)
        .map(other => between(one, other))
        .filter(({ share, basis }) => share > 0 || basis === 'measured')
        .toSorted((a, b) => b.share - a.share || (a.influencerId < b.influencerId ? -1 : 1))
        .slice(0, told),
    ]),
  );
}
