import type { LocalCloud } from '../local-cloud.ts';
import { rawOf } from './mail-list.ts';
import { readableMail } from './readable-mail.ts';
import type { Answer } from './view.ts';

/** Mails are strangers' pages: nothing in them runs, sends a form or loads from elsewhere; links open beside the inbox. */
const policy =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'self'";

/** What a mail shows, for a frame. */
export async function mailBody(cloud: LocalCloud, id: string): Promise<Answer | undefined> {
  const raw = rawOf(cloud, id);
  if (!raw) return undefined;
  const { page } = await readableMail(raw);
  const base = '<base target="_blank">';
  const body = /<head[^>]*>/i.test(page) ? page.replace(/<head[^>]*>/i, head => head + base) : base + page;
  return { body, headers: { 'content-security-policy': policy } };
}

/** The mail as a file. */
export function mailSource(cloud: LocalCloud, id: string): Answer | undefined {
  const raw = rawOf(cloud, id);
  return (
    raw && { type: 'message/rfc822', body: raw, headers: { 'content-disposition': 'attachment; filename="mail.eml"' } }
  );
}
