import { median } from '../statistics.ts';

/** How many followed an account at a time. */
export interface FollowerSnapshot {
  readonly at: string;
  readonly followers: number;
  readonly followings?: number;
}

export interface GrowthAnomaly {
  readonly kind: 'jump' | 'drop';
  readonly from: string;
  readonly to: string;
  /** Followers that the account's own pace does not explain; never negative. */
  readonly excess: number;
}

export interface GrowthJudgement {
  readonly formula: 'growth-anomalies.v1';
  /** 1 without anomalies; halved by every tenth of the followers that came or went out of step; null where too little is known. */
  readonly value: number | null;
  readonly snapshots: number;
  /** Followers gained a day, as a fraction of followers, on an ordinary day. */
  readonly usualDailyGrowth: number | null;
  readonly anomalies: readonly GrowthAnomaly[];
  readonly because?: string;
}

/** Three stretches between four snapshots: the least of which one can stand out against the others. */
export const growthNeeds = { snapshots: 4, days: 14 } as const;
/** A change out of step is at least this part of the followers, so that rounding (YouTube: three figures) is none. */
const leastChange = 0.03;
/** And this many times the usual deviation; 3.5 is the customary bound for median absolute deviations (Iglewicz & Hoaglin). */
const deviations = 3.5;
/** Nobody grows more evenly than this: a fraction of followers a day, or a quarter of the usual growth. */
const leastDeviation = (usual: number): number => Math.max(0.001, Math.abs(usual) / 4);
const halvedBy = 0.1;
const dayMs = 86_400_000;

/**
 * `growth-anomalies.v1`: sudden jumps and drops against the account's own history (HypeAuditor's "sudden rises"). A viral post jumps too:
 * the anomaly is shown with its days, so that a person can look.
 */
export function judgeGrowth(history: readonly FollowerSnapshot[]): GrowthJudgement {
  const series = history.filter(({ followers }) => followers > 0).toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const snapshots = series.length;
  const spanDays = daysBetween(series[0], series.at(-1));
  if (snapshots < growthNeeds.snapshots || spanDays < growthNeeds.days)
    return {
      formula: 'growth-anomalies.v1',
      value: null,
      snapshots,
      usualDailyGrowth: null,
      anomalies: [],
      because: `needs ${growthNeeds.snapshots} snapshots over ${growthNeeds.days} days, has ${snapshots} over ${Math.floor(spanDays)}`,
    };
  const stretches = stretchesOf(series);
  const usual = median(stretches.map(({ daily }) => daily)) ?? 0;
  const deviation = 1.4826 * (median(stretches.map(({ daily }) => Math.abs(daily - usual))) ?? 0);
  const bound = deviations * Math.max(deviation, leastDeviation(usual));
  const anomalies = stretches
    .filter(({ daily, before, after, days }) => {
      const explained = before.followers * Math.exp(usual * days);
      return Math.abs(daily - usual) > bound && Math.abs(after.followers - explained) >= leastChange * before.followers;
    })
    .map(({ before, after, days }): GrowthAnomaly => {
      const change = after.followers - before.followers * Math.exp(usual * days);
      return {
        kind: change > 0 ? 'jump' : 'drop',
        from: before.at,
        to: after.at,
        excess: Math.round(Math.abs(change)),
      };
    });
  const now = series.at(-1)?.followers ?? 1;
  const excess = anomalies.reduce((sum, anomaly) => sum + anomaly.excess, 0);
  return {
    formula: 'growth-anomalies.v1',
    value: 2 ** -(excess / now / halvedBy),
    snapshots,
    usualDailyGrowth: usual,
    anomalies,
  };
}

interface Stretch {
  readonly before: FollowerSnapshot;
  readonly after: FollowerSnapshot;
  readonly days: number;
  /** Growth a day on a logarithmic scale. */
  readonly daily: number;
}

const stretchesOf = (series: readonly FollowerSnapshot[]): Stretch[] =>
  series.slice(1).flatMap((after, index) => {
    const before = series[index];
    const days = daysBetween(before, after);
    if (!before || days <= 0) return [];
    return { before, after, days, daily: Math.log(after.followers / before.followers) / days };
  });

const daysBetween = (from: FollowerSnapshot | undefined, to: FollowerSnapshot | undefined): number =>
  from && to ? (Date.parse(to.at) - Date.parse(from.at)) / dayMs : 0;

/** Two years of weekly looks; older ones give way. */
const keptSnapshots = 104;

/** The series with one more snapshot: at most one a day (the later one stays), oldest first, bounded. */
export function withSnapshot(
  history: readonly FollowerSnapshot[],
  snapshot: FollowerSnapshot,
): readonly FollowerSnapshot[] {
  const byDay = new Map(
    [...history, snapshot].toSorted((a, b) => (a.at < b.at ? -1 : 1)).map(one => [one.at.slice(0, 10), one]),
  );
  return [...byDay.values()].slice(-keptSnapshots);
}
