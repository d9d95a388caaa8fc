import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Evidence } from '#infra/cli/faults/evidence.ts';
import { runFleet } from '#infra/cli/faults/fleet.ts';
import { violationsIn } from '#infra/cli/faults/invariants.ts';
import { badWeather } from '#infra/cli/faults/weather.ts';
import { assembly } from './small-campaign.ts';

let evidence: Evidence;
let remove = () => {};

beforeAll(async () => {
  const app = await assembly();
  remove = app.remove;
  evidence = await runFleet({ seed: 'ci', campaigns: 8, assembly: app.folder, plan: badWeather('ci') });
}, 300_000);
afterAll(() => remove());

describe('campaigns in bad weather', () => {
  it('meet nearly every fault there is', () => {
    const met = new Set(evidence.injected.map(({ fault }) => fault));
    expect(met.size).toBeGreaterThanOrEqual(badWeather('ci').faults.length - 3);
  });

  it('keep every promise', () => {
    expect(violationsIn(evidence)).toEqual([]);
    expect(evidence.campaigns).toHaveLength(8);
    expect(evidence.collaborations.some(({ status }) => status === 'settled')).toBe(true);
  });
});
