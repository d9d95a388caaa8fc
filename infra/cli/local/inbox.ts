import { createServer } from 'node:http';
import type { LocalCloud } from '#infra/local/local-cloud.ts';
import { closeServer, listen } from '#infra/local/services/http-server.ts';
import { escaped } from '#infra/local/world/html.ts';
import { readableMail } from './mail-files.ts';

export interface Inbox {
  readonly url: string;
  close(): Promise<void>;
}

/** A page with every mail that the local cloud has sent. Mails are shown in a sandboxed frame: nothing in them runs. */
export async function startInbox(cloud: LocalCloud, port: number): Promise<Inbox> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://inbox.local').pathname;
    const answer = (status: number, body: string, type = 'text/html; charset=utf-8') =>
      response
        .writeHead(status, { 'content-type': type, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' })
        .end(body);
    pageFor(path, cloud).then(
      page => (page ? answer(200, page.body, page.type) : answer(404, 'There is no such mail.', 'text/plain')),
      error => answer(500, String(error), 'text/plain'),
    );
  });
  const given = await listen(server, port).catch(() => listen(server, 0));
  return { url: `http://127.0.0.1:${given}/`, close: () => closeServer(server) };
}

async function pageFor(path: string, cloud: LocalCloud): Promise<{ body: string; type?: string } | undefined> {
  if (path === '/') return { body: await listPage(cloud) };
  const [, view, id = ''] = path.split('/');
  const mail = cloud.mail.get(decodeURIComponent(id));
  if (!mail) return undefined;
  const raw = cloud.mail.raw(mail.id);
  if (view === 'eml') return { body: raw.toString(), type: 'text/plain; charset=utf-8' };
  const { subject, to, page } = await readableMail(raw);
  return {
    body: layout(
      subject,
      `<p><a href="/">All mails</a> · <a href="/eml/${encodeURIComponent(mail.id)}">source</a></p>
<h1>${escaped(subject)}</h1><p class="meta">to ${escaped(to)}, ${new Date(mail.atMs).toLocaleString('en-GB')}</p>
<iframe sandbox="allow-popups allow-popups-to-escape-sandbox" title="${escaped(subject)}" srcdoc="${escaped(withLinksInTab(page))}"></iframe>`,
    ),
  };
}

/** Links of a mail open beside the inbox, as in a mail program. */
const withLinksInTab = (page: string): string =>
  /<head[^>]*>/i.test(page)
    ? page.replace(/<head[^>]*>/i, head => `${head}<base target="_blank">`)
    : `<base target="_blank">${page}`;

/** Newest first; more than this is for a mail program. */
const shownMails = 500;

async function listPage(cloud: LocalCloud): Promise<string> {
  const mails = cloud.mail.list().reverse();
  const rows = await Promise.all(
    mails.slice(0, shownMails).map(async ({ id, atMs }) => {
      const { subject, to } = await readableMail(cloud.mail.raw(id));
      return `<tr><td>${new Date(atMs).toLocaleString('en-GB')}</td><td>${escaped(to)}</td><td><a href="/mail/${encodeURIComponent(id)}">${escaped(subject)}</a></td></tr>`;
    }),
  );
  const body = rows.length > 0 ? `<table>${rows.join('\n')}</table>` : '<p>No mail has been sent yet.</p>';
  return layout(
    'Inbox',
    `<meta http-equiv="refresh" content="5"><h1>Inbox</h1><p class="meta">Every mail that this local cloud has sent. None of them left this machine.</p>${body}`,
  );
}

const layout = (title: string, body: string): string => `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>
body{font:15px/1.5 system-ui,sans-serif;margin:0 auto;max-width:64rem;padding:1.5rem 1rem;color:#1c1917}
h1{font-size:1.4rem;margin:.5rem 0}.meta{color:#57534e;margin:.25rem 0 1rem}a{color:#0f5132}
table{border-collapse:collapse;width:100%}td{padding:.4rem .6rem .4rem 0;border-bottom:1px solid #e7e5e4;overflow-wrap:anywhere}
iframe{width:100%;height:78vh;border:1px solid #d6d3d1;border-radius:8px;background:#fff}
</style></head><body>${body}</body></html>`;
