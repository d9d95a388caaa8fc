import { AsyncLocalStorage } from 'node:async_hooks';
import { Console } from 'node:console';
import http from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import { Writable } from 'node:stream';
import timersPromises from 'node:timers/promises';

/** What a function that runs inside the cloud's own thread sees instead of the thread's. */
export interface Residence {
  readonly environment: Record<string, string>;
  /** Milliseconds that the function's time is ahead of ours. */
  readonly offsetMs: number;
  /** Waits take so much less of our time than of the function's. */
  readonly waitsShrinkBy: number;
  write(text: string): void;
  /** Takes over a request to the cloud itself; nothing for every other address. */
  request(
    options: http.RequestOptions,
    onResponse: (response: http.IncomingMessage) => void,
  ): http.ClientRequest | undefined;
}

const residence = new AsyncLocalStorage<Residence | undefined>();

/** Runs code as if it were alone in a Lambda sandbox: its environment, time, log and way to the AWS services are its own. */
export function reside<T>(own: Residence, code: () => T): T {
  borrow();
  return residence.run(own, code);
}

/** Runs the cloud's own code in the middle of a function's. */
export const outside = <T>(code: () => T): T => residence.run(undefined, code);

let isBorrowed = false;

/** Everybody else in this thread goes on seeing what was there before. */
function borrow(): void {
  if (isBorrowed) return;
  isBorrowed = true;
  borrowEnvironment();
  borrowDate();
  borrowTimers();
  borrowConsole();
  const { request } = http;
  http.request = ((...given: Parameters<typeof request>) => takenOver(given) ?? request(...given)) as typeof request;
}

/** The SDK asks with options and a listener; whoever asks otherwise does not mean the cloud. */
function takenOver([options, onResponse]: readonly unknown[]): http.ClientRequest | undefined {
  return isOptions(options) && isListener(onResponse) ? residence.getStore()?.request(options, onResponse) : undefined;
}

const isOptions = (given: unknown): given is http.RequestOptions =>
  typeof given === 'object' && given !== null && !(given instanceof URL);
const isListener = (given: unknown): given is (response: http.IncomingMessage) => void => typeof given === 'function';

function borrowEnvironment(): void {
  const own = process.env;
  const variables = () => residence.getStore()?.environment ?? own;
  process.env = new Proxy<Record<string, string | undefined>>(
    {},
    {
      get: (_, name) => Reflect.get(variables(), name),
      has: (_, name) => Reflect.has(variables(), name),
      set: (_, name, value) => Reflect.set(variables(), name, String(value)),
      deleteProperty: (_, name) => Reflect.deleteProperty(variables(), name),
      ownKeys: () => Reflect.ownKeys(variables()),
      getOwnPropertyDescriptor: (_, name) => Reflect.getOwnPropertyDescriptor(variables(), name),
      defineProperty: (_, name, descriptor) => Reflect.defineProperty(variables(), name, descriptor),
    },
  );
}

function borrowDate(): void {
  const RealDate = Date;
  const { now: realNow } = RealDate;
  const now = () => realNow() + Math.floor(residence.getStore()?.offsetMs ?? 0);
  RealDate.now = now;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, given, asked) => Reflect.construct(target, given.length === 0 ? [now()] : given, asked),
    apply: () => new RealDate(now()).toString(),
  });
}

function borrowTimers(): void {
  const ours = (ms = 0) => ms / (residence.getStore()?.waitsShrinkBy ?? 1);
  const { setTimeout: wait } = globalThis;
  const shrunk = (task: (...given: unknown[]) => void, ms?: number, ...given: unknown[]) =>
    wait(task, ours(ms), ...given);
  globalThis.setTimeout = Object.assign(shrunk, wait) as typeof setTimeout;
  const { setTimeout: sleep } = timersPromises;
  timersPromises.setTimeout = ((ms, ...given) => sleep(ours(ms), ...given)) as typeof sleep;
  // Bundles have imported it by name.
  syncBuiltinESMExports();
}

function borrowConsole(): void {
  const own = globalThis.console;
  const stream = new Writable({
    decodeStrings: false,
    write(chunk, _encoding, done) {
      residence.getStore()?.write(String(chunk));
      done();
    },
  });
  const resident = new Console(stream);
  globalThis.console = new Proxy(own, {
    get: (_, name) => Reflect.get(residence.getStore() ? resident : own, name),
  });
}
