import type { APIGatewayProxyEventV2WithLambdaAuthorizer, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import * as z from 'zod';
import { type Scope, scopes } from '#shared/contracts/route.ts';
import { Fault } from '#shared/errors.ts';

/** What the authorizer says about the caller. */
export interface Caller {
  readonly tokenId: string;
  readonly scopes: readonly Scope[];
}

/** An HTTP request as use cases see it. */
export interface Request {
  readonly at: string;
  readonly requestId: string;
  readonly method: string;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly rawBody: Uint8Array;
  readonly caller?: Caller;
}

/** What goes back. `json` and `html` set the content type. */
export interface Answer {
  readonly status: number;
  readonly json?: unknown;
  readonly html?: string;
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export type GatewayEvent = APIGatewayProxyEventV2WithLambdaAuthorizer<Partial<Record<string, string>>>;
export type GatewayAnswer = APIGatewayProxyStructuredResultV2;

/** HTTP API takes 10 MB; everything we accept in a body is far smaller (files go to S3 by presigned address). */
const maxBodyBytes = 1_000_000;

const callerContext = z.object({
  tokenId: z.string(),
  scopes: z.string().transform(list => scopes.filter(scope => list.split(' ').includes(scope))),
});

export function toRequest(event: GatewayEvent): Request {
  const { http, timeEpoch, requestId } = event.requestContext;
  const rawBody = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (rawBody.byteLength > maxBodyBytes)
    throw new Fault(
      'too-large',
      `The body has ${rawBody.byteLength} bytes; at most ${maxBodyBytes} are taken. Upload large files with POST /uploads.`,
    );
  const caller = callerContext.safeParse(event.requestContext.authorizer?.lambda);
  return {
    at: new Date(timeEpoch).toISOString(),
    requestId,
    method: http.method,
    path: event.rawPath,
    params: defined(event.pathParameters),
    query: defined(event.queryStringParameters),
    headers: defined(event.headers),
    rawBody,
    ...(caller.success && { caller: caller.data }),
  };
}

const defined = (record: Readonly<Record<string, string | undefined>> | undefined): Record<string, string> =>
  Object.fromEntries(Object.entries(record ?? {}).filter((entry): entry is [string, string] => entry[1] !== undefined));

export function toGatewayAnswer({ status, json, html, text, headers }: Answer): GatewayAnswer {
  const [type, body] =
    json !== undefined
      ? [status >= 400 ? 'application/problem+json' : 'application/json', JSON.stringify(json)]
      : html !== undefined
        ? ['text/html; charset=utf-8', html]
        : ['text/plain; charset=utf-8', text ?? ''];
  return {
    statusCode: status,
    headers: {
      'content-type': type,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      ...headers,
    },
    body,
  };
}
