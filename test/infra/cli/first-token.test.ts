import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDynalite, type TableStore } from '#infra/local/services/dynamodb/dynalite-store.ts';
import { createTables } from '#infra/local/services/dynamodb/tables.ts';
import { dynamoTable } from '#shared/aws/table.ts';
import { apiTokenHash } from '#shared/domain/api-token.ts';
import { dynamoTokens } from '#shared/repositories/tokens.ts';
import { clientOf, tableNamed } from '#test/support/product/database.ts';

/** DynamoDB as the AWS SDK of the command finds it: over HTTP, at the address that the environment names. */
let store: TableStore;
let server: Server;

beforeAll(async () => {
  store = openDynalite(undefined, () => {});
  await createTables(store, [tableNamed('deployed')]);
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const answer = await store.call(String(request.headers['x-amz-target']).split('.').at(-1) ?? '', body);
    response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' }).end(answer.body);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  server.close();
  await store.close();
});

const first = (table: string) =>
  promisify(execFile)(
    'node',
    ['infra/cli/groundswell.js', 'token', 'first', '--table', table, '--days', '2', '--json'],
    {
      env: {
        ...process.env,
        AWS_REGION: 'eu-west-1',
        AWS_ACCESS_KEY_ID: 'key',
        AWS_SECRET_ACCESS_KEY: 'secret',
        AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      },
    },
  );

it('leaves the hash of a token that may do everything, and never the token', async () => {
  const made = JSON.parse((await first('deployed')).stdout);
  const tokens = dynamoTokens(dynamoTable(clientOf(store), 'deployed'));
  const kept = await tokens.findByHash(apiTokenHash(made.token));
  expect(kept).toMatchObject({ id: made.id, name: 'first', scopes: ['read', 'launch', 'approve', 'admin'] });
  expect(Date.parse(made.expiresAt) - Date.parse(made.createdAt)).toBe(2 * 86_400_000);
  expect(JSON.stringify(kept)).not.toContain(made.token);
});

it('says which name is meant when there is no such table', async () => {
  await expect(first('nowhere')).rejects.toMatchObject({
    code: 3,
    stderr: expect.stringContaining('There is no table nowhere'),
  });
});
