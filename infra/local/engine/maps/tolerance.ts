import type { MapRunHeader } from './map-run.ts';

/** Whether more items have failed than the Map tolerates; by default it tolerates none. */
export function isBreached(
  run: Pick<MapRunHeader, 'items' | 'toleratedFailureCount' | 'toleratedFailurePercentage'>,
  failedItems: number,
): boolean {
  const { items, toleratedFailureCount: count, toleratedFailurePercentage: percentage } = run;
  if (count === undefined && percentage === undefined) return failedItems > 0;
  const tooMany = count !== undefined && failedItems > count;
  const tooGreat = percentage !== undefined && (failedItems / items) * 100 > percentage;
  return failedItems > 0 && (tooMany || tooGreat);
}
