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

/**
 * With whom each of the chosen shares most followers, and how that is known. Only pairs that were counted or are of one community
 * share anything: the others, nearly all of the millions of pairs of a long shortlist, are not looked at.
 */
export function sharesAmong(
  chosen: readonly Option[],
  { pool, known }: Overlap,
): ReadonlyMap<string, readonly SharedWith[]> {
  const ids = new Set(chosen.map(({ influencerId }) => influencerId));
  const communities = Map.groupBy(chosen, ({ community }) => community);
  const counted = sharesById(known.filter(({ a, b }) => ids.has(a) && ids.has(b) && a !== b));
  const sharesOf = (one: Option): SharedWith[] => {
    const own = counted.get(one.influencerId);
    const measured = [...(own ?? [])].map(
      ([influencerId, share]): SharedWith => ({ influencerId, share, basis: 'measured' }),
    );
    const estimated = (communities.get(one.community) ?? [])
      .filter(other => other !== one && !own?.has(other.influencerId))
      .map((other): SharedWith => {
        return { influencerId: other.influencerId, share: assumedShare(one, other, pool), basis: 'estimated' };
      })
      .filter(({ share }) => share > 0);
    return [...measured, ...estimated];
  };
  return new Map(
    chosen.map(one => [
      one.influencerId,
      sharesOf(one)
        .sort((a, b) => b.share - a.share || (a.influencerId < b.influencerId ? -1 : 1))
        .slice(0, told),
    ]),
  );
}

/** By either of the two; of a pair that was counted twice, the later count. */
function sharesById(known: Overlap['known']): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const shares = new Map<string, Map<string, number>>();
  const note = (one: string, other: string, share: number) =>
    shares.set(one, (shares.get(one) ?? new Map<string, number>()).set(other, share));
  for (const { a, b, share } of known) {
    note(a, b, share);
    note(b, a, share);
  }
  return shares;
}
