/**
 * Runs inside one worker thread: every sandbox of a cloud that does without isolation. Each has its own copy of its bundle and its own
 * environment; what they share is the heap, the event loop and the compiled code.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { parentPort, workerData } from 'node:worker_threads';
import { showCloudTime } from './cloud-time.ts';
import { contextOf, failureOf, type Handler, loadHandler } from './handler.ts';
import type { FromSharedThread, SandboxData, ToSharedThread } from './messages.ts';

interface Resident {
  readonly environment: Record<string, string>;
  readonly handler: Handler;
}

/** What runs right now: whose variables `process.env` shows, and whose log is written. */
const current = new AsyncLocalStorage<{ readonly id: number; readonly environment: Record<string, string> }>();
const residents = new Map<number, Promise<Resident>>();
const send = (message: FromSharedThread) => parentPort?.postMessage(message);

const { clockMode } = workerData as Pick<SandboxData, 'clockMode'>;
const setTime = clockMode === 'fast' ? showCloudTime() : () => {};

const own = process.env;
const variables = () => current.getStore()?.environment ?? own;
process.env = new Proxy(
  {},
  {
    get: (_, name) => Reflect.get(variables(), name),
    has: (_, name) => Reflect.has(variables(), name),
    set: (_, name, value) => Reflect.set(variables(), name, String(value)),
    deleteProperty: (_, name) => Reflect.deleteProperty(variables(), name),
    ownKeys: () => Reflect.ownKeys(variables()),
    getOwnPropertyDescriptor: (_, name) => Reflect.getOwnPropertyDescriptor(variables(), name),
  },
);

/** A wait in the cloud's time need not take as long in ours: back-off of the SDK passes in a fiftieth of its time. */
const waitsShrinkBy = 50;
if (clockMode === 'fast') {
  const { setTimeout: wait } = globalThis;
  globalThis.setTimeout = Object.assign(
    (task: (...given: unknown[]) => void, ms = 0, ...given: unknown[]) => wait(task, ms / waitsShrinkBy, ...given),
    wait,
  ) as typeof setTimeout;
}

for (const stream of [process.stdout, process.stderr]) {
  stream.write = (chunk: string | Uint8Array) => {
    const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
    send({ id: current.getStore()?.id ?? -1, kind: 'log', text });
    return true;
  };
}

parentPort?.on('message', async (message: ToSharedThread) => {
  if (message.kind === 'load') load(message);
  else await invoke(message);
});

function load({ id, data, environment }: Extract<ToSharedThread, { kind: 'load' }>): void {
  const startedAt = performance.now();
  const loaded = current.run({ id, environment }, () => loadHandler(data.directory, data.handler, String(id)));
  residents.set(
    id,
    loaded.then(handler => ({ handler, environment })),
  );
  loaded.then(
    () => send({ id, kind: 'ready', importMs: performance.now() - startedAt }),
    error => send({ id, kind: 'broken', failure: failureOf(error, 'Runtime.ImportModuleError') }),
  );
}

async function invoke({ id, message }: Extract<ToSharedThread, { kind: 'invoke' }>): Promise<void> {
  const { requestId } = message;
  try {
    const resident = await residents.get(id);
    if (!resident) return;
    const { handler, environment } = resident;
    setTime(message.cloudTimeMs);
    const result = await current.run({ id, environment }, async () =>
      handler(JSON.parse(message.event), contextOf(message)),
    );
    send({ id, kind: 'result', requestId, payload: JSON.stringify(result) ?? 'null' });
  } catch (error) {
    send({ id, kind: 'failure', requestId, failure: failureOf(error) });
  }
}
