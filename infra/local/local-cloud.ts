import type { ResourceCatalog } from './assembly/resource.ts';
import { startApis } from './cloud/apis.ts';
import { type Compute, startCompute } from './cloud/compute.ts';
import { startDataServices } from './cloud/data-services.ts';
import { startEvents } from './cloud/events.ts';
import { layFoundation } from './cloud/foundation.ts';
import { type InboundRecord, rememberInbound } from './cloud/inbound-mail.ts';
import { type CloudMailbox, startMail } from './cloud/mail.ts';
import type { Addresses, LocalCloudOptions } from './cloud/options.ts';
import { handToTarget, sendToDestination } from './cloud/targets.ts';
import type { Engine } from './engine/api.ts';
import type { Meter } from './meter.ts';
import type { Invocation, InvocationLog } from './services/lambda/invocation-log.ts';
import type { InvokeResult } from './services/lambda/lambda.ts';
import { createPermissions, type PermissionReport } from './services/permissions/permissions.ts';
import type { QueuedMessage } from './services/sqs.ts';

export interface LocalCloud extends Addresses {
  readonly region: string;
  readonly account: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly resources: ResourceCatalog;
  readonly engine: Engine;
  readonly mail: CloudMailbox & InboundRecord;
  readonly functions: {
    /** By name or ARN, as its caller would. */
    invoke(nameOrArn: string, payload?: unknown): Promise<InvokeResult>;
    /** The last invocations with their logs, newest first. */
    list(filter?: Parameters<InvocationLog['list']>[0]): Invocation[];
    /** Ends a function's workers in the middle of what they do, to see what becomes of it. Answers how many. */
    kill(nameOrArn: string): Promise<number>;
  };
  readonly secrets: { get(nameOrArn: string): string; put(nameOrArn: string, value: string): void };
  /** What lies in a queue, by its ARN. */
  readonly queues: { list(queueArn: string): QueuedMessage[] };
  /** Which grants of the template were used, which not, and what was refused. */
  readonly permissions: PermissionReport;
  readonly meter: Meter;
  /** For AWS SDK clients of the person at the keyboard, who may do everything. */
  clientConfig(): ClientConfig;
  stop(): Promise<void>;
}

export interface ClientConfig {
  readonly region: string;
  readonly endpoint: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** Runs a synthesized cloud assembly on this machine. Virtual time stands still until it does. */
export function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const opened = new AsyncDisposableStack();
  const started = start(options, opened).catch(async error => {
    await opened.disposeAsync();
    throw error;
  });
  return options.clock.hold(started);
}

async function start(options: LocalCloudOptions, opened: AsyncDisposableStack): Promise<LocalCloud> {
  const { clock, onProgress = () => {} } = options;
  onProgress('Resolving templates');
  const foundation = await layFoundation(options, opened);
  const { addresses, catalog, counters, endpoint, outbox, outputs, region, account } = foundation;
  const permissions = createPermissions(catalog, account, region);

  onProgress('Opening tables, buckets and secrets');
  const data = await startDataServices(foundation, permissions);
  opened.defer(data.dynamoDb.stop);

  onProgress('Starting functions, state machines and events');
  const { queues, secrets, dynamoDb } = data;
  const targets = { permissions, queues, compute: (): Compute => compute, bus: () => events.bus };
  const send = sendToDestination(targets);
  const events = startEvents(foundation, permissions, { hand: handToTarget(targets), deadLetter: send });
  const { publishStatusChange: onStatusChange, putEvents } = events;
  const compute = startCompute(foundation, data, permissions, { send, onStatusChange, putEvents });
  opened.defer(compute.lambda.stop);
  opened.defer(compute.engine.close);
  const mail = rememberInbound(startMail(foundation, data, compute, events.bus, permissions), foundation);
  startApis(foundation, compute, permissions);
  outbox.resume();
  events.startSchedules();
  const { engine, lambda } = compute;
  onProgress('Running');

  return {
    ...addresses,
    region,
    account,
    outputs,
    resources: catalog,
    engine,
    mail,
    secrets,
    queues,
    permissions: permissions.report,
    functions: {
      invoke: (name, payload = {}) => lambda.invoke(name, JSON.stringify(payload)),
      list: lambda.log.list,
      kill: lambda.kill,
    },
    get meter() {
      const { functions, s3Requests, mails, httpRequests, events: published } = counters;
      const { transitions } = engine;
      return { functions, tables: dynamoDb.usage(), transitions, mails, s3Requests, httpRequests, events: published };
    },
    clientConfig: () => ({
      region,
      endpoint: endpoint.url,
      credentials: { accessKeyId: 'owner', secretAccessKey: 'local' },
    }),
    async stop() {
      clock.stop();
      await opened.disposeAsync();
    },
  };
}
