import { randomUUID } from 'node:crypto';
import type { Clock } from '../../clock.ts';
import type { Faults } from '../../faults/faults.ts';
import { functionSubject } from '../../faults/subjects.ts';
import type { Counters } from '../../meter.ts';
import { AwsError } from '../aws-protocol.ts';
import { runtimeEnvironment } from './environment.ts';
import type { FunctionConfig } from './function-config.ts';
import { createInvocationLog, type InvocationLog } from './invocation-log.ts';
import { createPool, type Pool } from './pool.ts';
import { runWithFaults } from './run-with-faults.ts';
import { type StartHost, startSandbox } from './sandbox.ts';

/** Sandboxes per function: enough to overlap waiting on I/O, few enough for a laptop. */
const defaultSandboxes = 2;

/** Synchronous request and response limits of Lambda (6 MB; the response limit as its error text states it). */
const largestRequestBytes = 6 * 1024 * 1024;
const largestResponseBytes = 6_291_556;

export interface InvokeResult {
  readonly requestId: string;
  /** JSON text: the function's answer, or Lambda's error object. */
  readonly payload: string;
  readonly functionError?: 'Unhandled';
  readonly logs: string;
}

export interface Lambda {
  readonly functions: readonly FunctionConfig[];
  /** By name, ARN or qualified ARN. */
  find(nameOrArn: string): FunctionConfig | undefined;
  /** Synchronous (RequestResponse). */
  invoke(nameOrArn: string, payload: string): Promise<InvokeResult>;
  /** Ends the sandboxes of this function that are serving right now, as a host that dies would. */
  kill(nameOrArn: string): Promise<number>;
  readonly log: InvocationLog;
  stop(): Promise<void>;
}

export interface LambdaSurroundings {
  readonly clock: Clock;
  readonly counters: Counters;
  readonly faults: Faults;
  /** Where sandboxes run; each in a thread of its own unless said. */
  readonly startHost?: StartHost | undefined;
  /** Region, credentials and endpoints, as the environment of the function tells them to the SDK. */
  environment(config: FunctionConfig): Record<string, string>;
}

export function startLambda(functions: readonly FunctionConfig[], surroundings: LambdaSurroundings): Lambda {
  const { clock, counters, faults } = surroundings;
  const byName = new Map(functions.map(config => [config.name, config]));
  const pools = new Map<string, Pool>();
  const log = createInvocationLog();

  const find = (nameOrArn: string) => {
    const name = nameOrArn.startsWith('arn:') ? nameOrArn.split(':')[6] : nameOrArn.split(':')[0];
    return byName.get(name ?? '');
  };

  const poolOf = (config: FunctionConfig) => {
    const existing = pools.get(config.name);
    if (existing) return existing;
    const { directory, handler, memoryMb, environment } = config;
    const limit = Math.min(config.reservedConcurrency ?? defaultSandboxes, defaultSandboxes);
    const options = {
      directory,
      handler,
      memoryMb,
      clockMode: clock.mode,
      environment: { ...runtimeEnvironment(config), ...surroundings.environment(config), ...environment },
    };
    const pool = createPool(() => startSandbox(options, surroundings.startHost), limit, counters.function(config.name));
    pools.set(config.name, pool);
    return pool;
  };

  const run = async (config: FunctionConfig, event: string): Promise<InvokeResult> => {
    const requestId = randomUUID();
    const atMs = clock.now();
    const { name, arn, memoryMb, timeoutMs } = config;
    const message = { requestId, event, functionName: name, functionArn: arn, memoryMb, timeoutMs, cloudTimeMs: atMs };
    const outcome = await runWithFaults(faults, message, () => poolOf(config).run(message));
    const result = withinLimit(outcome.ok ? { payload: outcome.payload } : { failure: outcome.failure });
    const { durationMs } = outcome;
    const counter = counters.function(name);
    counter.invocations += 1;
    counter.durationMs += durationMs;
    if (result.functionError) counter.errors += 1;
    log.add({
      requestId,
      functionName: name,
      atMs,
      durationMs,
      coldStart: outcome.coldStart,
      event,
      ...result,
      logs: outcome.logs,
    });
    return { requestId, ...result, logs: outcome.logs };
  };

  return {
    functions,
    find,
    log,
    async invoke(nameOrArn, payload) {
      const config = find(nameOrArn);
      if (!config) throw new AwsError('ResourceNotFoundException', `Function not found: ${nameOrArn}`, 404);
      const isThrottled = faults.hits('lambda-throttle', functionSubject(config.name, payload), clock.now());
      if (isThrottled || config.reservedConcurrency === 0)
        throw new AwsError('TooManyRequestsException', 'Rate Exceeded.', 429);
      const bytes = Buffer.byteLength(payload);
      if (bytes > largestRequestBytes) {
        const message = `${bytes} byte payload is too large for the RequestResponse invocation type (limit ${largestRequestBytes} bytes)`;
        throw new AwsError('RequestTooLargeException', message, 413);
      }
      return clock.hold(run(config, payload));
    },
    kill: async nameOrArn => (await pools.get(find(nameOrArn)?.name ?? '')?.kill()) ?? 0,
    async stop() {
      await Promise.all([...pools.values()].map(pool => pool.stop()));
    },
  };
}

function withinLimit(
  outcome: { payload: string } | { failure: object },
): Pick<InvokeResult, 'payload' | 'functionError'> {
  if ('failure' in outcome) return { payload: JSON.stringify(outcome.failure), functionError: 'Unhandled' };
  if (Buffer.byteLength(outcome.payload) <= largestResponseBytes) return outcome;
  const errorMessage = `Response payload size exceeded maximum allowed payload size (${largestResponseBytes} bytes).`;
  return {
    payload: JSON.stringify({ errorType: 'Function.ResponseSizeTooLarge', errorMessage }),
    functionError: 'Unhandled',
  };
}
