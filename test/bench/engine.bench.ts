import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine } from '#infra/local/engine/engine.ts';
import { TaskFault } from '#infra/local/engine/faults.ts';
import type { Journal } from '#infra/local/engine/journals/journal.ts';
import { sqliteJournal } from '#infra/local/engine/journals/sqlite-journal.ts';
import type { Json } from '#infra/local/engine/json.ts';
import { fastClock } from '#infra/local/fast-clock.ts';

// How long the engine takes for a campaign's collaborations: an offer that is answered after days, or after a reminder, a
// three-week wait for the post, and a verification that fails at first. Run: node test/bench/engine.bench.ts [COUNT …] [--disk]

const day = 24 * 3600;
const hour = 3600_000;

const collaboration = {
  StartAt: 'Offer',
  States: {
    Offer: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: {
        FunctionName: 'offer',
        Payload: {
          influencer: '{% $states.input.id %}',
          token: '{% $states.context.Task.Token %}',
          at: '{% $states.context.State.EnteredTime %}',
        },
      },
      TimeoutSeconds: 3 * day,
      Assign: { influencer: '{% $states.input.id %}', answer: '{% $states.result %}' },
      Catch: [{ ErrorEquals: ['States.Timeout'], Assign: { influencer: '{% $states.input.id %}' }, Next: 'Remind' }],
      Next: 'What was the answer?',
    },
    Remind: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: {
        FunctionName: 'remind',
        Payload: { influencer: '{% $influencer %}', token: '{% $states.context.Task.Token %}' },
      },
      TimeoutSeconds: 10 * day,
      Assign: { answer: '{% $states.result %}' },
      Next: 'What was the answer?',
    },
    'What was the answer?': {
      Type: 'Choice',
      Choices: [{ Condition: "{% $answer.kind = 'accepted' %}", Next: 'Wait for the post' }],
      Default: 'Declined',
    },
    'Wait for the post': { Type: 'Wait', Seconds: 21 * day, Next: 'Verify' },
    Verify: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Arguments: {
        FunctionName: 'verify',
        Payload: { influencer: '{% $influencer %}', at: '{% $states.context.State.EnteredTime %}' },
      },
      Retry: [{ ErrorEquals: ['NotYet'], IntervalSeconds: 6 * 3600, MaxAttempts: 3, BackoffRate: 2 }],
      Output: { influencer: '{% $influencer %}', verified: '{% $states.result.Payload.verified %}' },
      End: true,
    },
    Declined: { Type: 'Succeed', Output: { influencer: '{% $influencer %}', declined: true } },
  },
};

const campaign = {
  QueryLanguage: 'JSONata',
  StartAt: 'Collaborations',
  States: {
    Collaborations: {
      Type: 'Map',
      ItemReader: {
        Resource: 'arn:aws:states:::s3:getObject',
        ReaderConfig: { InputType: 'JSON' },
        Arguments: { Bucket: 'b', Key: 'k' },
      },
      ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }, ...collaboration },
      ResultWriter: { Resource: 'arn:aws:states:::s3:putObject', Arguments: { Bucket: 'b', Prefix: 'results' } },
      Next: 'Wait until the campaign ends',
    },
    'Wait until the campaign ends': { Type: 'Wait', Timestamp: '2026-02-12T00:00:00Z', End: true },
  },
};

interface Call {
  readonly FunctionName: string;
  readonly Payload: { readonly influencer: number; readonly token?: string };
}

async function run(count: number, journal: Journal | undefined): Promise<void> {
  const startMs = Date.UTC(2026, 0, 1);
  const clock = fastClock(startMs);
  const verifications = new Map<number, number>();
  const answerLater = (token: string, afterMs: number, output: Json) =>
    clock.at(clock.now() + afterMs, () => void clock.hold(engine.sendTaskSuccess({ taskToken: token, output })));

  const functions: { readonly [name: string]: (payload: Call['Payload']) => Json } = {
    offer({ influencer, token = '' }) {
      // Every third one only answers a reminder; every tenth one declines.
      if (influencer % 3 > 0)
        answerLater(token, (1 + (influencer % 60)) * hour, { kind: influencer % 10 === 0 ? 'declined' : 'accepted' });
      return {};
    },
    remind({ influencer, token = '' }) {
      answerLater(token, (1 + (influencer % 90)) * hour, { kind: 'accepted' });
      return {};
    },
    verify({ influencer }) {
      const attempt = (verifications.get(influencer) ?? 0) + 1;
      verifications.set(influencer, attempt);
      if (attempt <= influencer % 3) throw new TaskFault('NotYet', 'no post so far');
      return { Payload: { verified: true, attempt } };
    },
  };
  const items = JSON.stringify(
    Array.from({ length: count }, (_, id) => ({ id, handle: `creator-${id}`, email: `creator-${id}@example.com` })),
  );
  const engine = createEngine({
    clock,
    ...(journal && { journal }),
    objects: { get: async () => Buffer.from(items), list: async () => [], put: async () => {} },
    async runTask(call) {
      const { FunctionName, Payload } = call.arguments as unknown as Call;
      return functions[FunctionName]?.(Payload) ?? {};
    },
  });
  const arn = 'arn:aws:states:us-east-1:000000000000:stateMachine:campaign';
  engine.define({ arn, name: 'campaign', roleArn: 'arn:aws:iam::000000000000:role/r', definition: campaign });
  const began = performance.now();
  const cpuBegan = process.cpuUsage();
  const { executionArn } = await engine.startExecution({ stateMachineArn: arn });
  const { status } = await engine.finished(executionArn);
  const seconds = (performance.now() - began) / 1000;
  const cpuSeconds = (process.cpuUsage(cpuBegan).user + process.cpuUsage(cpuBegan).system) / 1e6;
  const days = (clock.now() - startMs) / 1000 / day;
  const megabytes = process.memoryUsage().rss / 2 ** 20;
  const perThousand = ((seconds / count) * 1000).toFixed(3);
  console.log(
    `${count} collaborations ${status} in ${seconds.toFixed(2)} s (${perThousand} s per 1,000; ${cpuSeconds.toFixed(2)} s of processor), ` +
      `${days.toFixed(0)} virtual days, ${engine.transitions} transitions, ${megabytes.toFixed(0)} MiB`,
  );
  engine.close();
}

/** How long an engine takes to start on a journal that is full of finished executions. */
function startAgain(count: number): void {
  const began = performance.now();
  const runTask = async () => null;
  const objects = { get: async () => Buffer.from(''), list: async () => [], put: async () => {} };
  createEngine({ clock: fastClock(0), journal: sqliteJournal(file), objects, runTask }).close();
  console.log(`a start with ${count} finished executions takes ${((performance.now() - began) / 1000).toFixed(2)} s`);
}

const arguments_ = process.argv.slice(2);
const counts = arguments_.map(Number).filter(count => count > 0);
const file = join(tmpdir(), `engine-bench-${process.pid}.sqlite`);
for (const count of counts.length > 0 ? counts : [1000, 10_000]) {
  const isOnDisk = arguments_.includes('--disk');
  await run(count, isOnDisk ? sqliteJournal(file) : undefined);
  if (isOnDisk) startAgain(count);
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
}
