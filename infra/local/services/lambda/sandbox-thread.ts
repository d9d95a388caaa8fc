/** Runs inside the worker thread: loads one bundled function and calls its handler, one event at a time. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { showCloudTime } from './cloud-time.ts';
import type { InvokeMessage, LambdaFailure, SandboxData, SandboxMessage } from './messages.ts';

type Handler = (event: unknown, context: unknown) => unknown;

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
  handler = await load();
  send({ kind: 'ready', importMs: performance.now() - startedAt });
} catch (error) {
  send({ kind: 'broken', failure: failure(error, 'Runtime.ImportModuleError') });
}

parentPort?.on('message', async (message: InvokeMessage) => {
  const { requestId } = message;
  setTime(message.cloudTimeMs);
  try {
    const result = await handler?.(JSON.parse(message.event), context(message));
    send({ kind: 'result', requestId, payload: JSON.stringify(result) ?? 'null' });
  } catch (error) {
    send({ kind: 'failure', requestId, failure: failure(error) });
  }
});

async function load(): Promise<Handler> {
  const [path = '', exportName = ''] = handlerName.split(/\.(?=[^.]+$)/);
  const file = ['.mjs', '.cjs', '.js'].map(ending => join(directory, path + ending)).find(existsSync);
  if (!file) throw new Error(`Error: Cannot find module '${path}'`);
  const module = file.endsWith('.cjs') ? createRequire(import.meta.url)(file) : await import(pathToFileURL(file).href);
  const found = module[exportName] ?? module.default?.[exportName];
  if (typeof found === 'function') return found;
  throw Object.assign(new Error(`${handlerName} is undefined or not exported`), { name: 'Runtime.HandlerNotFound' });
}

function context({ requestId, functionName, functionArn, memoryMb, timeoutMs }: InvokeMessage) {
  const deadline = performance.now() + timeoutMs;
  return {
    awsRequestId: requestId,
    functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: functionArn,
    memoryLimitInMB: String(memoryMb),
    logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
    logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => Math.max(0, Math.round(deadline - performance.now())),
  };
}

/** Lambda reports the error's name, and the whole stack as lines. What is thrown need not be an Error. */
function failure(error: unknown, fallbackType = 'Error'): LambdaFailure {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error), trace: [] };
  const errorType = error.name === 'Error' ? fallbackType : error.name || fallbackType;
  return { errorType, errorMessage: error.message, trace: (error.stack ?? '').split('\n') };
}
