import type { Figure } from '../report/report.ts';
import { median, z80 } from '../statistics.ts';

/** The brand's followers at a time. */
export interface FollowerCount {
  readonly at: string;
  readonly followers: number;
}

export interface FollowerLift {
  readonly figure: Figure;
  /** Why to be careful with it; absent where the baseline is long enough. */
  readonly note?: string;
}

const dayMs = 86_400_000;
/** How far back the trend is looked at; older growth says little about today's. */
const baselineDays = 28;
/** Less than two weeks holds each weekday at most once: too short for a trend. */
const trustedDays = 14;
/** sqrt(pi / 2): scales a mean absolute deviation to a standard deviation, and a mean's error to a median's, of normal data. */
const normalScale = Math.sqrt(Math.PI / 2);

/**
 * `follower-lift.v1`: followers won since the first post beyond what the brand's own trend would have brought: growth - median daily slope
 * of the 28 days before x days since. The 80 % interval carries the daily noise and the uncertainty of the slope. It is a before/after
 * comparison: what else happened in that time is in it too.
 */
export function followerLift(
  counts: readonly FollowerCount[],
  firstPostAt: string | undefined,
  at: string,
): FollowerLift {
  const start = firstPostAt === undefined ? Number.POSITIVE_INFINITY : Date.parse(firstPostAt);
  const points = counts
    .map(({ at: time, followers }) => ({ day: Date.parse(time) / dayMs, followers }))
    .toSorted((a, b) => a.day - b.day);
  const startDay = start / dayMs;
  const before = points.filter(({ day }) => day <= startDay && day >= startDay - baselineDays);
  const slopes = dailySlopes(before);
  const [oldest] = before;
  const base = before.at(-1);
  const latest = points.at(-1);
  const slope = median(slopes);
  if (oldest === undefined || base === undefined || latest === undefined || slope === null || latest.day <= startDay)
    return { figure: figureOf(null, at, {}), note: whyUnknown(firstPostAt, slopes.length) };

  const days = latest.day - base.day;
  const growth = latest.followers - base.followers;
  const lift = growth - slope * days;
  const observedDays = base.day - oldest.day;
  const inputs = { growth, dailyTrend: slope, days, baselineDays: observedDays };
  const margin = marginOf(slopes, slope, days);
  const figure = figureOf(lift, at, inputs, margin === null ? undefined : [lift - margin, lift + margin]);
  return observedDays >= trustedDays
    ? { figure }
    : {
        figure,
        note: `The follower lift rests on ${Math.round(observedDays)} days of baseline: low confidence below ${trustedDays}.`,
      };
}

/** Growth per day between neighbours; gaps of any length count once. */
const dailySlopes = (points: readonly { readonly day: number; readonly followers: number }[]): number[] =>
  points.flatMap((point, index) => {
    const previous = points[index - 1];
    return previous && point.day > previous.day
      ? [(point.followers - previous.followers) / (point.day - previous.day)]
      : [];
  });

/**
 * Half the 80 % interval: noise of a sum of days, and the slope's own error over them. The mean absolute deviation is less moved by a
 * viral day than the variance, and unlike the median one it does not vanish where most days are alike.
 */
function marginOf(slopes: readonly number[], slope: number, days: number): number | null {
  if (slopes.length < 3) return null;
  const deviation = slopes.reduce((sum, value) => sum + Math.abs(value - slope), 0) / slopes.length;
  const sigma = deviation * normalScale;
  const slopeError = (sigma * normalScale) / Math.sqrt(slopes.length);
  return z80 * Math.hypot(sigma * Math.sqrt(days), slopeError * days);
}

const whyUnknown = (firstPostAt: string | undefined, slopes: number): string => {
  if (firstPostAt === undefined) return 'The follower lift is known once a post is up.';
  return slopes === 0
    ? 'The follower lift is not known: the brand’s followers were not counted on two days before the first post.'
    : 'The follower lift is not known yet: no count since the first post.';
};

const figureOf = (
  value: number | null,
  at: string,
  inputs: Figure['inputs'],
  interval?: readonly [number, number],
): Figure => ({
  id: 'follower-lift',
  label: 'Followers won beyond the trend',
  value,
  unit: 'count',
  formula: 'follower-lift.v1',
  explanation: 'growth since the first post - median daily growth of the 28 days before x days',
  inputs,
  at,
  ...(interval && { interval }),
});
