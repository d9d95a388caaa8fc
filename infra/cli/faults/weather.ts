import { type FaultPlanInput, faultPlan } from '#infra/local/faults/plan.ts';

/** Bad days of AWS and the world in one: rates far above what anybody meets, so that a tiny campaign meets most of them. */
export const badWeather = (seed: string) =>
  faultPlan.parse({
    seed,
    faults: [
      { fault: 'lambda-crash-before', rate: 0.02 },
      { fault: 'lambda-crash-after', rate: 0.02 },
      { fault: 'lambda-timeout', rate: 0.01 },
      { fault: 'lambda-throttle', rate: 0.02 },
      { fault: 'dynamodb-throttle', rate: 0.01 },
      { fault: 'dynamodb-race', rate: 0.01 },
      { fault: 'dynamodb-reset', rate: 0.01 },
      { fault: 'ses-rate', rate: 0.1 },
      // Each closes the account for the rest of the day, for everybody who shares it.
      { fault: 'ses-quota', rate: 0.03, most: 3 },
      { fault: 'ses-reset', rate: 0.1 },
      { fault: 's3-reset', rate: 0.03 },
      { fault: 's3-slow', rate: 0.02 },
      { fault: 'states-reset', rate: 0.05 },
      { fault: 'event-twice', rate: 0.15 },
      { fault: 'event-late', rate: 0.15 },
      { fault: 'event-undeliverable', rate: 0.005 },
      { fault: 'mail-in-twice', rate: 0.3 },
      { fault: 'platform-429', rate: 0.05 },
      { fault: 'platform-5xx', rate: 0.05 },
      { fault: 'clock-jump', rate: 0.01 },
    ],
  } satisfies FaultPlanInput);
