import { isDeepStrictEqual } from 'node:util';
import { StateMachine } from 'aws-local-stepfunctions';
import { createEngine } from '#infra/local/engine/engine.ts';
import type { Json } from '#infra/local/engine/json.ts';
import { fastClock } from '#infra/local/fast-clock.ts';
import { inJsonata, inJsonPath, tasksFor } from './tree-machine.ts';

/** Transitions per second of this engine and of npm `aws-local-stepfunctions`, on two forms of one machine. */
export interface SideBySideMeasurement {
  readonly kind: 'engine-side-by-side';
  readonly tasks: number;
  readonly transitions: number;
  readonly ours: number;
  readonly theirs: number;
  readonly factor: number;
}

/** Both are warm before they are measured: a campaign makes many thousand transitions in one process. */
const warmUps = 10;
const rounds = 15;
const none = { get: async () => new Uint8Array(), list: async () => [], put: async () => {} };

/** Runs both in turns, so that a disturbance of the machine meets both, and takes the median of each. */
export async function measureSideBySide(tasks = 1000): Promise<SideBySideMeasurement> {
  const input = tasksFor(tasks);
  const [ours, theirs] = [ourEngine(), theirEngine()];
  const [our, their] = [await ours(input), await theirs(input)];
  if (!isDeepStrictEqual(our.output, their.output)) throw new Error('The two engines do not come to the same result.');
  for (let round = 0; round < warmUps; round++) {
    await ours(input);
    await theirs(input);
  }
  const seconds: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
  for (let round = 0; round < rounds; round++) {
    seconds.theirs.push((await theirs(input)).seconds);
    seconds.ours.push((await ours(input)).seconds);
  }
  const perSecond = (list: number[]) => Math.round(our.transitions / median(list));
  const [oursPerSecond, theirsPerSecond] = [perSecond(seconds.ours), perSecond(seconds.theirs)];
  return {
    kind: 'engine-side-by-side',
    tasks,
    transitions: our.transitions,
    ours: oursPerSecond,
    theirs: theirsPerSecond,
    factor: Math.round((oursPerSecond / theirsPerSecond) * 10) / 10,
  };
}

/** A new engine each time: this one keeps what it ran, the other one forgets it. */
function ourEngine() {
  const stateMachineArn = 'arn:aws:states:us-east-1:000000000000:stateMachine:tree';
  return async (input: object) => {
    const startedMs = performance.now();
    const engine = createEngine({ clock: fastClock(0), objects: none, runTask: async () => null });
    engine.define({ arn: stateMachineArn, name: 'tree', roleArn: 'role', definition: inJsonata as unknown as Json });
    const { executionArn } = await engine.startExecution({ stateMachineArn, input: input as Json });
    const { output } = await engine.finished(executionArn);
    return { output, seconds: (performance.now() - startedMs) / 1000, transitions: engine.transitions };
  };
}

function theirEngine() {
  type Definition = ConstructorParameters<typeof StateMachine>[0];
  const machine = new StateMachine(inJsonPath as unknown as Definition);
  return async (input: object) => {
    const startedMs = performance.now();
    const output: unknown = await machine.run(input as never).result;
    return { output, seconds: (performance.now() - startedMs) / 1000 };
  };
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

if (process.send) process.send(await measureSideBySide(), () => process.exit(0));
