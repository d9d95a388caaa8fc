import type { FunctionCounters } from '../../meter.ts';
import type { InvokeMessage } from './messages.ts';
import type { Outcome, Sandbox } from './sandbox.ts';

export interface Pool {
  /** Waits for a free sandbox; starts one while there are fewer than the limit. The duration is that of the handler alone. */
  run(message: InvokeMessage): Promise<Outcome & { readonly coldStart: boolean; readonly durationMs: number }>;
  /** Ends every sandbox that is serving right now, in the middle of whatever it does. Answers how many. */
  kill(): Promise<number>;
  stop(): Promise<void>;
}

/** The sandboxes of one function: each serves one invocation at a time, and a dead one is replaced when next needed. */
export function createPool(startSandbox: () => Sandbox, limit: number, counters: FunctionCounters): Pool {
  const idle: Sandbox[] = [];
  const all = new Set<Sandbox>();
  const waiting: ((sandbox: Sandbox | undefined) => void)[] = [];

  const start = async () => {
    const sandbox = startSandbox();
    all.add(sandbox);
    counters.coldStarts += 1;
    counters.importMs += (await sandbox.ready).importMs;
    return sandbox;
  };

  const acquire = async (): Promise<{ sandbox: Sandbox; coldStart: boolean }> => {
    for (let free = idle.pop(); free; free = idle.pop()) {
      if (!free.dead) return { sandbox: free, coldStart: false };
      all.delete(free); // it died while nobody was calling it
    }
    if (all.size < limit) return { sandbox: await start(), coldStart: true };
    const handed = await new Promise<Sandbox | undefined>(resolve => waiting.push(resolve));
    return handed ? { sandbox: handed, coldStart: false } : { sandbox: await start(), coldStart: true };
  };

  const release = (sandbox: Sandbox) => {
    if (sandbox.dead) {
      all.delete(sandbox);
      void sandbox.stop();
      waiting.shift()?.(undefined);
      return;
    }
    const next = waiting.shift();
    if (next) next(sandbox);
    else idle.push(sandbox);
  };

  return {
    async run(message) {
      const { sandbox, coldStart } = await acquire();
      try {
        const startedAt = performance.now();
        const outcome = await sandbox.invoke(message);
        return { ...outcome, coldStart, durationMs: performance.now() - startedAt };
      } finally {
        release(sandbox);
      }
    },
    async kill() {
      const serving = [...all].filter(sandbox => !idle.includes(sandbox));
      await Promise.all(serving.map(sandbox => sandbox.stop()));
      return serving.length;
    },
    async stop() {
      await Promise.all([...all].map(sandbox => sandbox.stop()));
    },
  };
}
