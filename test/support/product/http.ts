import type { Context } from 'aws-lambda';
import type { GatewayAnswer, GatewayEvent, Request } from '#shared/lambda/request.ts';
import { at } from '#test/shared/domain/builders.ts';

interface Call {
  readonly at?: string;
  readonly body?: string | object;
  readonly base64?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** What the authorizer says; without them nobody was authorized. */
  readonly scopes?: string | undefined;
  readonly requestId?: string;
}

/** The event that an HTTP API (payload 2.0) hands to a Lambda. `route` is "POST /campaigns". */
export function gatewayEvent(route: string, call: Call = {}): GatewayEvent {
  const [method = '', path = ''] = route.split(' ');
  const { body, query, scopes, requestId = 'request-1' } = call;
  return {
    version: '2.0',
    routeKey: route,
    rawPath: path,
    rawQueryString: new URLSearchParams(query).toString(),
    headers: { ...call.headers },
    isBase64Encoded: call.base64 ?? false,
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    ...(query && { queryStringParameters: query }),
    requestContext: {
      accountId: '1',
      apiId: 'api',
      domainName: 'api.example',
      domainPrefix: 'api',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: '' },
      requestId,
      routeKey: route,
      stage: '$default',
      time: '',
      timeEpoch: Date.parse(call.at ?? at),
      authorizer: { lambda: scopes === undefined ? {} : { tokenId: 't-1', scopes } },
    },
  };
}

type Handler = (event: GatewayEvent, context: Context) => Promise<GatewayAnswer>;

/** Calls a Lambda as the gateway does, with its body read again. */
export async function call(handler: unknown, route: string, given: Call = {}) {
  const answer = await (handler as Handler)(gatewayEvent(route, given), { awsRequestId: 'lambda-1' } as Context);
  const { statusCode: status, headers = {}, body = '' } = answer;
  const isJson = String(headers['content-type']).includes('json');
  return { status, headers, body, json: isJson ? JSON.parse(body) : undefined };
}

/** A request as a route's handler sees it. */
export function aRequest(over: Omit<Partial<Request>, 'rawBody'> & { readonly body?: string | object } = {}): Request {
  const { body = '', ...rest } = over;
  return {
    at,
    requestId: 'request-1',
    method: 'POST',
    path: '/',
    params: {},
    query: {},
    headers: {},
    rawBody: new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body)),
    caller: { tokenId: 't-1', scopes: ['admin'] },
    ...rest,
  };
}
