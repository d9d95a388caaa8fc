import type { ApiConfig } from './api-config.ts';

/** An HTTP request that a route has been found for. */
export interface ApiRequest {
  readonly requestId: string;
  readonly atMs: number;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
  readonly sourceIp: string;
  readonly host: string;
}

export interface ApiResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
  readonly body: string | Buffer;
}

/** What route and authorizer add to the request. */
export interface Routed {
  readonly routeKey: string;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly authorizerContext?: Readonly<Record<string, unknown>>;
}

/** The parts that a function's event and an authorizer's event share (payload format 2.0). */
export function requestEvent(api: ApiConfig, account: string, request: ApiRequest, routed: Routed) {
  const { routeKey, pathParameters, authorizerContext } = routed;
  const { cookie, ...headers } = request.headers;
  const query = queryParameters(request.query);
  return {
    version: '2.0',
    routeKey,
    rawPath: request.path,
    rawQueryString: request.query,
    ...(cookie === undefined ? {} : { cookies: cookie.split(/;\s*/) }),
    headers,
    ...(Object.keys(query).length > 0 ? { queryStringParameters: query } : {}),
    requestContext: {
      accountId: account,
      apiId: api.id,
      ...(authorizerContext ? { authorizer: { lambda: authorizerContext } } : {}),
      domainName: request.host,
      domainPrefix: request.host.split('.')[0],
      http: {
        method: request.method,
        path: request.path,
        protocol: 'HTTP/1.1',
        sourceIp: request.sourceIp,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: request.requestId,
      routeKey,
      stage: api.stage.StageName,
      time: commonLogTime(request.atMs),
      timeEpoch: request.atMs,
    },
    ...(Object.keys(pathParameters).length > 0 ? { pathParameters } : {}),
    ...(api.stage.StageVariables ? { stageVariables: api.stage.StageVariables } : {}),
  };
}

/** API Gateway hands on text as text and everything else, form posts included, in base64. */
export function bodyFields(request: ApiRequest): { body?: string; isBase64Encoded: boolean } {
  if (request.body.length === 0) return { isBase64Encoded: false };
  const isText = isTextType(request.headers['content-type']) && request.headers['content-encoding'] === undefined;
  return { body: request.body.toString(isText ? 'utf8' : 'base64'), isBase64Encoded: !isText };
}

const isTextType = (type = 'application/json') =>
  /^(text\/|application\/(json|javascript|xml)\b|[^;]+\+(json|xml)\b)/i.test(type.trim());

/** What the function answered, in either of the two shapes that payload format 2.0 allows. */
export function apiResponse(payload: string): ApiResponse | undefined {
  const result: unknown = JSON.parse(payload);
  if (typeof result !== 'object' || result === null || !('statusCode' in result)) {
    const body = typeof result === 'string' ? result : payload;
    return { status: 200, headers: { 'content-type': 'application/json' }, body };
  }
  const { statusCode, headers, cookies, body, isBase64Encoded } = result as Record<string, unknown>;
  const status = Number(statusCode);
  if (!Number.isInteger(status) || status < 100 || status > 599) return undefined;
  const text = body === undefined || body === null ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  const given = Object.entries((headers ?? {}) as Record<string, unknown>).map(([name, value]) => [
    name.toLowerCase(),
    String(value),
  ]);
  return {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', ...Object.fromEntries(given) },
    cookies: Array.isArray(cookies) ? cookies.map(String) : [],
    body: isBase64Encoded === true ? Buffer.from(text, 'base64') : text,
  };
}

export const messageResponse = (status: number, message: string): ApiResponse => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ message }),
});

/** Repeated names are joined by commas. */
function queryParameters(query: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query)) {
    found[name] = found[name] === undefined ? value : `${found[name]},${value}`;
  }
  return found;
}

/** E.g. `23/Nov/2026:16:34:00 +0000`. */
function commonLogTime(atMs: number): string {
  const [, day, month, year, time] = new Date(atMs).toUTCString().match(/, (\d+) (\w+) (\d+) ([\d:]+)/) ?? [];
  return `${day}/${month}/${year}:${time} +0000`;
}
