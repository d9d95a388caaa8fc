import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ServedPage {
  readonly status?: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** Answers a browser over real HTTP, policy headers included, and remembers what it asked. */
export async function servePages(answer: (asked: Asked) => ServedPage | undefined) {
  const asked: Asked[] = [];
  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const one = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body };
    asked.push(one);
    const page = answerOrWhyNot(answer, one);
    response.writeHead(page?.status ?? (page ? 200 : 404), page?.headers ?? {}).end(page?.body ?? '');
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () => new Promise(resolve => server.close(resolve)),
  };
}

/** A test that answers wrongly is seen in the browser at once, and not by a time-out. */
function answerOrWhyNot(answer: (asked: Asked) => ServedPage | undefined, asked: Asked): ServedPage | undefined {
  try {
    return answer(asked);
  } catch (error) {
    const body = JSON.stringify({ title: 'The test answered wrongly', detail: String(error) });
    return { status: 500, body, headers: { 'content-type': 'application/problem+json' } };
  }
}
