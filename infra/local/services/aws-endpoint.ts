import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../clock.ts';
import { noFaults } from '../faults/faults.ts';
import type { FaultKind } from '../faults/plan.ts';
import { requestSubject } from '../faults/subjects.ts';
import {
  type AwsRequest,
  type AwsResponse,
  type AwsService,
  answerDate,
  asAwsError,
  lowerCaseHeaders,
  readBody,
} from './aws-protocol.ts';
import { type CallerRegistry, signatureOf } from './caller.ts';
import { closeServer, listen } from './http-server.ts';
import type { AnswerPlain } from './lambda/direct-request.ts';

/** S3 allows 5 GB; nobody needs that on a laptop. */
const longestBodyBytes = 256 * 1024 * 1024;

/** Long enough to be overtaken by everything else that is under way. */
const slowMs = 150;

const resets: Readonly<Record<string, FaultKind>> = { ses: 'ses-reset', s3: 's3-reset', states: 'states-reset' };

export interface AwsEndpoint {
  readonly url: string;
  /** The same without HTTP, for callers in this thread. */
  readonly answer: AnswerPlain;
  /** Services may be mounted after listening: their resources name this URL. */
  mount(signingName: string, service: AwsService): void;
  close(): Promise<void>;
}

/** One address for all AWS APIs: the signature's credential scope says which service is meant. */
export async function startAwsEndpoint(clock: Clock, callers: CallerRegistry, faults = noFaults): Promise<AwsEndpoint> {
  const services = new Map<string, AwsService>();
  const server: Server = createServer((incoming, outgoing) => {
    clock.hold(
      read(incoming).then(response =>
        response ? write(outgoing, response, answerDate(incoming.headers)) : void incoming.socket.destroy(),
      ),
    );
  });

  const read = async (incoming: IncomingMessage): Promise<AwsResponse | undefined> => {
    const { method = 'GET', url = '/' } = incoming;
    try {
      return await answer({
        method,
        url,
        headers: lowerCaseHeaders(incoming),
        body: await readBody(incoming, longestBodyBytes),
      });
    } catch (error) {
      return refusal(error);
    }
  };

  const answer: AnswerPlain = async ({ method, url: path, headers, body }) => {
    try {
      const url = new URL(path, 'http://aws.local');
      const signature = signatureOf(headers.authorization, url.searchParams);
      const name = signature?.service ?? unsignedService(headers);
      const service = services.get(name);
      if (!service) return plain(501, `The local cloud does not run the AWS service '${name}'.`);
      const request: AwsRequest = {
        method,
        path: url.pathname,
        query: url.searchParams,
        headers,
        body,
        caller: callers.caller(signature?.accessKeyId),
      };
      const hit = (fault: FaultKind) => faults.hits(fault, requestSubject(name, request), clock.now());
      if (name === 's3' && hit('s3-slow')) await sleep(slowMs);
      const response = await service(request);
      const reset = resets[name];
      return reset && request.caller.roleArn && hit(reset) ? undefined : response;
    } catch (error) {
      return refusal(error);
    }
  };

  return {
    answer,
    url: `http://127.0.0.1:${await listen(server, 0)}`,
    mount: (signingName, service) => services.set(signingName, service),
    close: () => closeServer(server),
  };
}

/** Browsers send CORS preflights and form posts without a signature, and only to S3. */
const unsignedService = (headers: AwsRequest['headers']) =>
  headers['x-amz-target']?.split(/[_.]/)[0]?.toLowerCase() ?? 's3';

function refusal(error: unknown): AwsResponse {
  const { status, message } = asAwsError(error);
  return plain(status, message);
}

const plain = (status: number, body: string): AwsResponse => ({
  status,
  headers: { 'content-type': 'text/plain' },
  body,
});

function write(outgoing: ServerResponse, { status, headers, body }: AwsResponse, date: Record<string, string>): void {
  outgoing.writeHead(status, { 'x-amzn-requestid': crypto.randomUUID(), ...date, ...headers });
  outgoing.end(body);
}
