import { createRequire } from 'node:module';
import { type Item, type ItemIndex, indexWriteUnits } from './capacity.ts';

/** What is used of npm's dynalite, which tells no types. */
export interface DynaliteStore {
  readonly db: { close(done: Done<void>): void };
  getTable(name: string, ...rest: [Done<DynaliteTable>] | [isReady: boolean, Done<DynaliteTable>]): void;
}

export interface DynaliteTable {
  readonly TableName: string;
  readonly TableStatus?: string;
  readonly KeySchema: readonly { readonly AttributeName: string }[];
  readonly GlobalSecondaryIndexes?: readonly ItemIndex[];
  readonly LocalSecondaryIndexes?: readonly ItemIndex[];
}

export interface DynaliteOperation {
  readonly types: unknown;
  readonly custom: unknown;
  act(store: DynaliteStore, input: object, done: Done<Record<string, unknown>>): void;
}

type Done<T> = (error: unknown, value: T) => void;

type UpdateIndexes = (
  store: DynaliteStore,
  table: DynaliteTable,
  before: Item | undefined,
  after: Item | undefined,
  done: unknown,
) => void;

interface Database {
  create(options: Record<string, unknown>): DynaliteStore;
  updateIndexes: UpdateIndexes;
  capacityUnits(item: Item, isRead: boolean, isConsistent: boolean): number;
}

interface Validations {
  checkTypes(input: object, types: unknown): object;
  checkValidations(input: object, types: unknown, custom: unknown, store: DynaliteStore): void;
}

const require = createRequire(import.meta.url);
const database = require('dynalite/db') as Database;

export const { create: createStore } = database;
export const { checkTypes, checkValidations } = require('dynalite/validations') as Validations;

const tableOperations = ['CreateTable', 'DeleteTable', 'DescribeTable', 'ListTables', 'UpdateTable'];
const itemOperations = ['DeleteItem', 'GetItem', 'PutItem', 'UpdateItem', 'Query', 'Scan'];
const batchOperations = ['BatchGetItem', 'BatchWriteItem'];

export const operations: ReadonlyMap<string, DynaliteOperation> = new Map(
  [...tableOperations, ...itemOperations, ...batchOperations].map(name => [name, operationOf(name)]),
);

function operationOf(name: string): DynaliteOperation {
  const file = name.charAt(0).toLowerCase() + name.slice(1);
  const { types, custom } = require(`dynalite/validations/${file}`) as Omit<DynaliteOperation, 'act'>;
  return { types, custom, act: require(`dynalite/actions/${file}`) as DynaliteOperation['act'] };
}

type OnIndexWrite = (table: string, units: number) => void;

const listeners = new WeakMap<DynaliteStore, OnIndexWrite>();

/** dynalite charges for the table only; the writes to its indexes, often the larger part of the bill, are added here. */
export const meterIndexes = (store: DynaliteStore, onIndexWrite: OnIndexWrite): void =>
  void listeners.set(store, onIndexWrite);

const { updateIndexes } = database;
const unitsOf = (item: Item) => database.capacityUnits(item, false, true);
database.updateIndexes = (store, table, before, after, done) => {
  const keys = table.KeySchema.map(key => key.AttributeName);
  const indexes = [...(table.GlobalSecondaryIndexes ?? []), ...(table.LocalSecondaryIndexes ?? [])];
  const units = indexes.reduce((sum, index) => sum + indexWriteUnits(index, keys, before, after, unitsOf), 0);
  if (units > 0) listeners.get(store)?.(table.TableName, units);
  updateIndexes(store, table, before, after, done);
};

/** Each call about an item looks its table up, and dynalite would read and parse it anew; only calls about tables change one. */
export function rememberTables(store: DynaliteStore): void {
  const known = new Map<string, DynaliteTable>();
  const { getTable } = store;
  store.getTable = (name, ...rest) => {
    const [done] = rest;
    if (typeof done !== 'function') {
      known.delete(name);
      return getTable(name, ...rest);
    }
    const table = known.get(name);
    if (table) return done(null, table);
    getTable(name, (error, found) => {
      if (!error && found.TableStatus === 'ACTIVE') known.set(name, found);
      done(error, found);
    });
  };
}
