/** Runs inside the worker thread: the database behind an HTTP server of its own, so that table work has its own processor. */
import { createServer } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import { createFaults } from '../../faults/faults.ts';
import type { FaultPlan, Injection } from '../../faults/plan.ts';
import { answerDate, asAwsError, readBody } from '../aws-protocol.ts';
import { listen } from '../http-server.ts';
import { type DatabaseData, openDatabase } from './database.ts';

export type DatabaseThreadData = DatabaseData & { readonly faults: FaultPlan };

export type DatabaseMessage =
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'hit'; readonly injection: Injection }
  | { readonly kind: 'refused'; readonly message: string };

/** The largest request that DynamoDB takes. */
const largestRequestBytes = 16 * 1024 * 1024;

const { faults, ...data } = workerData as DatabaseThreadData;
const send = (message: DatabaseMessage) => parentPort?.postMessage(message);
const database = await openDatabase(
  data,
  createFaults(faults, injection => send({ kind: 'hit', injection })),
  message => send({ kind: 'refused', message }),
);

const server = createServer(async (incoming, outgoing) => {
  const response = await readBody(incoming, largestRequestBytes).then(
    body => database.answer(incoming.headers, body.toString()),
    error => {
      const { code, message, status } = asAwsError(error);
      return { status, body: JSON.stringify({ __type: code, message }) };
    },
  );
  if (!response) return void incoming.socket.destroy();
  outgoing.writeHead(response.status, {
    'content-type': 'application/x-amz-json-1.0',
    'x-amzn-requestid': crypto.randomUUID(),
    ...answerDate(incoming.headers),
  });
  outgoing.end(response.body);
});

send({ kind: 'listening', port: await listen(server, 0) });
parentPort?.once('message', async () => {
  server.close();
  server.closeAllConnections();
  await database.close();
  parentPort?.close();
});
