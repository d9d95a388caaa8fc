import PostalMime from 'postal-mime';

/** An e-mail as its reader sees it. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly replyTo: string;
  readonly messageId: string;
  readonly references: readonly string[];
  readonly sentAt: string;
  /** Where a one-click unsubscribe is posted to (RFC 8058). */
  readonly oneClickUrl?: string;
  /** Pages of ours that it links to. */
  readonly offerUrl?: string;
  readonly briefUrl?: string;
  /** What it says of a draft. */
  readonly draft?: 'wanted' | 'approved';
}

export async function readLetter(raw: Uint8Array | string): Promise<Letter> {
  const mail = await PostalMime.parse(raw);
  const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value ?? '';
  const html = mail.html ?? '';
  const text = mail.text ?? '';
  const links = linksOf(`${text}\n${html}`);
  const oneClickUrl = header('list-unsubscribe-post')
    ? /<(https?:[^>]+)>/.exec(header('list-unsubscribe'))?.[1]
    : undefined;
  const offerUrl = links.find(link => /\/o\/[^/]+$/.test(link));
  const briefUrl = links.find(link => /\/b\/[^/]+$/.test(link));
  const from = { name: mail.from?.name ?? '', address: mail.from?.address ?? '' };
  return {
    subject: mail.subject ?? '',
    text,
    html,
    from,
    replyTo: mail.replyTo?.[0]?.address ?? from.address,
    messageId: mail.messageId ?? '',
    references: (mail.references ?? '').split(/\s+/).filter(Boolean),
    sentAt: mail.date ?? '',
    ...(oneClickUrl && { oneClickUrl }),
    ...(offerUrl && { offerUrl }),
    ...(briefUrl && { briefUrl }),
    ...(briefUrl && draftIn(mail.subject ?? '', text)),
  };
}

function draftIn(subject: string, text: string): Pick<Letter, 'draft'> {
  if (/draft.* is approved|ड्राफ़्ट मंज़ूर/i.test(subject)) return { draft: 'approved' };
  return /\bdraft\b|ड्राफ़्ट/i.test(text) ? { draft: 'wanted' } : {};
}

export const linksOf = (text: string): string[] =>
  [...new Set(text.match(/https?:\/\/[^\s<>"')\]]+/g) ?? [])].map(link =>
    link
      .replaceAll('&amp;', '&')
      .replace(/[.,;:!?]+$/, '')
      .replace(/[?#].*$/, ''),
  );

/** The first amount that the letter names, as people read it: "₹4,500", "INR 4500", "Rs. 4,500". */
export function amountIn(text: string): number | undefined {
  const found = /(?:[₹$€£]|\b(?:INR|Rs\.?|USD|EUR|GBP)\s?)\s?(\d[\d,]*(?:\.\d+)?)/.exec(text)?.[1];
  return found === undefined ? undefined : Number(found.replaceAll(',', ''));
}
