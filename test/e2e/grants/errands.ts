import type { CampaignRun } from '#infra/cli/local/campaign-run.ts';

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** What somebody does while virtual time goes on; it stands still meanwhile. */
export interface Errands {
  /** Looks now and then until `work` says that it is done. */
  every(spanMs: number, name: string, work: () => Promise<boolean>): void;
  after(spanMs: number, name: string, work: () => Promise<unknown>): void;
  /** What has not been done, and what went wrong. */
  left(): string[];
}

export function errands({ clock }: Pick<CampaignRun, 'clock'>): Errands {
  const open = new Set<string>();
  const troubles: string[] = [];
  const at = (spanMs: number, name: string, work: () => Promise<boolean>) => {
    open.add(name);
    clock.at(clock.now() + spanMs, () => void clock.hold(run(spanMs, name, work)));
  };
  const run = async (spanMs: number, name: string, work: () => Promise<boolean>) => {
    try {
      if (!(await work())) return at(spanMs, name, work);
    } catch (error) {
      troubles.push(`${name}: ${error}${error instanceof Error && error.cause ? ` (${error.cause})` : ''}`);
    }
    open.delete(name);
  };
  return {
    every: at,
    after: (spanMs, name, work) => at(spanMs, name, () => work().then(() => true)),
    left: () => [...[...open].map(name => `not done: ${name}`), ...troubles],
  };
}
