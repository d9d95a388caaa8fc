import PostalMime from 'postal-mime';
import { escapeHtml } from '#shared/pages/html.ts';

export interface ReadableMail {
  readonly subject: string;
  readonly from: string;
  readonly to: string;
  readonly replyTo: string;
  readonly messageId: string;
  readonly references: string;
  readonly page: string;
  readonly text: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
}

/** A mail as one self-contained page: inline images become part of it. */
export async function readableMail(raw: Uint8Array): Promise<ReadableMail> {
  const mail = await PostalMime.parse(raw);
  const images = new Map(
    mail.attachments
      .filter(({ contentId }) => contentId)
      .map(({ contentId, mimeType, content }) => [
        contentId?.replace(/^<|>$/g, '') ?? '',
        `data:${mimeType};base64,${Buffer.from(content as ArrayBuffer).toString('base64')}`,
      ]),
  );
  const html = mail.html?.replace(
    /cid:([^"')\s]+)/g,
    (found, cid: string) => images.get(decodeURIComponent(cid)) ?? found,
  );
  const text = mail.text ?? '';
  const from = mail.from?.address ?? '';
  return {
    subject: mail.subject || '(no subject)',
    from,
    to: mail.to?.map(({ address }) => address).join(', ') ?? '',
    replyTo: mail.replyTo?.[0]?.address ?? from,
    messageId: mail.messageId ?? '',
    references: mail.references ?? '',
    text,
    page: html ?? `<!doctype html><meta charset="utf-8"><pre style="white-space:pre-wrap">${escapeHtml(text)}</pre>`,
    headers: mail.headers.map(({ originalKey, value }) => ({ name: originalKey, value })),
  };
}
