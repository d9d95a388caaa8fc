import { uniforms } from '#shared/domain/random.ts';

/** A seeded source of chance: the same seed gives the same world, whatever order its parts are asked in (see `fork`). */
export interface Random {
  /** 0 <= x < 1. */
  next(): number;
  /** A whole number, both ends included. */
  int(from: number, to: number): number;
  between(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly [T, ...T[]] | readonly T[]): T;
  /** Keys of `weights`, each as often as its weight says. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K;
  /** Standard normal. */
  normal(): number;
  /** Half of the draws lie below `median`; `sigma` is the spread of the logarithm. */
  logNormal(median: number, sigma: number): number;
  /** How many of many rare things happen when `mean` are expected. */
  poisson(mean: number): number;
  shuffle<T>(list: readonly T[]): T[];
  /** An independent stream named by `label`. */
  fork(label: string): Random;
}

export function seededRandom(seed: string | number): Random {
  const next = uniforms(String(seed));
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());

  return {
    next,
    int,
    normal,
    between: (from, to) => from + next() * (to - from),
    chance: probability => next() < probability,
    pick: <T>(list: readonly T[]) => {
      if (list.length === 0) throw new Error('nothing to pick from');
      return list[int(0, list.length - 1)] as T;
    },
    weighted: <K extends string>(weights: Readonly<Record<K, number>>) => {
      const entries = Object.entries(weights) as [K, number][];
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [key, weight] of entries) {
        left -= weight;
        if (left < 0) return key;
      }
      return (entries.at(-1) as [K, number])[0];
    },
    logNormal: (median, sigma) => median * Math.exp(sigma * normal()),
    poisson: mean => (mean > 30 ? Math.max(0, Math.round(mean + Math.sqrt(mean) * normal())) : knuth(mean, next)),
    shuffle: list => {
      const mixed = [...list];
      for (let at = mixed.length - 1; at > 0; at--) {
        const other = int(0, at);
        [mixed[at], mixed[other]] = [mixed[other] as never, mixed[at] as never];
      }
      return mixed;
    },
    fork: label => seededRandom(`${seed}/${label}`),
  };
}

function knuth(mean: number, next: () => number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = next(); product > limit; product *= next()) count += 1;
  return count;
}
