import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { render } from '#shared/pages/html.ts';
import type { Clock } from '../clock.ts';
import type { LocalCloud } from '../local-cloud.ts';
import { readBody } from '../services/aws-protocol.ts';
import { closeServer, listen } from '../services/http-server.ts';
import { clockOrder, clockState, isSteerable, steer } from './clock-panel.ts';
import { frame } from './frame.ts';
import { mailBody, mailSource } from './mail-documents.ts';
import { answerMail } from './reply.ts';
import { faceStyle } from './style.ts';
import type { Answer } from './view.ts';
import { views } from './views.ts';

export interface Face {
  readonly url: string;
  close(): Promise<void>;
}

export interface FaceOptions {
  readonly cloud: LocalCloud;
  readonly clock: Clock;
  /** Any free one if this is taken. */
  readonly port: number;
}

const longestBodyBytes = 256 * 1024;
const script = readFileSync(new URL('./live.js', import.meta.url), 'utf8');

/** Nothing but what this server sends is ever loaded, run or framed. */
const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const always = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
};

/** The page of the local cloud: what runs, what waits, what was sent and what went wrong. */
export async function startFace({ cloud, clock, port }: FaceOptions): Promise<Face> {
  const server = createServer((request, response) => {
    const write = ({ status = 200, type = 'text/html; charset=utf-8', body, headers = {} }: Answer) =>
      response.writeHead(status, { ...always, 'content-type': type, ...headers }).end(body);
    answer(request).then(write, error => write(plain(500, String(error?.stack ?? error))));
  });
  const given = await listen(server, port).catch(() => listen(server, 0));
  const hosts = new Set([`127.0.0.1:${given}`, `localhost:${given}`]);

  async function answer(request: IncomingMessage): Promise<Answer> {
    // Other names could be made to point here by a page elsewhere, which could then read and press everything.
    if (!hosts.has(request.headers.host ?? '')) return plain(421, `Open http://127.0.0.1:${given}/ instead.`);
    const url = new URL(request.url ?? '/', 'http://face.local');
    if (request.method === 'GET') return show(url);
    if (request.method !== 'POST') return plain(405, 'Only GET and POST are understood.');
    const { origin } = request.headers;
    if (origin !== undefined && !hosts.has(origin.replace('http://', '')))
      return plain(403, 'Only the pages of this server may do that.');
    return act(url.pathname, request);
  }

  async function show(url: URL): Promise<Answer> {
    const [, view = '', encoded = ''] = url.pathname.split('/');
    const id = idIn(encoded);
    if (view === 'style.css') return { type: 'text/css', body: faceStyle };
    if (view === 'live.js') return { type: 'text/javascript', body: script };
    if (url.pathname === '/api/clock') return data(clockState(clock));
    if (view === 'mail-body') return (await mailBody(cloud, id)) ?? missing();
    if (view === 'eml') return mailSource(cloud, id) ?? missing();
    const shown = await views[view]?.({ cloud, clock, query: url.searchParams, id });
    return shown ? { body: render(frame(shown, view, clock)) } : missing();
  }

  async function act(path: string, request: IncomingMessage): Promise<Answer> {
    const body = (await readBody(request, longestBodyBytes)).toString();
    const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded');
    const given: unknown = isForm ? Object.fromEntries(new URLSearchParams(body)) : parsed(body);
    const back = { status: 303, body: '', headers: { location: request.headers.referer ?? '/' } };
    if (path === '/reply') return (await answerMail(cloud, clock, given)) ?? back;
    if (path !== '/clock' && path !== '/api/clock') return missing();
    if (!isSteerable(clock)) return data({ error: 'This clock cannot be steered.' }, 409);
    const order = clockOrder.safeParse(given);
    if (!order.success) return data({ error: order.error.issues.map(({ message }) => message).join('; ') }, 400);
    steer(clock, order.data);
    return isForm ? back : data(clockState(clock));
  }

  return { url: `http://127.0.0.1:${given}/`, close: () => closeServer(server) };
}

const plain = (status: number, body: string): Answer => ({ status, type: 'text/plain; charset=utf-8', body });
const missing = (): Answer => plain(404, 'There is nothing here. The local cloud begins at /.');
const data = (value: object, status = 200): Answer => ({
  status,
  type: 'application/json',
  body: JSON.stringify(value),
});

function idIn(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return '';
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
