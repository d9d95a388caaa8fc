import { seededRandom } from '#infra/local/world/random.ts';
import { upperBound } from '#shared/domain/scoring/shortlist/bound.ts';
import { bestChoice } from '#shared/domain/scoring/shortlist/exact.ts';
import { emptyChoice, excessesOf, type KnownShare, type Option } from '#shared/domain/scoring/shortlist/reach.ts';
import { quickChoice } from '#shared/domain/scoring/shortlist.ts';

/** How far the method for many candidates is from the best choice, where that can be searched for to the end. */
export interface GapMeasurement {
  readonly kind: 'shortlist-gap';
  readonly instances: number;
  /** Of 100: how much of the best choice's value is missing. */
  readonly mean: number;
  readonly max: number;
  /** How often it is the best choice itself. */
  readonly best: number;
  /** Of instances too large to solve: how much of its own upper bound is missing, at most. */
  readonly largeMax: number;
}

const sizes = { small: 200, large: 20 } as const;
const people = { small: 18, large: 2000 } as const;

export function measureGap(): GapMeasurement {
  const gaps = Array.from({ length: sizes.small }, (_, n) => smallGap(n));
  const large = Array.from({ length: sizes.large }, (_, n) => largeGap(n));
  const percent = (share: number) => Math.round(share * 1e5) / 1000;
  return {
    kind: 'shortlist-gap',
    instances: gaps.length,
    mean: percent(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length),
    max: percent(Math.max(...gaps)),
    best: gaps.filter(gap => gap < 1e-9).length,
    largeMax: percent(Math.max(...large)),
  };
}

/** Fees follow engagement with much noise, as offers and asked prices do; three communities, a few counted lists. */
function someOptions(seed: string, size: number): Option[] {
  const random = seededRandom(seed);
  return Array.from({ length: size }, (_, n) => {
    const engaged = random.logNormal(180, 0.7);
    const score = random.between(25, 95);
    return {
      influencerId: `i${n}`,
      score,
      fee: Math.round((engaged * 1800 * random.logNormal(1, 0.5)) / 5000) * 5000,
      brings: (engaged * score) / 200,
      community: random.pick(['a', 'b', 'c']),
    };
  });
}

const pool = 12_000;
const limitsFor = (options: readonly Option[], share: number, places: number) => ({
  places,
  money: Math.round(options.reduce((sum, { fee }) => sum + fee, 0) * share),
});

function smallGap(n: number): number {
  const options = someOptions(`gap/${n}`, people.small);
  const random = seededRandom(`gap/${n}/rules`);
  const limits = limitsFor(options, random.between(0.15, 0.6), Math.round(random.between(3, 10)));
  const known: KnownShare[] = Array.from({ length: 8 }, () => ({
    a: `i${Math.floor(random.between(0, 9))}`,
    b: `i${Math.floor(random.between(9, 18))}`,
    share: random.between(0, 0.6),
  }));
  const overlap = { pool, known };
  const excesses = excessesOf(options, overlap);
  const empty = () => emptyChoice(overlap, excesses);
  const quick = quickChoice(options, limits, empty).value;
  const best = bestChoice(options, limits, empty(), { chosen: [], value: 0 }, Number.POSITIVE_INFINITY).value;
  return best === 0 ? 0 : Math.max(0, 1 - quick / best);
}

function largeGap(n: number): number {
  const options = someOptions(`large/${n}`, people.large);
  const overlap = { pool, known: [] };
  const limits = limitsFor(options, 0.03, 100);
  const quick = quickChoice(options, limits, () => emptyChoice(overlap, new Map()));
  return 1 - quick.value / upperBound(quick.chosen, options, overlap, limits);
}

if (process.send) process.send(measureGap(), () => process.exit(0));
