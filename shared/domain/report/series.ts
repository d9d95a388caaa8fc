import type { Series, Snapshot } from './report.ts';

/** The lines that show how the campaign runs, from one snapshot a day. */
export function seriesOf(snapshots: readonly Snapshot[]): Series[] {
  if (snapshots.length === 0) return [];
  const line = (name: string, unit: Series['unit'], value: (snapshot: Snapshot) => number): Series => ({
    name,
    unit,
    points: snapshots.map(snapshot => ({ at: snapshot.at, value: value(snapshot) })),
  });
  return [
    line('Revenue', 'money', ({ revenue }) => revenue),
    line('Spend', 'money', ({ spend }) => spend),
    line('Clicks', 'count', ({ clicks }) => clicks),
    line('Orders', 'count', ({ orders }) => orders),
    line('Engagements', 'count', ({ engagements }) => engagements),
    ...followerSeries(snapshots),
  ];
}

/** One line for each profile of the brand; a day on which it could not be read is left out, not zero. */
const followerSeries = (snapshots: readonly Snapshot[]): Series[] =>
  [...new Set(snapshots.flatMap(({ brandFollowers }) => Object.keys(brandFollowers)))].toSorted().map(profile => ({
    name: `Followers of ${profile}`,
    unit: 'count',
    points: snapshots.flatMap(({ at, brandFollowers }) => {
      const value = brandFollowers[profile];
      return value === undefined ? [] : [{ at, value }];
    }),
  }));

/** Followers of all the brand's profiles together, on the days on which each of them could be read. */
export function brandFollowers(snapshots: readonly Snapshot[]): { at: string; followers: number }[] {
  const profiles = new Set(snapshots.flatMap(snapshot => Object.keys(snapshot.brandFollowers)));
  return snapshots
    .filter(snapshot => profiles.size > 0 && Object.keys(snapshot.brandFollowers).length === profiles.size)
    .map(snapshot => ({
      at: snapshot.at,
      followers: Object.values(snapshot.brandFollowers).reduce((sum, count) => sum + count, 0),
    }));
}
