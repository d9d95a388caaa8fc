import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Assembly, readAssembly } from '../assembly/assembly.ts';
import type { Resource, ResourceCatalog } from '../assembly/resource.ts';
import { resourceTypes } from '../assembly/resource-types.ts';
import { resolveStack } from '../assembly/stack.ts';
import type { Clock } from '../clock.ts';
import { type Blobs, type Documents, openBlobs, openDocuments } from '../documents.ts';
import { type Faults, noFaults } from '../faults/faults.ts';
import { Counters } from '../meter.ts';
import { createOutbox, type Delivery, type Outbox } from '../outbox.ts';
import { type AwsEndpoint, startAwsEndpoint } from '../services/aws-endpoint.ts';
import { CallerRegistry } from '../services/caller.ts';
import { type ApiListeners, listenForApis } from '../services/http-api/listeners.ts';
import type { Addresses, Isolation, LocalCloudOptions } from './options.ts';

const defaultRegion = 'ap-south-1';
const defaultAccount = '123456789012';

/** What every service stands on: the resolved templates, the clock, addresses, storage and counters. */
export interface Foundation {
  readonly clock: Clock;
  readonly assembly: Assembly;
  readonly catalog: ResourceCatalog;
  readonly outputs: Readonly<Record<string, string>>;
  readonly region: string;
  readonly account: string;
  readonly addresses: Addresses;
  readonly endpoint: AwsEndpoint;
  readonly listeners: ApiListeners;
  readonly callers: CallerRegistry;
  readonly counters: Counters;
  readonly outbox: Outbox;
  readonly faults: Faults;
  readonly isolation: Isolation;
  /** A folder below the data directory; nothing when everything is in memory. */
  directory(...names: string[]): string | undefined;
  documents<T>(...names: string[]): Documents<T>;
  blobs(...names: string[]): Blobs;
  arn(service: string, resource: string): string;
}

/** What has to be closed again goes onto `opened`. */
export async function layFoundation(options: LocalCloudOptions, opened: AsyncDisposableStack): Promise<Foundation> {
  const { clock, dataDir, port = 0, faults = noFaults, isolation = 'threads' } = options;
  const assembly = readAssembly(options.assembly);
  const region = assembly.stacks.find(stack => stack.region)?.region ?? defaultRegion;
  const account = assembly.stacks.find(stack => stack.account)?.account ?? defaultAccount;
  const callers = new CallerRegistry();
  const endpoint = await startAwsEndpoint(clock, callers, faults);
  opened.defer(endpoint.close);
  const listeners = await listenForApis(assembly.stacks, port);
  opened.defer(listeners.close);
  const addresses = { apiUrl: listeners.first ?? '', awsEndpoint: endpoint.url };
  const { parameters = {} } = options;
  const exports = new Map<string, unknown>();
  const stacks = assembly.stacks.map(artifact =>
    resolveStack(artifact, {
      account,
      region,
      types: resourceTypes,
      parameters: typeof parameters === 'function' ? parameters(addresses) : parameters,
      exports,
      endpoint: (stackName, logicalId, type) =>
        type === 'AWS::SQS::Queue' ? endpoint.url : listeners.url(stackName, logicalId),
    }),
  );
  const catalog = catalogOf(stacks.flatMap(stack => stack.resources));
  for (const role of catalog.ofType('AWS::IAM::Role')) callers.issue(String(role.attributes.Arn));
  const directory = (...names: string[]) => {
    if (dataDir === undefined) return undefined;
    const path = join(dataDir, ...names);
    mkdirSync(path, { recursive: true });
    return path;
  };
  return {
    clock,
    assembly,
    region,
    account,
    addresses,
    endpoint,
    listeners,
    callers,
    catalog,
    faults,
    isolation,
    directory,
    outputs: Object.assign({}, ...stacks.map(stack => stack.outputs)),
    counters: new Counters(),
    outbox: createOutbox(clock, openDocuments<Delivery>(directory('outbox'))),
    documents: (...names) => openDocuments(directory(...names)),
    blobs: (...names) => openBlobs(directory(...names)),
    arn: (service, resource) => `arn:aws:${service}:${region}:${account}:${resource}`,
  };
}

function catalogOf(all: readonly Resource[]): ResourceCatalog {
  return { all, ofType: (...types) => all.filter(resource => types.includes(resource.type)) };
}
