import type { CorsConfiguration } from './api-config.ts';
import type { ApiRequest, ApiResponse } from './payload.ts';

/** The headers that tell a browser that this origin may read the answer. */
export function corsHeaders(cors: CorsConfiguration | undefined, origin: string | undefined): Record<string, string> {
  if (!cors || origin === undefined) return {};
  const any = cors.AllowOrigins.includes('*');
  if (!any && !cors.AllowOrigins.some(allowed => matches(allowed, origin))) return {};
  return {
    'access-control-allow-origin': any ? '*' : origin,
    ...(cors.AllowCredentials ? { 'access-control-allow-credentials': 'true' } : {}),
    ...(cors.ExposeHeaders.length > 0 ? { 'access-control-expose-headers': cors.ExposeHeaders.join(',') } : {}),
    ...(any ? {} : { vary: 'Origin' }),
  };
}

/** A preflight is answered by the gateway itself as soon as the API declares CORS. */
export function preflight(cors: CorsConfiguration | undefined, request: ApiRequest): ApiResponse | undefined {
  const { origin, 'access-control-request-method': asked } = request.headers;
  if (!cors || request.method !== 'OPTIONS' || origin === undefined || asked === undefined) return undefined;
  const allowed = corsHeaders(cors, origin);
  if (Object.keys(allowed).length === 0) return { status: 204, headers: {}, body: '' };
  const headers = {
    ...allowed,
    'access-control-allow-methods': cors.AllowMethods.join(','),
    'access-control-allow-headers': cors.AllowHeaders.join(','),
    ...(cors.MaxAge === undefined ? {} : { 'access-control-max-age': String(cors.MaxAge) }),
  };
  return { status: 204, headers, body: '' };
}

/** `https://*` and `http://*` stand for any host. */
const matches = (allowed: string, origin: string) =>
  allowed === origin || (/^https?:\/\/\*$/.test(allowed) && origin.startsWith(allowed.slice(0, -1)));
