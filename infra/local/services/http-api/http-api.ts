import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../../clock.ts';
import type { Counters } from '../../meter.ts';
import { AwsError, lowerCaseHeaders, readBody } from '../aws-protocol.ts';
import type { InvokeResult } from '../lambda/lambda.ts';
import type { ApiConfig, Route } from './api-config.ts';
import { type Authorizer, type Decision, decisionOf, identityOf } from './authorizer.ts';
import { corsHeaders, preflight } from './cors.ts';
import {
  type ApiRequest,
  type ApiResponse,
  apiResponse,
  bodyFields,
  messageResponse,
  type Routed,
  requestEvent,
} from './payload.ts';
import { matchRoute } from './routing.ts';
import { createThrottle } from './throttle.ts';

const largestBodyBytes = 10 * 1024 * 1024;

export interface HttpApiSurroundings {
  readonly clock: Clock;
  readonly counters: Counters;
  readonly account: string;
  readonly region: string;
  invoke(functionArn: string, payload: string, sourceArn: string): Promise<InvokeResult>;
}

/** API Gateway for one HTTP API: CORS, routing, throttling, authorizer, integration, in that order. */
export function createHttpApi(api: ApiConfig, surroundings: HttpApiSurroundings) {
  const { clock, counters, account, region } = surroundings;
  const mayPass = createThrottle(clock);
  const decisions = new Map<string, { decision: Decision; untilMs: number }>();
  const stagePrefix = api.stage.StageName === '$default' ? '' : `/${api.stage.StageName}`;
  const apiArn = `arn:aws:execute-api:${region}:${account}:${api.id}`;
  const routeArnOf = (path: string) => `${apiArn}/${api.stage.StageName}/${path}`;

  const respond = async (request: ApiRequest): Promise<ApiResponse> => {
    const routePath = request.path.slice(stagePrefix.length);
    if (!request.path.startsWith(stagePrefix)) return messageResponse(404, 'Not Found');
    const match = matchRoute(api.routes, request.method, routePath);
    if (!match) return messageResponse(404, 'Not Found');
    const { route, pathParameters } = match;
    if (!mayPass(route.pattern.key, route.throttle)) return messageResponse(429, 'Too Many Requests');
    const routed = { routeKey: route.pattern.key, pathParameters };
    if (!route.authorizer) return integrate(route, request, routed);
    const decision = await authorize(route.authorizer, request, routed);
    if ('status' in decision) return decision;
    if (!decision.allowed) return messageResponse(403, 'Forbidden');
    return integrate(route, request, { ...routed, authorizerContext: decision.context });
  };

  const authorize = async (
    authorizer: Authorizer,
    request: ApiRequest,
    routed: Routed,
  ): Promise<Decision | ApiResponse> => {
    const identitySource = identityOf(authorizer, request, routed.routeKey);
    if (!identitySource) return messageResponse(401, 'Unauthorized');
    const cacheKey = JSON.stringify([authorizer.id, identitySource]);
    const cached = decisions.get(cacheKey);
    if (cached && cached.untilMs > clock.now()) return cached.decision;
    const routeArn = routeArnOf(`${request.method}${request.path}`);
    const event = { ...requestEvent(api, account, request, routed), type: 'REQUEST', routeArn, identitySource };
    const result = await surroundings.invoke(
      authorizer.functionArn,
      JSON.stringify(event),
      `${apiArn}/authorizers/${authorizer.id}`,
    );
    if (result.functionError) {
      const unauthorized = JSON.parse(result.payload).errorMessage === 'Unauthorized';
      return unauthorized ? messageResponse(401, 'Unauthorized') : messageResponse(500, 'Internal Server Error');
    }
    const decision = decisionOf(authorizer, result.payload);
    if (!decision) return messageResponse(500, 'Internal Server Error');
    if (authorizer.ttlMs > 0) decisions.set(cacheKey, { decision, untilMs: clock.now() + authorizer.ttlMs });
    return decision;
  };

  const integrate = async (route: Route, request: ApiRequest, routed: Routed): Promise<ApiResponse> => {
    const event = { ...requestEvent(api, account, request, routed), ...bodyFields(request) };
    const invocation = surroundings.invoke(
      route.functionArn,
      JSON.stringify(event),
      routeArnOf(route.pattern.key.replace(' ', '')),
    );
    const result = await orTimeout(invocation, route.timeoutMs);
    if (!result) return messageResponse(503, 'Service Unavailable');
    const response = result.functionError ? undefined : apiResponse(result.payload);
    return response ?? messageResponse(500, 'Internal Server Error');
  };

  const handle = async (incoming: IncomingMessage): Promise<ApiResponse> => {
    counters.httpRequests += 1;
    try {
      const request = await read(incoming, clock.now());
      const response = preflight(api.cors, request) ?? (await respond(request));
      const cors = corsHeaders(api.cors, request.headers.origin);
      return { ...response, headers: { ...response.headers, ...cors, 'apigw-requestid': request.requestId } };
    } catch (error) {
      if (error instanceof AwsError && error.status === 413) return messageResponse(413, 'Request Entity Too Large');
      return messageResponse(500, 'Internal Server Error');
    }
  };

  return (incoming: IncomingMessage, outgoing: ServerResponse) => {
    void clock.hold(handle(incoming).then(response => write(outgoing, response)));
  };
}

async function read(incoming: IncomingMessage, atMs: number): Promise<ApiRequest> {
  const [path = '/', query = ''] = (incoming.url ?? '/').split(/\?(.*)/s);
  const headers = lowerCaseHeaders(incoming);
  return {
    requestId: crypto.randomUUID(),
    atMs,
    method: incoming.method ?? 'GET',
    path,
    query,
    headers,
    body: await readBody(incoming, largestBodyBytes),
    sourceIp: incoming.socket.remoteAddress ?? '127.0.0.1',
    host: headers.host ?? 'localhost',
  };
}

function write(outgoing: ServerResponse, { status, headers, cookies = [], body }: ApiResponse): void {
  outgoing.writeHead(status, cookies.length > 0 ? { ...headers, 'set-cookie': [...cookies] } : headers);
  outgoing.end(status === 204 || status === 304 ? undefined : body);
}

/** The integration's limit counts in real time, like the function's own. */
async function orTimeout<T>(work: Promise<T>, limitMs: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>(resolve => {
    timer = setTimeout(() => resolve(undefined), limitMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
