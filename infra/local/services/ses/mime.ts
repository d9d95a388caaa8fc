import { addressParser, decodeWords } from 'postal-mime';

export interface Header {
  readonly name: string;
  readonly value: string;
}

/** The header lines of a message, unfolded and in order. */
export function headersOf(raw: Buffer): Header[] {
  return headerBlock(raw)
    .replace(/\r?\n(?=[ \t])/g, '')
    .split(/\r?\n/)
    .flatMap(line => {
      const colon = line.indexOf(':');
      return colon > 0 ? [{ name: line.slice(0, colon).trim(), value: line.slice(colon + 1).trim() }] : [];
    });
}

export const headerValue = (headers: readonly Header[], name: string): string | undefined =>
  headers.find(header => header.name.toLowerCase() === name.toLowerCase())?.value;

/** The message with some headers taken out and others put in front. */
export function withHeaders(raw: Buffer, removed: readonly string[], added: readonly Header[]): Buffer {
  const end = headerEnd(raw);
  const gone = new Set(removed.map(name => name.toLowerCase()));
  const kept = headerBlock(raw)
    .split(/\r?\n(?![ \t])/)
    .filter(field => !gone.has(field.slice(0, field.indexOf(':')).trim().toLowerCase()));
  const lines = [...added.map(({ name, value }) => `${name}: ${value}`), ...kept].filter(line => line !== '');
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), raw.subarray(end)]);
}

/** The addresses of a header such as To, groups included. */
export function addressesIn(value: string | undefined): string[] {
  if (!value) return [];
  return addressParser(value, { flatten: true }).flatMap(({ address }) => (address ? [address] : []));
}

/** SES's short form of the headers that people look at. */
export function commonHeaders(headers: readonly Header[], messageId: string | undefined) {
  const one = (name: string) => {
    const value = headerValue(headers, name);
    return value === undefined ? undefined : decodeWords(value);
  };
  const list = (name: string) => {
    const value = one(name);
    return value === undefined ? undefined : [value];
  };
  return {
    ...optional('returnPath', addressesIn(headerValue(headers, 'Return-Path'))[0]),
    ...optional('from', list('From')),
    ...optional('replyTo', list('Reply-To')),
    ...optional('date', one('Date')),
    ...optional('to', list('To')),
    ...optional('cc', list('Cc')),
    ...optional('messageId', messageId),
    ...optional('subject', one('Subject')),
  };
}

const optional = (name: string, value: unknown) => (value === undefined ? {} : { [name]: value });

/** UTF-8, as internationalised mail has it; plain ASCII reads the same. */
const headerBlock = (raw: Buffer) => raw.subarray(0, headerEnd(raw)).toString().trimEnd();

function headerEnd(raw: Buffer): number {
  const crlf = raw.indexOf('\r\n\r\n');
  const lf = raw.indexOf('\n\n');
  if (crlf >= 0 && (lf < 0 || crlf < lf)) return crlf + 4;
  return lf >= 0 ? lf + 2 : raw.length;
}
