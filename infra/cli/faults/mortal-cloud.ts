import { type ChildProcess, fork } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { WorldMailbox } from '#infra/local/world/mailbox.ts';
import type { CloudProcessData, FromCloud, Request, ToCloud } from './cloud-process.ts';
import type { Follower, Rest } from './duet-clock.ts';

/** A local cloud in a process that may be killed at any moment, and is started again with the data that it left. */
export interface MortalCloud extends Follower {
  readonly apiUrl: string;
  readonly mail: WorldMailbox;
  /** Asks until a process has lived long enough to answer. */
  ask<T>(request: Request): Promise<T>;
  /** kill -9. The next process is on its way when this returns. */
  kill(): void;
  readonly deaths: number;
  stop(): void;
}

interface Open {
  readonly request: Request;
  resolve(answer: unknown): void;
}

const program = fileURLToPath(new URL('./cloud-process.ts', import.meta.url));

/** What every new process would compile anew. */
const compiled = join(tmpdir(), 'groundswell-compiled');

export async function startMortalCloud(
  data: Omit<CloudProcessData, 'startMs' | 'port'>,
  startMs: number,
): Promise<MortalCloud> {
  const open = new Map<number, Open>();
  const listeners = new Set<Parameters<WorldMailbox['onDelivered']>[0]>();
  /** Mail that has reached its recipient; a cloud that died before it wrote that down delivers it again. */
  const arrived = new Map<string, { bounced: boolean }>();
  let nowMs = startMs;
  let calls = 0;
  let deaths = 0;
  let port = 0;
  let isStopped = false;
  let child: ChildProcess;
  let isReady = false;
  const firstReady = Promise.withResolvers<string>();

  const post = (call: number, request: Request) => {
    if (isReady && child.connected) child.send({ call, request } satisfies ToCloud);
  };
  const ask = <T>(request: Request): Promise<T> =>
    new Promise(resolve => {
      const call = calls++;
      open.set(call, { request, resolve: resolve as Open['resolve'] });
      post(call, request);
    });

  const deliver = async ({ delivery, mail }: Extract<FromCloud, { kind: 'delivering' }>, to: ChildProcess) => {
    const key = `${mail.id}/${mail.recipient}`;
    const known = arrived.get(key);
    if (known?.bounced) await ask({ kind: 'bounce', id: mail.id, details: { recipient: mail.recipient } });
    if (!known) {
      arrived.set(key, { bounced: false });
      await Promise.all([...listeners].map(listener => listener(mail)));
    }
    // Only the process that is delivering waits for this.
    if (to === child) post(calls++, { kind: 'delivered', delivery });
  };

  const start = () => {
    isReady = false;
    const born = fork(program, {
      serialization: 'advanced',
      execArgv: ['--disable-warning=ExperimentalWarning'],
      env: { ...process.env, NODE_COMPILE_CACHE: compiled },
    });
    child = born;
    born.on('message', (message: FromCloud) => {
      if (born !== child) return;
      if (message.kind === 'delivering') void deliver(message, born);
      if (message.kind === 'answer') {
        open.get(message.call)?.resolve(message.answer);
        open.delete(message.call);
      }
      if (message.kind === 'ready') {
        isReady = true;
        port = Number(new URL(message.apiUrl).port);
        firstReady.resolve(message.apiUrl);
        for (const [call, { request }] of open) post(call, request);
      }
    });
    born.on('exit', code => {
      if (isStopped) return;
      if (code !== null) firstReady.reject(new Error(`The cloud's process ended with code ${code}.`));
      start();
    });
    born.send({ ...data, startMs: nowMs, port } satisfies CloudProcessData);
  };
  start();

  return {
    apiUrl: await firstReady.promise,
    ask,
    rest: () => ask<Rest>({ kind: 'rest' }),
    async advance(toMs) {
      nowMs = toMs;
      await ask({ kind: 'advance', toMs });
    },
    mail: {
      onDelivered(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      receive: mail => ask({ kind: 'receive', mail }),
      bounce(id, details) {
        arrived.set(`${id}/${details?.recipient}`, { bounced: true });
        void ask({ kind: 'bounce', id, details });
      },
      complain: (id, details) => void ask({ kind: 'complain', id, details }),
    },
    kill() {
      if (!isReady) return;
      deaths += 1;
      isReady = false;
      child.kill('SIGKILL');
    },
    get deaths() {
      return deaths;
    },
    stop() {
      isStopped = true;
      child.kill('SIGKILL');
    },
  };
}
