import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { FleetOptions, FleetProgress } from './fleet.ts';
import type { FromFleet } from './fleet-process.ts';
import type { Verdict } from './verdict.ts';

const program = fileURLToPath(new URL('./fleet-process.ts', import.meta.url));
/**
 * As many processes as cores: V8's own threads (collecting garbage, optimizing) would only take the processor from another fleet, and
 * a roomy heap is cleared less often.
 */
const nodeOptions = [
  '--disable-warning=ExperimentalWarning',
  '--single-threaded',
  '--max-semi-space-size=192',
  '--initial-old-space-size=2000',
];

/** Runs every fleet in a process of its own, one on each core at a time. Calls back with each verdict as soon as it is known. */
export async function runFleets(
  fleets: readonly FleetOptions[],
  onVerdict: (fleet: FleetOptions, verdict: Verdict) => void,
  onProgress: (progress: FleetProgress) => void,
): Promise<void> {
  const left = [...fleets];
  const known = new Map<FleetOptions, FleetProgress>();
  const worker = async () => {
    for (let fleet = left.shift(); fleet; fleet = left.shift()) {
      const next = fleet;
      const verdict = await runInProcess(next, progress => {
        known.set(next, progress);
        onProgress(sumOf([...known.values()], fleets.length));
      });
      onVerdict(next, verdict);
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), fleets.length) }, worker));
}

const sumOf = (all: readonly FleetProgress[], fleets: number): FleetProgress => ({
  share: all.reduce((sum, { share }) => sum + share, 0) / fleets,
  ended: all.reduce((sum, { ended }) => sum + ended, 0),
  injected: all.reduce((sum, { injected }) => sum + injected, 0),
});

function runInProcess(fleet: FleetOptions, onProgress: (progress: FleetProgress) => void): Promise<Verdict> {
  const child = fork(program, { execArgv: nodeOptions, serialization: 'advanced' });
  return new Promise((resolve, reject) => {
    child.on('message', (message: FromFleet) => {
      if (message.kind === 'progress') onProgress(message.progress);
      else resolve(message.verdict);
    });
    child.on('error', reject);
    child.on('exit', code => reject(new Error(`The fleet of seed ${fleet.seed} ended with code ${code}.`)));
    child.send(fleet);
  });
}
