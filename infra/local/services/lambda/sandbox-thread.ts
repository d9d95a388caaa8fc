/** Runs inside the worker thread: loads one bundled function and calls its handler, one event at a time. */
import { parentPort, workerData } from 'node:worker_threads';
import { showCloudTime } from './cloud-time.ts';
import { contextOf, failureOf, type Handler, loadHandler } from './handler.ts';
import type { InvokeMessage, SandboxData, SandboxMessage } from './messages.ts';

const { directory, handler: handlerName, clockMode } = workerData as SandboxData;
const send = (message: SandboxMessage) => parentPort?.postMessage(message);

for (const stream of [process.stdout, process.stderr]) {
  stream.write = (chunk: string | Uint8Array) => {
    send({ kind: 'log', text: typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString() });
    return true;
  };
}

const setTime = clockMode === 'fast' ? showCloudTime() : () => {};
const startedAt = performance.now();
let handler: Handler | undefined;
try {
  handler = await loadHandler(directory, handlerName);
  send({ kind: 'ready', importMs: performance.now() - startedAt });
} catch (error) {
  send({ kind: 'broken', failure: failureOf(error, 'Runtime.ImportModuleError') });
}

parentPort?.on('message', async (message: InvokeMessage) => {
  const { requestId } = message;
  setTime(message.cloudTimeMs);
  try {
    const result = await handler?.(JSON.parse(message.event), contextOf(message));
    send({ kind: 'result', requestId, payload: JSON.stringify(result) ?? 'null' });
  } catch (error) {
    send({ kind: 'failure', requestId, failure: failureOf(error) });
  }
});
