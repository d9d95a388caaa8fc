import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { createEngine } from '#infra/local/engine/engine.ts';
import { sqliteJournal } from '#infra/local/engine/journals/sqlite-journal.ts';
import { realClock } from '#infra/local/real-clock.ts';
import { lifeAndDeath } from './life-and-death.ts';

it('a token outlives kill -9 of the process that gave it out', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kill-'));
  const journal = join(folder, 'journal.sqlite');
  const doomed = spawn(process.execPath, ['test/infra/local/engine/doomed-engine.ts', journal], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const calls: { state: string; token?: string }[] = [];
  for await (const line of createInterface(doomed.stdout)) {
    calls.push(JSON.parse(line));
    if (calls.length === 2) break;
  }
  doomed.kill('SIGKILL');
  await once(doomed, 'exit');
  expect(calls.map(call => call.state)).toEqual(['First', 'Ask']);

  const called: string[] = [];
  const clock = realClock();
  const engine = createEngine({
    clock,
    journal: sqliteJournal(journal),
    objects: { get: async () => new Uint8Array(), list: async () => [], put: async () => {} },
    async runTask(call) {
      called.push(call.stateName);
      return {};
    },
  });
  await engine.sendTaskSuccess({ taskToken: calls[1]?.token ?? '', output: 'still here' });
  const executionArn = 'arn:aws:states:us-east-1:000000000000:execution:life:once';
  expect(await engine.finished(executionArn)).toMatchObject({ status: 'SUCCEEDED', output: [true, 'still here'] });
  // The question may be asked again, if its submission was not yet durable; what had been answered is not.
  expect(called.filter(state => state !== 'Ask')).toEqual(['Last']);
  expect(lifeAndDeath.arn).toBe(engine.describeExecution(executionArn).stateMachineArn);
  engine.close();
  clock.stop();
  rmSync(folder, { recursive: true });
});
