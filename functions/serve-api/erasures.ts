import { routes } from '#shared/contracts/http.ts';
import type { ErasureView } from '#shared/contracts/views/erasures.ts';
import { Fault } from '#shared/errors.ts';
import type { RouteHandler } from '#shared/lambda/http.ts';
import { jsonBody } from '#shared/lambda/json-body.ts';
import { parsed } from '#shared/lambda/problem.ts';
import { type AskDeps, askErasure } from '#shared/operations/erasure/ask-erasure.ts';
import type { Erasure, ErasureStore } from '#shared/ports/erasures.ts';

/** Without the hashes, and without what names the person while it is open. */
const erasureView = ({ erasureId: id, doneAt, ...erasure }: Erasure): ErasureView => ({
  id,
  status: doneAt === undefined ? 'open' : 'done',
  askedAt: erasure.askedAt,
  askedBy: erasure.askedBy,
  influencerIds: [...erasure.influencerIds],
  erased: erasure.erased,
  ...(doneAt !== undefined && { doneAt }),
});

export const askForErasure =
  (deps: AskDeps): RouteHandler =>
  async ({ rawBody, caller, at }) => {
    const person = jsonBody(routes.askErasure.body, rawBody, 'The request');
    const { erasure, held, owed, coupons } = await askErasure(deps)(person, caller?.tokenId ?? 'a person', at);
    return { status: 202, json: { ...erasureView(erasure), held, owed, coupons } };
  };

export const listErasures =
  ({ erasures }: { readonly erasures: ErasureStore }): RouteHandler =>
  async ({ query }) => {
    const { items, cursor } = await erasures.page(parsed(routes.listErasures.query, query, 'The query'));
    return {
      status: 200,
      json: { items: items.map(erasureView), ...(cursor !== undefined && { nextCursor: cursor }) },
    };
  };

export const getErasure =
  ({ erasures }: { readonly erasures: ErasureStore }): RouteHandler =>
  async ({ params: { erasureId = '' } }) => {
    const erasure = await erasures.find(erasureId);
    if (!erasure) throw new Fault('not-found', `There is no erasure ${erasureId}.`);
    return { status: 200, json: erasureView(erasure) };
  };
