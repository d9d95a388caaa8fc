/** A candidate as the choice sees it: what they bring, what they cost, with whom they share followers. */
export interface Option {
  readonly influencerId: string;
  readonly score: number;
  readonly fee: number;
  /** Engaged people to expect: acceptance x engagements x score / 100. */
  readonly brings: number;
  readonly community: string;
}

export interface Limits {
  readonly places: number;
  /** Minor units. */
  readonly money: number;
}

/**
 * `unique-reach.v1`: how many different engaged people a choice is expected to bring. Within a community of `pool` engaged people,
 * each influencer reaches a random part of it, so a sum of `w` reaches `pool x (1 - e^(-w / pool))` different ones. Where the share
 * of two lists of followers is known and above what that assumes, the excess of the smaller is taken off as well; where it is
 * below, nothing is given back. So more is taken for shared than is known to be shared, never less.
 */
export interface Overlap {
  /** Engaged people of one community; Infinity: nobody shares followers. */
  readonly pool: number;
  /** Known shares of the smaller of two audiences. */
  readonly known: readonly KnownShare[];
}

export interface KnownShare {
  readonly a: string;
  readonly b: string;
  readonly share: number;
}

/** What a choice is worth, one candidate more or less at a time. */
export interface Choice {
  readonly chosen: ReadonlySet<Option>;
  readonly cost: number;
  readonly value: number;
  gain(option: Option): number;
  loss(option: Option): number;
  add(option: Option): void;
  remove(option: Option): void;
}

export const uniqueIn = (sum: number, pool: number): number =>
  pool === Number.POSITIVE_INFINITY ? sum : pool * -Math.expm1(-sum / pool);

/** What is taken for shared of the smaller audience where nobody counted. */
export const assumedShare = (one: Option, other: Option, pool: number): number =>
  one.community === other.community ? Math.max(one.brings, other.brings) / pool : 0;

type Excess = ReadonlyMap<Option, readonly (readonly [other: Option, people: number])[]>;

/** What known shares take off, by candidate. */
export function excessesOf(options: readonly Option[], { pool, known }: Overlap): Excess {
  const byId = new Map(options.map(option => [option.influencerId, option]));
  const excesses = new Map<Option, (readonly [Option, number])[]>();
  for (const { a, b, share } of known) {
    const [one, other] = [byId.get(a), byId.get(b)];
    if (!one || !other || one === other) continue;
    const people = Math.max(0, share - assumedShare(one, other, pool)) * Math.min(one.brings, other.brings);
    if (people === 0) continue;
    excesses.set(one, [...(excesses.get(one) ?? []), [other, people]]);
    excesses.set(other, [...(excesses.get(other) ?? []), [one, people]]);
  }
  return excesses;
}

export function emptyChoice({ pool }: Overlap, excesses: Excess): Choice {
  const chosen = new Set<Option>();
  const sums = new Map<string, number>();
  let [cost, value] = [0, 0];
  const shared = (option: Option) =>
    (excesses.get(option) ?? []).reduce((sum, [other, people]) => sum + (chosen.has(other) ? people : 0), 0);
  const difference = (option: Option, sign: 1 | -1) => {
    const sum = sums.get(option.community) ?? 0;
    return uniqueIn(sum + sign * option.brings, pool) - uniqueIn(sum, pool);
  };
  const move = (option: Option, sign: 1 | -1) => {
    sums.set(option.community, (sums.get(option.community) ?? 0) + sign * option.brings);
    cost += sign * option.fee;
  };
  const choice: Choice = {
    chosen,
    get cost() {
      return cost;
    },
    get value() {
      return value;
    },
    gain: option => difference(option, 1) - shared(option),
    loss: option => -difference(option, -1) - shared(option),
    add(option) {
      value += choice.gain(option);
      move(option, 1);
      chosen.add(option);
    },
    remove(option) {
      value -= choice.loss(option);
      chosen.delete(option);
      move(option, -1);
    },
  };
  return choice;
}

/** Equal in every other respect: the higher score, the lower fee, then the id, so that no order of arrival shows. */
export const byRank = (a: Option, b: Option): number =>
  b.score - a.score || a.fee - b.fee || (a.influencerId < b.influencerId ? -1 : 1);
