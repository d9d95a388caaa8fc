import { EventEmitter } from 'node:events';
import { createRequire } from 'node:module';
import { type Item, type ItemIndex, indexWriteUnits } from './capacity.ts';

export interface StoreResponse {
  readonly status: number;
  readonly body: string;
}

export interface TableStore {
  /** One DynamoDB API call; `body` is JSON text. */
  call(operation: string, body: string): Promise<StoreResponse>;
  close(): Promise<void>;
}

interface DynaliteServer extends EventEmitter {
  listen(port: number, host: string, done: () => void): void;
  close(done: () => void): void;
}

type Dynalite = (options: Record<string, unknown>) => DynaliteServer;

interface DynaliteTable {
  readonly TableName: string;
  readonly KeySchema: readonly { readonly AttributeName: string }[];
  readonly GlobalSecondaryIndexes?: readonly ItemIndex[];
  readonly LocalSecondaryIndexes?: readonly ItemIndex[];
}

type UpdateIndexes = (
  store: unknown,
  table: DynaliteTable,
  before: Item | undefined,
  after: Item | undefined,
  done: unknown,
) => void;

interface DynaliteDatabase {
  updateIndexes: UpdateIndexes;
  capacityUnits(item: Item, isRead: boolean, isConsistent: boolean): number;
}

const require = createRequire(import.meta.url);

/**
 * dynalite, called without its HTTP server: each call is put to its request listener as a request that has already been
 * read. That saves one of two HTTP hops, and leaves request and response free to be metered.
 */
export function openDynalite(
  path: string | undefined,
  onIndexWrite: (table: string, units: number) => void,
): TableStore {
  meterIndexes(onIndexWrite);
  const dynalite = require('dynalite') as Dynalite;
  const instant = { createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 };
  const server = dynalite(path === undefined ? instant : { ...instant, path });
  return {
    call: (operation, body) =>
      new Promise(resolve => {
        const request = Object.assign(new EventEmitter(), {
          method: 'POST',
          url: '/',
          headers: {
            'content-type': 'application/x-amz-json-1.0',
            'x-amz-target': `DynamoDB_20120810.${operation}`,
            'x-amz-date': '-',
            authorization: 'AWS4-HMAC-SHA256 Credential=-, SignedHeaders=-, Signature=-',
          },
        });
        const response = {
          statusCode: 200,
          setHeader: () => {},
          end: (text = '') => resolve({ status: response.statusCode, body: text }),
        };
        server.emit('request', request, response);
        request.emit('data', Buffer.from(body));
        request.emit('end');
      }),
    // dynalite closes its database only together with a server that has listened.
    close: () => new Promise(resolve => server.listen(0, '127.0.0.1', () => server.close(() => resolve()))),
  };
}

/** dynalite charges for the table only; the writes to its indexes, often the larger part of the bill, are added here. */
function meterIndexes(onIndexWrite: (table: string, units: number) => void): void {
  const database = require('dynalite/db') as DynaliteDatabase;
  const { updateIndexes } = database;
  const unitsOf = (item: Item) => database.capacityUnits(item, false, true);
  database.updateIndexes = (store, table, before, after, done) => {
    const keys = table.KeySchema.map(key => key.AttributeName);
    const indexes = [...(table.GlobalSecondaryIndexes ?? []), ...(table.LocalSecondaryIndexes ?? [])];
    const units = indexes.reduce((sum, index) => sum + indexWriteUnits(index, keys, before, after, unitsOf), 0);
    if (units > 0) onIndexWrite(table.TableName, units);
    updateIndexes(store, table, before, after, done);
  };
}
