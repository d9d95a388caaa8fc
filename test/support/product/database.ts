import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { openDynalite, type TableStore } from '#infra/local/services/dynamodb/dynalite-store.ts';
import { createTables, type TableDefinition } from '#infra/local/services/dynamodb/tables.ts';
import { dynamoTable, type Index, type Table } from '#shared/aws/table.ts';

/** The one table on the embedded database, inside the test's own process: no port, no disk, a few milliseconds. */

const text = (name: string) => ({ AttributeName: name, AttributeType: 'S' as const });
const keyOf = (prefix: string) => [
  { AttributeName: `${prefix}PK`, KeyType: 'HASH' as const },
  { AttributeName: `${prefix}SK`, KeyType: 'RANGE' as const },
];

const tableIndexes: readonly Index[] = ['GSI1', 'GSI2'];

/** What `AppTable` deploys; a test holds the two together (the CDK itself is too much to load for every test). */
export const tableNamed = (name: string): TableDefinition => ({
  TableName: name,
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: ['', ...tableIndexes].flatMap(prefix => [text(`${prefix}PK`), text(`${prefix}SK`)]),
  KeySchema: keyOf(''),
  GlobalSecondaryIndexes: tableIndexes.map(index => ({
    IndexName: index,
    KeySchema: keyOf(index),
    Projection: { ProjectionType: 'ALL' },
  })),
});

/** A real SDK client whose requests go straight to the store. */
export const clientOf = (store: Pick<TableStore, 'call'>): DynamoDBClient =>
  new DynamoDBClient({
    region: 'local',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    requestHandler: {
      async handle({ headers, body }: { headers: Record<string, string>; body: Uint8Array }) {
        const operation = headers['x-amz-target']?.split('.').at(-1) ?? '';
        const answer = await store.call(operation, Buffer.from(body).toString());
        const response = {
          statusCode: answer.status,
          headers: { 'content-type': 'application/x-amz-json-1.0' },
          body: Buffer.from(answer.body),
        };
        return { response };
      },
    },
  });

let tables = 0;
let opened: { readonly store: TableStore; readonly client: DynamoDBClient } | undefined;

const names = new WeakMap<Table, string>();

/** Every item, as it is stored. */
export async function everythingIn(table: Table): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  const pages = paginateScan(
    { client: DynamoDBDocumentClient.from(database().client) },
    { TableName: names.get(table) },
  );
  for await (const { Items = [] } of pages) items.push(...Items);
  return items;
}

/** A new, empty table. */
export async function freshTable(): Promise<Table> {
  const { store, client } = database();
  const name = `table-${++tables}`;
  await createTables(store, [tableNamed(name)]);
  const table = dynamoTable(client, name);
  names.set(table, name);
  return table;
}

function database() {
  if (!opened) {
    const store = openDynalite(undefined, () => {});
    opened = { store, client: clientOf(store) };
  }
  return opened;
}
