import { html } from '#shared/pages/html.ts';
import { mailsOf, mailTable } from '../mail-list.ts';
import { pageOf } from '../pages-of.ts';
import type { Sight, View } from '../view.ts';
import { live, nothing } from '../words.ts';

/** Every mail that was sent, and every one that came in. */
export async function showInbox({ cloud, query }: Sight): Promise<View> {
  const who = query.get('who') ?? '';
  const mails = mailsOf(cloud).filter(({ party }) => party.toLowerCase().includes(who.toLowerCase()));
  const { rows, links } = pageOf(mails, query);
  return {
    title: 'Mail',
    body: html`<form class="filters" method="get"><div><label for="who">Part of an address</label><input type="text" id="who" name="who" value="${who}"></div><button class="slim">Show</button></form>
${live('list', [rows.length > 0 ? await mailTable(cloud, rows) : nothing('No mail so far.'), links])}`,
  };
}
