import { Worker } from 'node:worker_threads';
import type { Faults } from '../../faults/faults.ts';
import type { TableCounters } from '../../meter.ts';
import type { AwsService } from '../aws-protocol.ts';
import type { Permissions } from '../permissions/permissions.ts';
import { type DatabaseData, openDatabase } from './database.ts';
import type { DatabaseMessage, DatabaseThreadData } from './database-thread.ts';
import { readUsage, usageMemory } from './usage.ts';

export interface DynamoDb {
  /** The address of the database's own thread, to which functions speak directly; everyone else comes through the AWS endpoint. */
  readonly url: string | undefined;
  readonly service: AwsService;
  usage(): Record<string, TableCounters>;
  stop(): Promise<void>;
}

export interface DynamoDbOptions extends Omit<DatabaseData, 'usage' | 'policies' | 'ledger'> {
  readonly permissions: Permissions;
  readonly faults: Faults;
}

/** The tables of the template in dynalite (npm), in a thread of its own; on disk where a path is given. */
export async function startDynamoDb({ faults, permissions, ...data }: DynamoDbOptions): Promise<DynamoDb> {
  const names = data.tables.map(table => table.TableName);
  const usage = usageMemory(names.length);
  const worker = new Worker(new URL('./database-thread.ts', import.meta.url), {
    workerData: {
      ...data,
      usage,
      policies: permissions.policies,
      ledger: permissions.ledger,
      faults: faults.plan,
    } satisfies DatabaseThreadData,
    execArgv: ['--disable-warning=ExperimentalWarning'],
    // Every call is read, checked and answered as short-lived objects: more room for them is a tenth less work for the collector.
    resourceLimits: { maxYoungGenerationSizeMb: 96 },
  });
  const port = await new Promise<number>((resolve, reject) => {
    worker.on('message', (message: DatabaseMessage) => {
      if (message.kind === 'listening') resolve(message.port);
      if (message.kind === 'hit') faults.note(message.injection);
      if (message.kind === 'refused') permissions.noteRefusal(message.message);
    });
    worker.on('error', error => {
      console.error('The database stopped:', error);
      reject(error);
    });
  });
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    async service({ method, headers, body }) {
      const forwarded = ['content-type', 'x-amz-target', 'authorization', 'x-amz-date'].flatMap(name =>
        headers[name] === undefined ? [] : [[name, headers[name]] as [string, string]],
      );
      const response = await fetch(url, { method, headers: forwarded, body: new Uint8Array(body) });
      const type = response.headers.get('content-type') ?? 'application/x-amz-json-1.0';
      return { status: response.status, headers: { 'content-type': type }, body: await response.text() };
    },
    usage: () => readUsage(usage, names),
    stop: () =>
      new Promise(resolve => {
        worker.once('exit', () => resolve());
        worker.postMessage('stop');
      }),
  };
}

/** The same inside the cloud's own thread, where its callers are too. */
export async function openDynamoDb({ faults, permissions, ...data }: DynamoDbOptions): Promise<DynamoDb> {
  const names = data.tables.map(table => table.TableName);
  const usage = usageMemory(names.length);
  const { policies, ledger } = permissions;
  const database = await openDatabase({ ...data, usage, policies, ledger }, faults, permissions.noteRefusal);
  return {
    url: undefined,
    async service({ headers, body }) {
      const response = await database.answer(headers, body.toString());
      return response && { ...response, headers: { 'content-type': 'application/x-amz-json-1.0' } };
    },
    usage: () => readUsage(usage, names),
    stop: database.close,
  };
}
