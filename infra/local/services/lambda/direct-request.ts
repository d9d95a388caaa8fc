import { EventEmitter } from 'node:events';
import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http';
import { Readable } from 'node:stream';
import type { AwsResponse } from '../aws-protocol.ts';

/** A request to the cloud as it would have come over HTTP. */
export interface PlainRequest {
  readonly method: string;
  /** With its query. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Record<string, string | undefined>;
  readonly body: Buffer;
}

/** Without an answer the connection breaks. */
export type AnswerPlain = (request: PlainRequest) => Promise<AwsResponse | undefined>;

/**
 * Stands in for `http.request` where client and server share a thread: what HTTP clients use of a ClientRequest and of its response,
 * without sockets and parsers, which are half of the work of a small call.
 */
export function directRequest(
  options: RequestOptions,
  onResponse: (response: IncomingMessage) => void,
  answer: AnswerPlain,
): ClientRequest {
  const chunks: Buffer[] = [];
  let isDestroyed = false;
  const request = Object.assign(new EventEmitter(), {
    setTimeout: () => request,
    write(chunk: string | Uint8Array) {
      chunks.push(Buffer.from(chunk as Uint8Array));
      return true;
    },
    end(chunk?: string | Uint8Array) {
      if (chunk !== undefined) request.write(chunk);
      void answer(plain(options, Buffer.concat(chunks))).then(settle, fail);
      return request;
    },
    destroy() {
      isDestroyed = true;
      return request;
    },
  });
  const settle = (response: AwsResponse | undefined) => {
    if (isDestroyed) return;
    if (response) onResponse(asIncoming(response));
    else fail(Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }));
    request.emit('close');
  };
  const fail = (error: unknown) => void (isDestroyed || request.emit('error', error));
  return request as unknown as ClientRequest;
}

function plain({ method = 'GET', path, headers = {} }: RequestOptions, body: Buffer): PlainRequest {
  const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
  return { method, url: path ?? '/', headers: Object.fromEntries(named), body };
}

function asIncoming({ status, headers, body }: AwsResponse): IncomingMessage {
  const stream = new Readable({ read() {} });
  if (body !== undefined && body.length > 0) stream.push(Buffer.from(body as Uint8Array));
  stream.push(null);
  return Object.assign(stream, { statusCode: status, statusMessage: '', headers: headers ?? {} }) as IncomingMessage;
}
