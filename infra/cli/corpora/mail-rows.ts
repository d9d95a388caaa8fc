import { parseMail } from '#shared/adapters/mail/parse.ts';
import type { InboundKind } from '#shared/domain/message.ts';

/** A mail of a corpus: its exact bytes, or its headers and perhaps its text. */
export type MailInput =
  | { readonly raw_b64: string }
  | { readonly headers: Readonly<Record<string, string>>; readonly text?: string };

/** Headers alone become an ordinary short answer that carries them. */
export function bytesOf(input: MailInput): Uint8Array {
  if ('raw_b64' in input) return Buffer.from(input.raw_b64, 'base64');
  const headers = { From: 'someone@example.com', Subject: 'Re: your mail', ...input.headers };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const type = 'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit';
  return Buffer.from(`${lines.join('\r\n')}\r\n${type}\r\n\r\n${input.text ?? 'Thanks, I will have a look.'}\r\n`);
}

export const kindOf = async (bytes: Uint8Array): Promise<InboundKind> => (await parseMail(bytes)).kind;
