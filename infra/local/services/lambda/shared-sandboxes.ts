import { Worker } from 'node:worker_threads';
import type { FromSharedThread, SandboxData, ToSharedThread } from './messages.ts';
import type { StartHost } from './sandbox.ts';

export interface SharedSandboxes {
  readonly startHost: StartHost;
  stop(): Promise<void>;
}

/**
 * All sandboxes in one worker thread: the same bundles with the same environments and roles, at a fraction of the cost, since each
 * thread would compile and optimize the SDK for itself. Not isolated: no memory limit, one event loop, and what timed out goes on
 * until it is done.
 */
export function sharedSandboxes(clockMode: SandboxData['clockMode']): SharedSandboxes {
  const worker = new Worker(new URL('./shared-thread.ts', import.meta.url), {
    workerData: { clockMode },
    stdout: true,
    stderr: true,
    execArgv: ['--disable-warning=ExperimentalWarning'],
    // Short-lived garbage of many calls at once: a roomy nursery is cleared a tenth as often.
    resourceLimits: { maxYoungGenerationSizeMb: 96 },
  });
  const tenants = new Map<number, Parameters<StartHost>[1]>();
  const send = (message: ToSharedThread) => worker.postMessage(message);
  worker.on('message', ({ id, ...message }: FromSharedThread) => tenants.get(id)?.said(message));
  worker.on('error', error => {
    console.error('The thread of all functions stopped:', error);
    for (const { died } of tenants.values()) died({ errorType: 'Runtime.ExitError', errorMessage: String(error) });
  });
  return {
    startHost({ environment, memoryMb: _, ...data }, events) {
      const id = tenants.size;
      tenants.set(id, events);
      send({ kind: 'load', id, data, environment: { ...environment } });
      return {
        post: message => send({ kind: 'invoke', id, message }),
        end: async () => {},
      };
    },
    stop: async () => void (await worker.terminate()),
  };
}
