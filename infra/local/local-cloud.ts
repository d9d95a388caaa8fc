import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { readAssembly } from './assembly/assembly.ts';
import type { Resource, ResourceCatalog } from './assembly/resource.ts';
import { resourceTypes } from './assembly/resource-types.ts';
import { resolveStack } from './assembly/stack.ts';
import type { Clock } from './clock.ts';
import type { Engine } from './engine/api.ts';
import { createEngine } from './engine/engine.ts';
import { Counters, type Meter } from './meter.ts';
import { startAwsEndpoint } from './services/aws-endpoint.ts';
import { CallerRegistry } from './services/caller.ts';
import { startDynamoDb } from './services/dynamodb/dynamodb.ts';
import { tableDefinition } from './services/dynamodb/tables.ts';
import { apiConfig } from './services/http-api/api-config.ts';
import { createHttpApi } from './services/http-api/http-api.ts';
import { listenForApis } from './services/http-api/listeners.ts';
import { functionConfig } from './services/lambda/function-config.ts';
import { type InvokeResult, type Lambda, startLambda } from './services/lambda/lambda.ts';
import { machineInput } from './services/state-machines.ts';
import { createRunTask } from './services/tasks/run-task.ts';

export interface LocalCloudOptions {
  /** The folder that `cdk synth` wrote. */
  readonly assembly: string;
  readonly clock: Clock;
  /** Where tables, objects and mail are kept; in memory if absent. */
  readonly dataDir?: string;
  /** Of the public HTTP API; 0 takes any. */
  readonly port?: number;
  /** CloudFormation parameter values. The addresses are known by then, for parameters that name them. */
  readonly parameters?: Parameters_ | ((addresses: Addresses) => Parameters_);
  readonly onProgress?: (step: string) => void;
}

type Parameters_ = Readonly<Record<string, string>>;

export interface Addresses {
  readonly apiUrl: string;
  readonly awsEndpoint: string;
}

export interface LocalCloud extends Addresses {
  readonly region: string;
  readonly account: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly resources: ResourceCatalog;
  readonly engine: Engine;
  readonly functions: {
    invoke(nameOrArn: string, payload: unknown): Promise<InvokeResult>;
    readonly log: Lambda['log'];
  };
  readonly meter: Meter;
  clientConfig(): ClientConfig;
  stop(): Promise<void>;
}

export interface ClientConfig {
  readonly region: string;
  readonly endpoint: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly forcePathStyle: true;
}

const defaultRegion = 'ap-south-1';
const defaultAccount = '123456789012';

/** Runs a synthesized cloud assembly on this machine. */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const { clock, dataDir, port = 0, onProgress = () => {} } = options;
  if (dataDir) mkdirSync(dataDir, { recursive: true });
  const assembly = readAssembly(options.assembly);
  const region = assembly.stacks.find(stack => stack.region)?.region ?? defaultRegion;
  const account = assembly.stacks.find(stack => stack.account)?.account ?? defaultAccount;
  const counters = new Counters();
  const callers = new CallerRegistry();
  const endpoint = await startAwsEndpoint(clock, callers);
  const listeners = await listenForApis(assembly.stacks, port);
  const addresses = { apiUrl: listeners.first ?? '', awsEndpoint: endpoint.url };

  onProgress('Resolving templates');
  const exports = new Map<string, unknown>();
  const parameters =
    typeof options.parameters === 'function' ? options.parameters(addresses) : (options.parameters ?? {});
  const stacks = assembly.stacks.map(artifact =>
    resolveStack(artifact, {
      account,
      region,
      types: resourceTypes,
      parameters,
      exports,
      endpoint: (stackName, logicalId, type) =>
        type === 'AWS::SQS::Queue' ? endpoint.url : listeners.url(stackName, logicalId),
    }),
  );
  const catalog = catalogOf(stacks.flatMap(stack => stack.resources));
  const outputs = Object.assign({}, ...stacks.map(stack => stack.outputs)) as Record<string, string>;

  onProgress('Creating tables');
  const tables = catalog.ofType('AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable').map(tableDefinition);
  const dynamoDb = await startDynamoDb(tables, dataDir && join(dataDir, 'dynamodb'));
  endpoint.mount('dynamodb', dynamoDb.service);

  const lambda = startLambda(
    catalog.ofType('AWS::Lambda::Function').map(resource => functionConfig(resource, assembly)),
    {
      clock,
      counters,
      environment: config => {
        const { accessKeyId, secretAccessKey } = callers.issue(config.roleArn);
        return {
          AWS_REGION: region,
          AWS_DEFAULT_REGION: region,
          AWS_ACCESS_KEY_ID: accessKeyId,
          AWS_SECRET_ACCESS_KEY: secretAccessKey,
          AWS_ENDPOINT_URL: endpoint.url,
          AWS_ENDPOINT_URL_DYNAMODB: dynamoDb.url,
        };
      },
    },
  );

  onProgress('Defining state machines');
  const engine: Engine = createEngine({
    clock,
    runTask: createRunTask({ clock, engine: () => engine, invoke: (name, payload) => lambda.invoke(name, payload) }),
    objects: {
      get: async () => new Uint8Array(),
      list: async () => [],
      put: async () => {},
    },
  });
  for (const machine of catalog.ofType('AWS::StepFunctions::StateMachine'))
    engine.define(machineInput(machine, assembly));

  for (const resource of catalog.ofType('AWS::ApiGatewayV2::Api')) {
    const config = apiConfig(resource, catalog);
    const invoke = (functionArn: string, payload: string) => lambda.invoke(functionArn, payload);
    listeners.attach(config.endpoint, createHttpApi(config, { clock, counters, account, region, invoke }));
  }
  onProgress('Running');

  return {
    ...addresses,
    region,
    account,
    outputs,
    resources: catalog,
    engine,
    functions: {
      invoke: (name, payload) => lambda.invoke(name, JSON.stringify(payload ?? {})),
      log: lambda.log,
    },
    get meter() {
      const { functions, s3Requests, mails, httpRequests, events } = counters;
      const { transitions } = engine;
      return { functions, tables: dynamoDb.usage(), transitions, mails, s3Requests, httpRequests, events };
    },
    clientConfig: () => ({
      region,
      endpoint: endpoint.url,
      credentials: { accessKeyId: 'owner', secretAccessKey: 'local' },
      forcePathStyle: true,
    }),
    async stop() {
      clock.stop();
      await listeners.close();
      await lambda.stop();
      engine.close();
      await endpoint.close();
      await dynamoDb.stop();
    },
  };
}

function catalogOf(all: readonly Resource[]): ResourceCatalog {
  return { all, ofType: (...types) => all.filter(resource => types.includes(resource.type)) };
}
