// Runs an execution on the journal named on the command line until somebody kills this process. Prints what it calls.
import { createEngine } from '#infra/local/engine/engine.ts';
import { sqliteJournal } from '#infra/local/engine/journals/sqlite-journal.ts';
import { realClock } from '#infra/local/real-clock.ts';
import { lifeAndDeath } from './life-and-death.ts';

const engine = createEngine({
  clock: realClock(),
  journal: sqliteJournal(process.argv[2] ?? ''),
  objects: { get: async () => new Uint8Array(), list: async () => [], put: async () => {} },
  async runTask(call) {
    console.log(JSON.stringify({ state: call.stateName, token: call.taskToken }));
    return {};
  },
});
engine.define(lifeAndDeath);
await engine.startExecution({ stateMachineArn: lifeAndDeath.arn, name: 'once' });
