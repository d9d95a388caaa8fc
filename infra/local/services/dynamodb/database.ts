import type { IncomingHttpHeaders } from 'node:http';
import type { Faults } from '../../faults/faults.ts';
import { asAwsError } from '../aws-protocol.ts';
import { signatureOf } from '../caller.ts';
import { createGrantBook, type Policy } from '../permissions/grant-book.ts';
import { type LedgerMemory, openLedger } from '../permissions/ledger.ts';
import { createRoleGuard } from '../permissions/role-guard.ts';
import { refused, resourcesOf } from './access.ts';
import { databaseFaults } from './database-faults.ts';
import { openDynalite, type StoreResponse } from './dynalite-store.ts';
import { createTables, type TableDefinition } from './tables.ts';
import { type UsageMemory, usageWriter } from './usage.ts';

/** Plain data: it may go to another thread. */
export interface DatabaseData {
  readonly path: string | undefined;
  readonly tables: readonly TableDefinition[];
  readonly usage: UsageMemory;
  readonly region: string;
  readonly tableArnPrefix: string;
  readonly policies: readonly Policy[];
  readonly ledger: LedgerMemory;
  /** Access keys and their roles; whoever has none of them may do everything. */
  readonly keys: readonly (readonly [accessKeyId: string, roleArn: string])[];
}

export interface Database {
  /** One call as it came over HTTP. Without an answer the connection breaks. */
  answer(headers: IncomingHttpHeaders, body: string): Promise<StoreResponse | undefined>;
  close(): Promise<void>;
}

const reads = new Set(['GetItem', 'BatchGetItem', 'Query', 'Scan']);
const writes = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem']);

/** dynalite with the roles of the template in front of it, metered, and with its faults. */
export async function openDatabase(
  { path, tables, usage, region, tableArnPrefix, policies, ledger, keys }: DatabaseData,
  faults: Faults,
  onRefused: (message: string) => void,
): Promise<Database> {
  const roleOf = new Map(keys);
  const access = { guard: createRoleGuard(createGrantBook(policies), region), ledger: openLedger(ledger) };
  const meter = usageWriter(
    usage,
    tables.map(table => table.TableName),
  );
  const store = openDynalite(path, meter.write);
  await createTables(store, tables);
  const trouble = databaseFaults(faults);

  const refusedAccess = (roleArn: string, operation: string, body: string): StoreResponse | undefined => {
    const resources = resourcesOf(body, name => `${tableArnPrefix}${name}`);
    const message = refused(access, roleArn, operation, resources);
    if (message === undefined) return undefined;
    onRefused(message);
    const __type = 'com.amazon.coral.service#AccessDeniedException';
    return { status: 400, body: JSON.stringify({ __type, Message: message, message }) };
  };

  /** Asks for the consumed capacity in every call, and takes it out of the answer again where the caller did not. */
  const metered = async (operation: string, body: string): Promise<StoreResponse> => {
    const add = reads.has(operation) ? meter.read : writes.has(operation) ? meter.write : undefined;
    const asked = body.includes('"ReturnConsumedCapacity"');
    if (!add || !body.startsWith('{"')) return store.call(operation, body);
    const response = await store.call(operation, asked ? body : `{"ReturnConsumedCapacity":"TOTAL",${body.slice(1)}`);
    if (response.status === 400 && operation !== 'BatchWriteItem') meterFailedCondition(response.body, body, add);
    if (response.status !== 200) return response;
    const answer = JSON.parse(response.body) as { ConsumedCapacity?: Consumed | Consumed[] };
    for (const consumed of [answer.ConsumedCapacity ?? []].flat()) add(consumed.TableName, consumed.CapacityUnits ?? 0);
    if (asked) return response;
    const { ConsumedCapacity: _, ...rest } = answer;
    return { ...response, body: JSON.stringify(rest) };
  };

  return {
    async answer(headers, body) {
      try {
        const operation = headers['x-amz-target']?.toString().split('.').at(-1) ?? '';
        const roleArn = roleOf.get(signatureOf(headers.authorization, new URLSearchParams())?.accessKeyId ?? '');
        if (roleArn === undefined) return await metered(operation, body);
        const refusal = refusedAccess(roleArn, operation, body);
        return refusal ?? (await trouble(headers, operation, body, () => metered(operation, body)));
      } catch (error) {
        const { code, message, status } = asAwsError(error);
        return { status, body: JSON.stringify({ __type: code, message }) };
      }
    },
    close: store.close,
  };
}

interface Consumed {
  readonly TableName: string;
  readonly CapacityUnits?: number;
}

/** A refused condition is paid for: the item had to be looked at. */
function meterFailedCondition(answer: string, body: string, add: (table: string, units: number) => void): void {
  if (answer.includes('ConditionalCheckFailedException')) add(JSON.parse(body).TableName, 1);
}
