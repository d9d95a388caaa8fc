import { type Html, html } from '#shared/pages/html.ts';

export const rowsOnPage = 50;

export interface PageOf<T> {
  readonly rows: readonly T[];
  readonly links: Html | undefined;
}

/** One page of a list, with links to the one before and the one after. */
export function pageOf<T>(all: readonly T[], query: URLSearchParams): PageOf<T> {
  const last = Math.max(1, Math.ceil(all.length / rowsOnPage));
  const page = Math.min(Math.max(Math.trunc(Number(query.get('page'))) || 1, 1), last);
  const to = (wanted: number, label: string) => {
    const next = new URLSearchParams(query);
    next.set('page', String(wanted));
    return html`<a href="?${next.toString()}">${label}</a>`;
  };
  const links =
    last === 1
      ? undefined
      : html`<p class="pages">${page > 1 && to(page - 1, 'Newer')}<span class="muted">Page ${page} of ${last}, ${all.length} in all</span>${page < last && to(page + 1, 'Older')}</p>`;
  return { rows: all.slice((page - 1) * rowsOnPage, page * rowsOnPage), links };
}
