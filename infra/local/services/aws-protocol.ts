import type { IncomingMessage } from 'node:http';
import type { Caller } from './caller.ts';

/** A request to one AWS service, as the one endpoint hands it on. */
export interface AwsRequest {
  readonly method: string;
  /** Still encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
  readonly caller: Caller;
}

export interface AwsResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** Without an answer the connection breaks. */
export type AwsService = (request: AwsRequest) => Promise<AwsResponse | undefined>;

/** A refusal under the name that AWS gives it; each protocol writes it down in its own way. */
export class AwsError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.name = code;
    this.code = code;
    this.status = status;
  }
}

type JsonOperation = (input: never, request: AwsRequest) => unknown;

/** A service of the AWS JSON protocol: the operation is the last part of `x-amz-target`. */
export function jsonService(operations: Readonly<Record<string, JsonOperation>>): AwsService {
  return async request => {
    const operation = operations[operationOf(request)];
    try {
      if (!operation)
        throw new AwsError('UnknownOperationException', `The local cloud has no ${operationOf(request)}.`);
      const input = JSON.parse(request.body.toString() || '{}') as never;
      return jsonResponse(request, 200, (await operation(input, request)) ?? {});
    } catch (error) {
      return jsonError(request, error);
    }
  };
}

export const operationOf = (request: AwsRequest) => request.headers['x-amz-target']?.split('.').at(-1) ?? '';

export function jsonResponse(request: AwsRequest, status: number, body: unknown): AwsResponse {
  const type = request.headers['content-type'] ?? 'application/x-amz-json-1.0';
  return { status, headers: { 'content-type': type }, body: JSON.stringify(body) };
}

export function jsonError(request: AwsRequest, error: unknown): AwsResponse {
  const { code, message, status } = asAwsError(error);
  const response = jsonResponse(request, status, { __type: code, message, Message: message });
  return { ...response, headers: { ...response.headers, 'x-amzn-errortype': code } };
}

/** Anything that is not a refusal is a fault of the local cloud itself. */
export function asAwsError(error: unknown): AwsError {
  if (error instanceof AwsError) return error;
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new AwsError('InternalFailure', message, 500);
}

export async function readBody(stream: IncomingMessage, limitBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += (chunk as Buffer).length;
    if (size <= limitBytes) chunks.push(chunk as Buffer);
  }
  if (size > limitBytes) throw new AwsError('RequestEntityTooLarge', `More than ${limitBytes} bytes.`, 413);
  return Buffer.concat(chunks);
}

export function lowerCaseHeaders(message: IncomingMessage): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(message.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value]),
  );
}

/**
 * The caller's own time as the `Date` of an answer. An SDK that sees another time there takes its clock to be wrong, and repeats
 * every refused call with a corrected one; callers here live in the cloud's time or in real time, and both are right.
 */
export function answerDate(headers: IncomingMessage['headers']): Record<string, string> {
  const [, year, month, day, hour, minute, second] =
    String(headers['x-amz-date']).match(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/) ?? [];
  if (year === undefined) return {};
  return { date: new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`).toUTCString() };
}
