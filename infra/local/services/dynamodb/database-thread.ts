/** Runs inside the worker thread: dynalite behind an HTTP server of its own, so that table work has its own processor. */
import { createServer, type IncomingMessage } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import { createFaults } from '../../faults/faults.ts';
import type { FaultPlan, Injection } from '../../faults/plan.ts';
import { answerDate, asAwsError, readBody } from '../aws-protocol.ts';
import { signatureOf } from '../caller.ts';
import { listen } from '../http-server.ts';
import { createGrantBook, type Policy } from '../permissions/grant-book.ts';
import { type LedgerMemory, openLedger } from '../permissions/ledger.ts';
import { createRoleGuard } from '../permissions/role-guard.ts';
import { refused, resourcesOf } from './access.ts';
import { databaseFaults } from './database-faults.ts';
import { openDynalite, type StoreResponse } from './dynalite-store.ts';
import { createTables, type TableDefinition } from './tables.ts';
import { type UsageMemory, usageWriter } from './usage.ts';

export interface DatabaseData {
  readonly path: string | undefined;
  readonly tables: readonly TableDefinition[];
  readonly usage: UsageMemory;
  readonly region: string;
  readonly tableArnPrefix: string;
  readonly policies: readonly Policy[];
  readonly ledger: LedgerMemory;
  readonly faults: FaultPlan;
  /** Access keys and their roles; whoever has none of them may do everything. */
  readonly keys: readonly (readonly [accessKeyId: string, roleArn: string])[];
}

export type DatabaseMessage =
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'hit'; readonly injection: Injection }
  | { readonly kind: 'refused'; readonly message: string };

/** The largest request that DynamoDB takes. */
const largestRequestBytes = 16 * 1024 * 1024;
const reads = new Set(['GetItem', 'BatchGetItem', 'Query', 'Scan']);
const writes = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem']);

const { path, tables, usage, region, tableArnPrefix, policies, ledger, keys, faults } = workerData as DatabaseData;
const send = (message: DatabaseMessage) => parentPort?.postMessage(message);
const roleOf = new Map(keys);
const access = { guard: createRoleGuard(createGrantBook(policies), region), ledger: openLedger(ledger) };
const meter = usageWriter(
  usage,
  tables.map(table => table.TableName),
);
const store = openDynalite(path, meter.write);
await createTables(store, tables);

const trouble = databaseFaults(createFaults(faults, injection => send({ kind: 'hit', injection })));

const server = createServer(async (incoming, outgoing) => {
  const response = await answer(incoming);
  if (!response) return void incoming.socket.destroy();
  const { status, body } = response;
  outgoing.writeHead(status, {
    'content-type': 'application/x-amz-json-1.0',
    'x-amzn-requestid': crypto.randomUUID(),
    ...answerDate(incoming.headers),
  });
  outgoing.end(body);
});

/** Without an answer the connection breaks. */
async function answer(incoming: IncomingMessage): Promise<StoreResponse | undefined> {
  try {
    const operation = incoming.headers['x-amz-target']?.toString().split('.').at(-1) ?? '';
    const body = (await readBody(incoming, largestRequestBytes)).toString();
    const refusal = refusedAccess(incoming, operation, body);
    if (refusal) return refusal;
    const isOurs = roleOf.has(signatureOf(incoming.headers.authorization, new URLSearchParams())?.accessKeyId ?? '');
    const call = () => metered(operation, body);
    return isOurs ? await trouble(incoming.headers, operation, body, call) : await call();
  } catch (error) {
    const { code, message, status } = asAwsError(error);
    return { status, body: JSON.stringify({ __type: code, message }) };
  }
}

send({ kind: 'listening', port: await listen(server, 0) });
parentPort?.once('message', async () => {
  server.close();
  server.closeAllConnections();
  await store.close();
  parentPort?.close();
});

function refusedAccess({ headers }: IncomingMessage, operation: string, body: string): StoreResponse | undefined {
  const signature = signatureOf(headers.authorization, new URLSearchParams());
  const roleArn = roleOf.get(signature?.accessKeyId ?? '');
  if (roleArn === undefined) return undefined;
  const message = refused(
    access,
    roleArn,
    operation,
    resourcesOf(body, name => `${tableArnPrefix}${name}`),
  );
  if (message === undefined) return undefined;
  send({ kind: 'refused', message });
  const __type = 'com.amazon.coral.service#AccessDeniedException';
  return { status: 400, body: JSON.stringify({ __type, Message: message, message }) };
}

interface Consumed {
  readonly TableName: string;
  readonly CapacityUnits?: number;
}

/** Asks for the consumed capacity in every call, and takes it out of the answer again where the caller did not. */
async function metered(operation: string, body: string) {
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
}

/** A refused condition is paid for: the item had to be looked at. */
function meterFailedCondition(answer: string, body: string, add: (table: string, units: number) => void): void {
  if (answer.includes('ConditionalCheckFailedException')) add(JSON.parse(body).TableName, 1);
}
