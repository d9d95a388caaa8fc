// Runs as a process of its own: one fleet keeps one core busy.
import { type FleetOptions, type FleetProgress, runFleet } from './fleet.ts';
import { type Verdict, verdictOn } from './verdict.ts';

export type FromFleet =
  | { readonly kind: 'progress'; readonly progress: FleetProgress }
  | { readonly kind: 'verdict'; readonly verdict: Verdict };

const send = (message: FromFleet) => process.send?.(message);

process.once('message', async (options: FleetOptions) => {
  const evidence = await runFleet(options, progress => send({ kind: 'progress', progress }));
  process.send?.({ kind: 'verdict', verdict: verdictOn(evidence) } satisfies FromFleet, () => process.exit(0));
});
