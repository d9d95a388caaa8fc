import type { IncomingHttpHeaders } from 'node:http';
import type { Faults } from '../../faults/faults.ts';
import { AwsError, asAwsError } from '../aws-protocol.ts';
import { signatureOf } from '../caller.ts';
import { createGrantBook, type Policy } from '../permissions/grant-book.ts';
import { type LedgerMemory, openLedger } from '../permissions/ledger.ts';
import { createRoleGuard } from '../permissions/role-guard.ts';
import { refused, resourcesOf, type TableInput } from './access.ts';
import { databaseFaults } from './database-faults.ts';
import { openDynalite, type StoreAnswer, type StoreResponse } from './dynalite-store.ts';
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

  const refusedAccess = (roleArn: string, operation: string, input: TableInput): StoreResponse | undefined => {
    const resources = resourcesOf(input, name => `${tableArnPrefix}${name}`);
    const message = refused(access, roleArn, operation, resources);
    if (message === undefined) return undefined;
    onRefused(message);
    const __type = 'com.amazon.coral.service#AccessDeniedException';
    return { status: 400, body: JSON.stringify({ __type, Message: message, message }) };
  };

  /** Asks for the consumed capacity in every call, and takes it out of the answer again where the caller did not. */
  const metered = async (operation: string, input: TableInput): Promise<StoreResponse> => {
    const add = reads.has(operation) ? meter.read : writes.has(operation) ? meter.write : undefined;
    if (!add) return written(await store.run(operation, input));
    const { TableName, ReturnConsumedCapacity: asked = 'NONE' } = input;
    const ReturnConsumedCapacity = asked === 'NONE' ? 'TOTAL' : asked;
    const { status, answer } = await store.run(operation, { ...input, ReturnConsumedCapacity });
    if (status === 200) {
      const { ConsumedCapacity, ...rest } = answer as { ConsumedCapacity?: Consumed | Consumed[] };
      for (const consumed of [ConsumedCapacity ?? []].flat()) add(consumed.TableName, consumed.CapacityUnits ?? 0);
      return written({ status, answer: asked === 'NONE' ? rest : answer });
    }
    // A refused condition is paid for: the item had to be looked at.
    if (TableName !== undefined && String(answer.__type).endsWith('ConditionalCheckFailedException')) add(TableName, 1);
    return written({ status, answer });
  };

  return {
    async answer(headers, body) {
      try {
        const operation = headers['x-amz-target']?.toString().split('.').at(-1) ?? '';
        const input = inputIn(body);
        const roleArn = roleOf.get(signatureOf(headers.authorization, noQuery)?.accessKeyId ?? '');
        if (roleArn === undefined) return await metered(operation, input);
        const refusal = refusedAccess(roleArn, operation, input);
        return refusal ?? (await trouble(headers, operation, body, () => metered(operation, input)));
      } catch (error) {
        const { code, message, status } = asAwsError(error);
        return { status, body: JSON.stringify({ __type: code, message }) };
      }
    },
    close: store.close,
  };
}

const noQuery = new URLSearchParams();

const written = ({ status, answer }: StoreAnswer): StoreResponse => ({ status, body: JSON.stringify(answer) });

function inputIn(body: string): TableInput {
  try {
    const input: unknown = JSON.parse(body);
    if (typeof input === 'object' && input !== null) return input;
  } catch {
    // Said below.
  }
  throw new AwsError('com.amazon.coral.service#SerializationException', 'The body is not JSON.');
}

interface Consumed {
  readonly TableName: string;
  readonly CapacityUnits?: number;
}
