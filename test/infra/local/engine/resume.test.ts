import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ServiceFault, TaskFault } from '#infra/local/engine/faults.ts';
import type { Journal } from '#infra/local/engine/journals/journal.ts';
import { memoryJournal } from '#infra/local/engine/journals/memory-journal.ts';
import type { Json, JsonObject } from '#infra/local/engine/json.ts';
import type { TaskCall } from '#infra/local/engine/ports.ts';
import { fastClock } from '#infra/local/fast-clock.ts';
import { type Function as Answering, callback, invoke, type SmallCloud, smallCloud, startMs } from './small-cloud.ts';

const day = 24 * 3600;
const each = (name: string) => ({
  StartAt: name,
  States: { [name]: invoke('echo', { Payload: '{% $states.input %}', End: true }) },
});

// A bit of everything that waits: tokens with a reminder, waits, retries, both kinds of Map, variables.
const definition: JsonObject = {
  StartAt: 'Plan',
  States: {
    Plan: invoke('echo', { Payload: 'plan', Assign: { plan: '{% $states.result %}' }, Next: 'Run' }),
    Run: {
      Type: 'Parallel',
      Branches: [
        {
          StartAt: 'Ask',
          States: {
            Ask: callback('ask', {
              TimeoutSeconds: 2 * day,
              Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Remind' }],
              End: true,
            }),
            Remind: callback('remind', { Assign: { answer: '{% $states.result %}' }, Next: 'Rest' }),
            Rest: { Type: 'Wait', Seconds: 21 * day, Next: 'Verify' },
            Verify: invoke('verify', {
              Retry: [{ ErrorEquals: ['NotYet'], IntervalSeconds: 3600 }],
              Output: '{% [$plan, $answer, $states.result] %}',
              End: true,
            }),
          },
        },
        {
          StartAt: 'Inline',
          States: {
            Inline: {
              Type: 'Map',
              Items: ['a', 'b', 'c'],
              MaxConcurrency: 2,
              ItemProcessor: each('EachInline'),
              End: true,
            },
          },
        },
        {
          StartAt: 'Distributed',
          States: {
            Distributed: {
              Type: 'Map',
              MaxConcurrency: 2,
              ItemReader: { Resource: 'arn:aws:states:::s3:getObject', Arguments: { Bucket: 'b', Key: 'k' } },
              ItemProcessor: {
                ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
                ...each('EachChild'),
              },
              End: true,
            },
          },
        },
      ],
      End: true,
    },
  },
};

interface Kill {
  /** Which commit, counted over all engines. */
  readonly atCommit: number;
  /** Whether that commit was still written. */
  readonly written: boolean;
}

/** Runs the machine while killing the engine at some of its commits; each time a new one takes over the journal. */
async function run(kills: readonly Kill[]) {
  const clock = fastClock(startMs);
  const journal = memoryJournal();
  const repeated: string[] = [];
  let commits = 0;
  let verifications = 0;
  let cloud: SmallCloud;

  const answer =
    (days: number, output: Json): Answering =>
    (_payload, { taskToken = '' }) => {
      clock.at(clock.now() + days * day * 1000, () => void clock.hold(deliver(taskToken, output)));
      return null;
    };
  /** Keeps trying while the engine is down; an answer that was already taken is refused. */
  const deliver = async (taskToken: string, output: Json): Promise<void> => {
    try {
      await cloud.engine.sendTaskSuccess({ taskToken, output });
    } catch (refusal) {
      if ((refusal as ServiceFault).code === 'TaskTimedOut') return;
      await new Promise(setImmediate);
      await deliver(taskToken, output);
    }
  };
  const functions: { [name: string]: Answering } = {
    ask: () => null,
    remind: answer(1, 'yes'),
    echo: (payload, call) => {
      if (isRecorded(journal, call, payload)) repeated.push(call.attemptId);
      return { for: payload };
    },
    verify(_payload, call) {
      if (!verifiedAttempts.has(call.attemptId)) verifications += 1;
      verifiedAttempts.add(call.attemptId);
      if (verifications < 3) throw new TaskFault('NotYet', `attempt ${verifications}`);
      return { attempt: verifications };
    },
  };
  const verifiedAttempts = new Set<string>();

  const mortal = (): Journal => {
    let dead = false;
    return {
      ...journal,
      commit(changes) {
        if (dead) return;
        commits += 1;
        const kill = kills.find(({ atCommit }) => atCommit === commits);
        if (!kill || kill.written) journal.commit(changes);
        if (!kill) return;
        dead = true;
        cloud.engine.close();
        void clock.hold(new Promise(setImmediate).then(() => takeOver()));
      },
    };
  };
  const takeOver = () => {
    cloud = smallCloud(functions, { clock, journal: mortal() });
    cloud.objects.set('b/k', '["x","y","z"]');
    return cloud;
  };

  const executionArn = await takeOver().start(definition, {}, 'lives');
  const firstCommits = commits;
  await clock.idle();
  cloud = takeOver();
  const { status, output, stopDate } = cloud.engine.describeExecution(executionArn);
  const [mapRun] = cloud.engine.listMapRuns(executionArn);
  const children = cloud.engine.listExecutions({ mapRunArn: mapRun?.mapRunArn ?? '' });
  const types = [executionArn, ...children.map(child => child.executionArn)].flatMap(cloud.types).sort();
  cloud.engine.close();
  clock.stop();
  return { result: { status, output, stopDate, types }, repeated, commits, firstCommits };
}

/** Whether the journal already holds this call's result. */
function isRecorded(journal: Journal, call: TaskCall, payload: Json): boolean {
  const result = JSON.stringify({ for: payload });
  return (journal.of('event', call.executionArn) as { type: string; details?: { output?: string } }[]).some(
    event => event.type === 'TaskSucceeded' && event.details?.output === result,
  );
}

describe('an engine that is killed', () => {
  it('is followed by one that goes on exactly where it was, wherever that is', async () => {
    const untouched = await run([]);
    expect(untouched.result.status).toBe('SUCCEEDED');
    expect(untouched.result.output).toEqual([
      [{ for: 'plan' }, 'yes', { attempt: 3 }],
      ['a', 'b', 'c'].map(item => ({ for: item })),
      ['x', 'y', 'z'].map(item => ({ for: item })),
    ]);
    const kill = fc.record({
      atCommit: fc.integer({ min: untouched.firstCommits + 1, max: untouched.commits }),
      written: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(kill, { selector: one => one.atCommit, maxLength: 6 }), async kills => {
        const { result, repeated } = await run(kills);
        expect(result).toEqual(untouched.result);
        expect(repeated).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});
