import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine } from '#infra/local/engine/engine.ts';
import { TaskFault } from '#infra/local/engine/faults.ts';
import { sqliteJournal } from '#infra/local/engine/journals/sqlite-journal.ts';
import type { Json } from '#infra/local/engine/json.ts';
import { fastClock } from '#infra/local/fast-clock.ts';
import { campaign } from './collaboration-machine.ts';

/** What a campaign's collaborations cost the engine, from the first offer to the end of the campaign. */
export interface CollaborationsMeasurement {
  readonly kind: 'engine-collaborations';
  readonly collaborations: number;
  /** In a journal on disk, or in memory. */
  readonly journal: 'disk' | 'memory';
  readonly wallSeconds: number;
  /** Of the processor: what other programs take does not count. */
  readonly processorSeconds: number;
  readonly peakMemoryMb: number;
  readonly virtualDays: number;
  readonly transitions: number;
  /** How long a new engine takes to start on that journal. */
  readonly startAgainSeconds?: number;
}

const startMs = Date.UTC(2026, 0, 1);
const hour = 3_600_000;
const day = 24 * hour;
const arn = 'arn:aws:states:us-east-1:000000000000:stateMachine:campaign';

interface Call {
  readonly FunctionName: string;
  readonly Payload: { readonly influencer: number; readonly token?: string };
}

/** Runs in a process of its own, so that memory is this run's alone. */
export async function measureCollaborations(count: number, onDisk: boolean): Promise<CollaborationsMeasurement> {
  const file = join(tmpdir(), `engine-bench-${process.pid}.sqlite`);
  const clock = fastClock(startMs);
  const items = JSON.stringify(
    Array.from({ length: count }, (_, id) => ({ id, handle: `creator-${id}`, email: `creator-${id}@example.com` })),
  );
  const functions = peopleAndPlatforms((afterMs, taskToken, output) =>
    clock.at(clock.now() + afterMs, () => void clock.hold(engine.sendTaskSuccess({ taskToken, output }))),
  );
  const objects = { get: async () => Buffer.from(items), list: async () => [], put: async () => {} };
  const engine = createEngine({
    clock,
    ...(onDisk && { journal: sqliteJournal(file) }),
    objects,
    async runTask(call) {
      const { FunctionName, Payload } = call.arguments as unknown as Call;
      return functions[FunctionName]?.(Payload) ?? {};
    },
  });
  engine.define({ arn, name: 'campaign', roleArn: 'arn:aws:iam::000000000000:role/r', definition: campaign });
  const startedMs = performance.now();
  const before = process.cpuUsage();
  const { executionArn } = await engine.startExecution({ stateMachineArn: arn });
  const { status } = await engine.finished(executionArn);
  if (status !== 'SUCCEEDED') throw new Error(`The campaign of ${count} ended ${status}.`);
  const wallSeconds = secondsSince(startedMs);
  const { user, system } = process.cpuUsage(before);
  engine.close();
  const startAgainSeconds = onDisk ? startAgain(file) : undefined;
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
  return {
    kind: 'engine-collaborations',
    collaborations: count,
    journal: onDisk ? 'disk' : 'memory',
    wallSeconds,
    processorSeconds: rounded((user + system) / 1e6),
    peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
    virtualDays: Math.round((clock.now() - startMs) / day),
    transitions: engine.transitions,
    ...(startAgainSeconds !== undefined && { startAgainSeconds }),
  };
}

/** Every third one only answers a reminder; every tenth one declines; posts are there at the third look at the latest. */
function peopleAndPlatforms(
  answerLater: (afterMs: number, token: string, output: Json) => void,
): Readonly<Record<string, (payload: Call['Payload']) => Json>> {
  const verifications = new Map<number, number>();
  return {
    offer({ influencer, token = '' }) {
      if (influencer % 3 > 0)
        answerLater((1 + (influencer % 60)) * hour, token, { kind: influencer % 10 === 0 ? 'declined' : 'accepted' });
      return {};
    },
    remind({ influencer, token = '' }) {
      answerLater((1 + (influencer % 90)) * hour, token, { kind: 'accepted' });
      return {};
    },
    verify({ influencer }) {
      const attempt = (verifications.get(influencer) ?? 0) + 1;
      verifications.set(influencer, attempt);
      if (attempt <= influencer % 3) throw new TaskFault('NotYet', 'no post so far');
      return { Payload: { verified: true, attempt } };
    },
  };
}

function startAgain(file: string): number {
  const startedMs = performance.now();
  const objects = { get: async () => Buffer.from(''), list: async () => [], put: async () => {} };
  createEngine({ clock: fastClock(0), journal: sqliteJournal(file), objects, runTask: async () => null }).close();
  return secondsSince(startedMs);
}

const rounded = (seconds: number): number => Math.round(seconds * 100) / 100;
const secondsSince = (ms: number): number => rounded((performance.now() - ms) / 1000);

const [, , count, where] = process.argv;
if (process.send && count)
  process.send(await measureCollaborations(Number(count), where === 'disk'), () => process.exit(0));
