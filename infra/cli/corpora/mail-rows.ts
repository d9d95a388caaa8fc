import { parseMail } from '#shared/adapters/mail/parse.ts';
import type { InboundKind } from '#shared/domain/message.ts';

/** A mail of a corpus: its exact bytes, or only its headers. */
export type MailInput = { readonly raw_b64: string } | { readonly headers: Readonly<Record<string, string>> };

/** Headers alone become an ordinary short answer that carries them. */
export function bytesOf(input: MailInput): Uint8Array {
  if ('raw_b64' in input) return Buffer.from(input.raw_b64, 'base64');
  const headers = { From: 'someone@example.com', Subject: 'Re: your mail', ...input.headers };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\nThanks, I will have a look.\r\n`);
}

export const kindOf = async (bytes: Uint8Array): Promise<InboundKind> => (await parseMail(bytes)).kind;
