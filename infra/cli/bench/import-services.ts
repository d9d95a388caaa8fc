/**
 * Runs in a process of its own, whose memory is not measured: the table, the list and the signing key that the function asks AWS for,
 * at one address.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { openDynalite } from '#infra/local/services/dynamodb/dynalite-store.ts';
import { createTables } from '#infra/local/services/dynamodb/tables.ts';
import { importList } from './import-list.ts';

const rows = Number(process.argv[2]);
const prefixes = ['', 'GSI1', 'GSI2'];
const keyOf = (prefix: string) => [
  { AttributeName: `${prefix}PK`, KeyType: 'HASH' as const },
  { AttributeName: `${prefix}SK`, KeyType: 'RANGE' as const },
];

const store = openDynalite(undefined, () => {});
await createTables(store, [
  {
    TableName: 'bench',
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: prefixes.flatMap(prefix =>
      keyOf(prefix).map(({ AttributeName }) => ({ AttributeName, AttributeType: 'S' as const })),
    ),
    KeySchema: keyOf(''),
    GlobalSecondaryIndexes: prefixes.slice(1).map(prefix => ({
      IndexName: prefix,
      KeySchema: keyOf(prefix),
      Projection: { ProjectionType: 'ALL' },
    })),
  },
]);

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [service = '', operation = ''] = String(request.headers['x-amz-target'] ?? '').split('.');
  if (service.startsWith('DynamoDB')) {
    const { status, body } = await store.call(operation, await text(request));
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(body);
  } else if (service === 'secretsmanager') {
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(JSON.stringify({ SecretString: 'a key of the bench' }));
  } else if (request.method === 'GET') Readable.from(importList(rows)).pipe(response);
  else {
    await text(request);
    response.end();
  }
}

const server = createServer((request, response) => void answer(request, response));
server.listen(0, '127.0.0.1', () => {
  process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
process.on('disconnect', () => process.exit(0));
