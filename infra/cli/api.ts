import * as z from 'zod';
import { type RouteName, routes } from '#shared/contracts/http.ts';
import type { Route } from '#shared/contracts/route.ts';
import { CliError, exitOfStatus } from './exit-codes.ts';
import type { ApiSettings } from './settings.ts';

type AnswerOf<R extends RouteName> = (typeof routes)[R] extends { answer: infer A extends z.ZodType }
  ? z.output<A>
  : undefined;

export interface CallOptions {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
  /** Sent with every POST, so that a repetition after a broken connection does nothing twice. */
  readonly idempotencyKey?: string;
}

export interface Api {
  readonly url: string;
  /** Calls a route of the contract; problems become CliErrors that name field and fix. */
  call<R extends RouteName>(route: R, options?: CallOptions): Promise<AnswerOf<R>>;
  /** The raw body, for reports as HTML or CSV. */
  text(route: RouteName, options?: CallOptions): Promise<string>;
}

const problemDetails = z.object({
  title: z.string(),
  detail: z.string().default(''),
  instance: z.string().optional(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).default([]),
});

/** A connection that breaks is tried again with the same Idempotency-Key, after these waits. */
const retryAfterMs = [300, 1000];

export function connect({ url, token }: ApiSettings): Api {
  async function request(
    name: RouteName,
    { params = {}, query = {}, body, idempotencyKey }: CallOptions,
  ): Promise<Response> {
    const route: Route = routes[name];
    const target = new URL(
      url + route.path.replace(/\{(\w+)\}/g, (_, param: string) => encodeURIComponent(params[param] ?? '')),
    );
    for (const [key, value] of Object.entries(query)) if (value !== undefined) target.searchParams.set(key, value);
    const headers: Record<string, string> = { authorization: `Bearer ${token}`, accept: '*/*' };
    if (route.method === 'POST') headers['idempotency-key'] = idempotencyKey ?? crypto.randomUUID();
    if (body !== undefined) headers['content-type'] = 'application/json';
    const response = await patiently(target, {
      method: route.method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (response.status < 400) return response;
    throw await refusal(response);
  }

  return {
    url,
    async call<R extends RouteName>(name: R, options: CallOptions = {}) {
      const response = await request(name, options);
      const route: Route = routes[name];
      if (!route.answer) return undefined as AnswerOf<R>;
      const answer = route.answer.safeParse(await response.json().catch(() => undefined));
      if (!answer.success)
        throw new CliError(
          'failed',
          `${url} answered something else than this version of the CLI knows. Is it a Groundswell API?`,
          {
            details: answer.error.issues.slice(0, 5).map(({ path, message }) => `/${path.join('/')}: ${message}`),
          },
        );
      return answer.data as AnswerOf<R>;
    },
    async text(name, options = {}) {
      return (await request(name, options)).text();
    },
  };
}

async function patiently(target: URL, init: RequestInit): Promise<Response> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await fetch(target, init);
    } catch (error) {
      const wait = retryAfterMs[attempt];
      if (wait === undefined)
        throw new CliError('unreachable', `${target.origin} can not be reached: ${reason(error)}. Is it running?`);
      await new Promise(resolve => setTimeout(resolve, wait));
    }
  }
}

async function refusal(response: Response): Promise<CliError> {
  const text = await response.text();
  const problem = problemDetails.safeParse(parsed(text));
  if (!problem.success)
    return new CliError(
      exitOfStatus(response.status),
      `The API answered ${response.status}: ${text.slice(0, 200) || response.statusText}`,
    );
  const { title, detail, errors, instance } = problem.data;
  const where = response.status >= 500 && instance ? ` (instance ${instance})` : '';
  return new CliError(exitOfStatus(response.status), `${title}. ${detail}${where}`, {
    details: errors.map(({ pointer, detail: fix }) => `${fieldName(pointer)}: ${fix}`),
    data: problem.data,
  });
}

/** `/brief/dates/0` as it stands in a YAML file: brief.dates[0]. */
export const fieldName = (pointer: string): string =>
  pointer
    .split('/')
    .slice(1)
    .map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((name, step) => (/^\d+$/.test(step) ? `${name}[${step}]` : name ? `${name}.${step}` : step), '') ||
  'the file';

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const reason = (error: unknown): string =>
  error instanceof Error
    ? error.cause instanceof Error
      ? error.cause.message || error.message
      : error.message
    : String(error);
