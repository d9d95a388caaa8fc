import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { CreateTableCommand, DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { dynamoTable, type Table } from '#shared/aws/table.ts';
import { tableNamed } from './database.ts';

/**
 * AWS's own DynamoDB Local, where it is installed: `npm install --no-save amplify-dynamodb-simulator`, or the folder of DynamoDBLocal.jar
 * in DYNAMODB_LOCAL. It needs Java.
 */
const folder = [process.env.DYNAMODB_LOCAL, 'node_modules/amplify-dynamodb-simulator/emulator'].find(
  path => path !== undefined && existsSync(`${path}/DynamoDBLocal.jar`),
);

/** Why it can not be used here, or undefined. */
export const missing =
  folder === undefined
    ? 'DynamoDB Local is not installed'
    : spawnSync('java', ['-version']).status === 0
      ? undefined
      : 'there is no Java';

export async function startDynamoDbLocal(): Promise<{ freshTable(): Promise<Table>; stop(): void }> {
  const port = await freePort();
  const options = ['-Xmx512m', '-Djava.library.path=./DynamoDBLocal_lib', '-jar', 'DynamoDBLocal.jar'];
  const java = spawn('java', [...options, '-inMemory', '-port', String(port)], { cwd: folder, stdio: 'ignore' });
  const client = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'local',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  await answering(client, java);
  let tables = 0;
  return {
    async freshTable() {
      tables += 1;
      const table = tableNamed(`table-${tables}`);
      await client.send(new CreateTableCommand(table as ConstructorParameters<typeof CreateTableCommand>[0]));
      return dynamoTable(client, table.TableName);
    },
    stop() {
      client.destroy();
      java.kill();
    },
  };
}

async function answering(client: DynamoDBClient, java: ChildProcess): Promise<void> {
  while (java.exitCode === null) {
    const isUp = await client.send(new ListTablesCommand({})).then(
      () => true,
      () => false,
    );
    if (isUp) return;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  throw new Error('DynamoDB Local ended before it answered');
}

const freePort = (): Promise<number> =>
  new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
