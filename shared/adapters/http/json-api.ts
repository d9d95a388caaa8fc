import { boundedBody } from './bounded-body.ts';

/** What a JSON API answered. `body` is undefined where it was no JSON (a proxy's error page, an empty 502). */
export type JsonAnswer =
  | { readonly kind: 'answered'; readonly status: number; readonly headers: Headers; readonly body: unknown }
  | { readonly kind: 'unreachable'; readonly because: string };

export interface JsonRequest {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Sent as a form instead of JSON. */
  readonly form?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
}

/** Fifty videos with long descriptions are 300 KB; nothing we ask for comes near this. */
const maxBytes = 8 * 1024 * 1024;
/** Platforms answer within 2 s; a Lambda that measures a batch must not hang on one of them. */
const defaultTimeoutMs = 15_000;

/** One call to a JSON API; everything that can go wrong on the way is a value. */
export async function askJson(
  fetch: typeof globalThis.fetch,
  url: string | URL,
  request: JsonRequest = {},
): Promise<JsonAnswer> {
  try {
    const response = await fetch(url, {
      method: request.method ?? 'GET',
      headers: {
        accept: 'application/json',
        ...(request.body !== undefined && { 'content-type': 'application/json' }),
        ...request.headers,
      },
      ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
      ...(request.form && { body: new URLSearchParams(request.form) }),
      signal: AbortSignal.timeout(request.timeoutMs ?? defaultTimeoutMs),
    });
    const text = new TextDecoder().decode(await boundedBody(response, maxBytes));
    return { kind: 'answered', status: response.status, headers: response.headers, body: parsed(text) };
  } catch (error) {
    return { kind: 'unreachable', because: error instanceof Error ? describe(error) : 'the call failed' };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

// fetch hides the reason (ECONNREFUSED, ENOTFOUND) in the cause and says only "fetch failed".
const describe = (error: Error): string =>
  error.cause instanceof Error ? error.cause.message || error.message : error.message;
