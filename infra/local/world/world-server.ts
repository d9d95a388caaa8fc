import { createServer, type IncomingMessage } from 'node:http';
import type { Clock } from '../clock.ts';
import { type Faults, noFaults } from '../faults/faults.ts';
import { closeServer, listen } from '../services/http-server.ts';

export interface WorldRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface WorldAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text as it is, anything else as JSON. */
  readonly body?: unknown;
}

export interface WorldServer {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

/** An outside party on this machine. Virtual time stands still while it answers. */
export async function worldServer(
  clock: Clock,
  answer: (request: WorldRequest) => WorldAnswer | Promise<WorldAnswer>,
  { port = 0, faults = noFaults }: { readonly port?: number; readonly faults?: Faults } = {},
): Promise<WorldServer> {
  const troubled = (request: WorldRequest) => trouble(faults, request, clock.now()) ?? answer(request);
  const server = createServer((incoming, outgoing) => {
    const work = read(incoming)
      .then(troubled)
      .catch((error: unknown): WorldAnswer => ({ status: 500, body: { error: String(error) } }))
      .then(({ status = 200, headers = {}, body = '' }) => {
        const text = typeof body === 'string' ? body : JSON.stringify(body);
        const type = typeof body === 'string' ? {} : { 'content-type': 'application/json; charset=UTF-8' };
        outgoing.writeHead(status, { ...type, ...headers }).end(text);
      });
    void clock.hold(work);
  });
  const given = await listen(server, port).catch(() => listen(server, 0));
  return { url: `http://127.0.0.1:${given}`, close: () => closeServer(server) };
}

/** The platform's bad moments, in the form that they usually have. */
function trouble(faults: Faults, { method, url }: WorldRequest, nowMs: number): WorldAnswer | undefined {
  const subject = `${method} ${url.pathname}`;
  if (faults.hits('platform-429', subject, nowMs))
    return { status: 429, headers: { 'retry-after': '30' }, body: { error: { message: 'Too Many Requests' } } };
  if (faults.hits('platform-5xx', subject, nowMs)) return { status: 503, body: 'Service Unavailable' };
  return undefined;
}

async function read(incoming: IncomingMessage): Promise<WorldRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return {
    method: incoming.method ?? 'GET',
    url: new URL(incoming.url ?? '/', 'http://world.local'),
    headers: Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)])),
    body: Buffer.concat(chunks).toString(),
  };
}
