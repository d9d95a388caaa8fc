// Runs as a process of its own: one fleet keeps one core busy.
import { type FleetOptions, type FleetProgress, runFleet } from './fleet.ts';
import { type Verdict, verdictOn } from './verdict.ts';

export type FromFleet =
  | { readonly kind: 'progress'; readonly progress: FleetProgress }
  | { readonly kind: 'verdict'; readonly verdict: Verdict };

const send = (message: FromFleet, sent = () => {}) => void process.send?.(message, () => sent());

// Whoever started it has ended: nobody would hear the verdict.
process.once('disconnect', () => process.exit());

process.once('message', async (options: FleetOptions) => {
  const evidence = await runFleet(options, progress => send({ kind: 'progress', progress }));
  send({ kind: 'verdict', verdict: verdictOn(evidence) }, () => process.exit(0));
});
