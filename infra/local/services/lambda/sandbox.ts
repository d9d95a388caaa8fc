import { Worker } from 'node:worker_threads';
import type { InvokeMessage, LambdaFailure, SandboxData, SandboxMessage } from './messages.ts';

/** V8 needs some memory before a function has any: smaller limits kill the thread at import. */
const leastHeapMb = 96;

export interface SandboxOptions extends SandboxData {
  readonly environment: Readonly<Record<string, string>>;
  readonly memoryMb: number;
}

export type Outcome =
  | { readonly ok: true; readonly payload: string; readonly logs: string }
  | { readonly ok: false; readonly failure: LambdaFailure; readonly logs: string };

export interface Sandbox {
  /** How long the import of the bundle took; rejects never: a broken bundle answers every invocation with its error. */
  readonly ready: Promise<{ importMs: number }>;
  readonly dead: boolean;
  /** One at a time. */
  invoke(message: InvokeMessage): Promise<Outcome>;
  stop(): Promise<void>;
}

/** What a sandbox runs in, as seen from outside. */
export interface Host {
  post(message: InvokeMessage): void;
  end(): Promise<void>;
}

interface HostEvents {
  said(message: SandboxMessage): void;
  died(failure: LambdaFailure): void;
}

export type StartHost = (options: SandboxOptions, events: HostEvents) => Host;

/** One execution environment that has loaded the bundle and waits for events. */
export function startSandbox(options: SandboxOptions, startHost: StartHost = threadOfItsOwn): Sandbox {
  let logs = '';
  let dead = false;
  let broken: LambdaFailure | undefined;
  let settle: ((outcome: { payload: string } | { failure: LambdaFailure }) => void) | undefined;
  const imported = Promise.withResolvers<{ importMs: number }>();

  const die = (failure: LambdaFailure) => {
    dead = true;
    broken ??= failure;
    imported.resolve({ importMs: 0 });
    settle?.({ failure });
  };

  const host = startHost(options, {
    died: die,
    said(message) {
      if (message.kind === 'log') logs += message.text;
      if (message.kind === 'ready') imported.resolve(message);
      if (message.kind === 'broken') die(message.failure);
      if (message.kind === 'result') settle?.({ payload: message.payload });
      if (message.kind === 'failure') settle?.({ failure: message.failure });
    },
  });

  return {
    ready: imported.promise,
    get dead() {
      return dead;
    },
    async invoke(message) {
      await imported.promise;
      const timeout = setTimeout(() => {
        die({ errorType: 'Sandbox.Timedout', errorMessage: timeoutText(message) });
        void host.end();
      }, message.timeoutMs);
      const outcome = await new Promise<{ payload: string } | { failure: LambdaFailure }>(resolve => {
        settle = resolve;
        if (broken) resolve({ failure: broken });
        else host.post(message);
      });
      clearTimeout(timeout);
      settle = undefined;
      const written = logs;
      logs = '';
      if ('payload' in outcome) return { ok: true, payload: outcome.payload, logs: written };
      const named = withRequestId(outcome.failure, message.requestId);
      return { ok: false, failure: named, logs: written };
    },
    async stop() {
      dead = true;
      await host.end();
    },
  };
}

/** As isolated as it gets in one process: a worker thread with its own heap, memory limit and environment. */
function threadOfItsOwn({ environment, memoryMb, ...data }: SandboxOptions, { said, died }: HostEvents): Host {
  const worker = new Worker(new URL('./sandbox-thread.ts', import.meta.url), {
    workerData: data,
    env: { ...environment },
    stdout: true,
    stderr: true,
    execArgv: ['--enable-source-maps', '--disable-warning=ExperimentalWarning'],
    resourceLimits: { maxOldGenerationSizeMb: Math.max(memoryMb, leastHeapMb) },
  });
  worker.on('message', said);
  worker.on('error', error => died(crash(error)));
  worker.on('exit', code => died({ errorType: 'Runtime.ExitError', errorMessage: exitText(code) }));
  return {
    post: message => worker.postMessage(message),
    end: async () => void (await worker.terminate()),
  };
}

function crash(error: unknown): LambdaFailure {
  if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return { errorType: 'Runtime.OutOfMemory', errorMessage: 'Error: Runtime exited with error: signal: killed' };
  }
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  return {
    errorType: name === 'Error' ? 'Runtime.UnhandledError' : name,
    errorMessage: message,
    trace: (stack ?? '').split('\n'),
  };
}

const exitText = (code: number) =>
  `Error: Runtime exited ${code === 0 ? 'without providing a reason' : `with error: exit status ${code}`}`;
const timeoutText = ({ timeoutMs }: InvokeMessage) =>
  `Error: Task timed out after ${(timeoutMs / 1000).toFixed(2)} seconds`;

/** The platform's own errors (exit, timeout) begin with the request they hit. */
function withRequestId(failure: LambdaFailure, requestId: string): LambdaFailure {
  const platform = /^(Runtime\.(ExitError|OutOfMemory)|Sandbox\.)/.test(failure.errorType);
  return platform ? { ...failure, errorMessage: `RequestId: ${requestId} ${failure.errorMessage}` } : failure;
}
