import { routes } from '#shared/contracts/http.ts';
import type { UnmatchedMailView } from '#shared/contracts/views/attention.ts';
import type { RouteHandler } from '#shared/lambda/http.ts';
import { parsed } from '#shared/lambda/problem.ts';
import type { UnmatchedMail, UnmatchedStore } from '#shared/ports/messages.ts';

export const listUnmatchedMail =
  ({ unmatched }: { readonly unmatched: UnmatchedStore }): RouteHandler =>
  async ({ query }) => {
    const { limit } = parsed(routes.listUnmatchedMail.query, query, 'The query');
    return { status: 200, json: { items: (await unmatched.open(limit)).map(view) } };
  };

const view = ({ listId, at, from, subject, text, kind, because }: UnmatchedMail): UnmatchedMailView => ({
  id: listId,
  at,
  from,
  subject,
  text,
  kind,
  because,
});
