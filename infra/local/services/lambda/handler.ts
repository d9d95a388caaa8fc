import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { InvokeMessage, LambdaFailure } from './messages.ts';

export type Handler = (event: unknown, context: unknown) => unknown;

/** The function that `file.export` names in the folder of a bundle. An ES module named twice with different copies is loaded twice. */
export async function loadHandler(directory: string, name: string, copy = ''): Promise<Handler> {
  const [path = '', exportName = ''] = name.split(/\.(?=[^.]+$)/);
  const file = ['.mjs', '.cjs', '.js'].map(ending => join(directory, path + ending)).find(existsSync);
  if (!file) throw new Error(`Error: Cannot find module '${path}'`);
  const module = file.endsWith('.cjs')
    ? createRequire(import.meta.url)(file)
    : await import(`${pathToFileURL(file).href}${copy && `?${copy}`}`);
  const found = module[exportName] ?? module.default?.[exportName];
  if (typeof found === 'function') return found;
  throw Object.assign(new Error(`${name} is undefined or not exported`), { name: 'Runtime.HandlerNotFound' });
}

/** What a handler gets beside its event. */
export function contextOf({ requestId, functionName, functionArn, memoryMb, timeoutMs }: InvokeMessage) {
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
export function failureOf(error: unknown, fallbackType = 'Error'): LambdaFailure {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error), trace: [] };
  const errorType = error.name === 'Error' ? fallbackType : error.name || fallbackType;
  return { errorType, errorMessage: error.message, trace: (error.stack ?? '').split('\n') };
}
