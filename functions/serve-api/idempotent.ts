import { createHash } from 'node:crypto';
import { Fault } from '#shared/errors.ts';
import type { RouteHandler } from '#shared/lambda/http.ts';
import { problem } from '#shared/lambda/problem.ts';
import type { Answer } from '#shared/lambda/request.ts';
import type { IdempotencyStore } from '#shared/ports/access.ts';

const keyForm = /^[\x21-\x7e]{1,200}$/;

/** Answers a repeated request with the first answer. Faults that trying again can mend are not kept. */
export const idempotent =
  (store: IdempotencyStore, handle: RouteHandler): RouteHandler =>
  async request => {
    const given = request.headers['idempotency-key'];
    if (given === undefined) return handle(request);
    if (!keyForm.test(given)) throw new Fault('invalid-request', 'Idempotency-Key takes 1 to 200 visible characters.');

    const key = `${request.caller?.tokenId}#${given}`;
    const requestHash = createHash('sha256')
      .update(`${request.method} ${request.path}\n`)
      .update(request.rawBody)
      .digest('hex');
    const begun = await store.begin(key, requestHash, request.at);
    if (begun.kind === 'running') throw new Fault('conflict', 'The first request with this key is still running.');
    if (begun.kind === 'done') {
      if (begun.requestHash !== requestHash)
        throw new Fault('idempotency-conflict', 'Give every new request a key of its own.');
      const { headers, ...first } = readKept(begun.body);
      return { status: begun.status, ...first, headers: { ...headers, 'idempotency-replayed': 'true' } };
    }
    try {
      const answer = await handle(request);
      await store.finish(key, requestHash, { status: answer.status, body: kept(answer) });
      return answer;
    } catch (error) {
      const refusal: Answer = problem(error, request.requestId);
      if (refusal.status >= 500) await store.abandon(key);
      else await store.finish(key, requestHash, { status: refusal.status, body: kept(refusal) });
      throw error;
    }
  };

const kept = ({ json, headers }: Answer): string => JSON.stringify({ json, headers });
const readKept = (body: string): Pick<Answer, 'json' | 'headers'> => JSON.parse(body);
