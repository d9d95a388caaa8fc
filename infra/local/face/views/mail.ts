import { type Html, html, theirs } from '#shared/pages/html.ts';
import { mailsOf, rawOf } from '../mail-list.ts';
import { type ReadableMail, readableMail } from '../readable-mail.ts';
import type { Sight, View } from '../view.ts';
import { address, table, when } from '../words.ts';

/** One mail: what it shows, its headers and its source; one that went out can be answered in its recipient's place. */
export async function showMail({ cloud, id }: Sight): Promise<View | undefined> {
  const listed = mailsOf(cloud).find(mail => mail.id === id);
  const raw = rawOf(cloud, id);
  if (!listed || !raw) return undefined;
  const mail = await readableMail(raw);
  const { tags = {}, configurationSet } = cloud.mail.get(id) ?? {};
  return {
    title: mail.subject,
    body: html`<p class="row"><span>from ${theirs(mail.from)} to ${theirs(mail.to)}</span><span class="muted">${when(listed.atMs)}</span>
${listed.wasRefused && html`<span class="pill bad">refused: no receipt rule wants it</span>`}
${configurationSet !== undefined && html`<span class="muted small">configuration set ${configurationSet}</span>`}
${Object.entries(tags).map(([name, value]) => html`<span class="pill">${name}: ${value}</span>`)}
<a href="${address('eml', id)}" download>.eml</a></p>
<iframe src="${address('mail-body', id)}" sandbox="allow-popups allow-popups-to-escape-sandbox" title="The mail"></iframe>
${listed.direction === 'out' && replyForm(id, listed.party, mail)}
<details id="headers"><summary>Headers</summary>${table(
      'Headers',
      ['Name', 'Value'],
      mail.headers.map(({ name, value }) => [name, theirs(value)]),
    )}</details>`,
  };
}

const replyForm = (id: string, party: string, { replyTo }: ReadableMail): Html =>
  html`<section class="sheet"><h2>Answer as ${theirs(party)}</h2><form method="post" action="/reply" class="stack"><input type="hidden" name="id" value="${id}">
<div><label for="text">Your words, to ${theirs(replyTo)}</label><textarea id="text" name="text" required maxlength="20000"></textarea></div><button class="slim">Send the answer</button></form></section>`;
