/** A header field that must not be sent as it is; says which and why. */
export class UnsafeHeader extends Error {
  override readonly name = 'UnsafeHeader';
}

/** Text of a header without anything that could end its line or hide in it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not pass
export const phrase = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();

// An address, message id or URL has no white space and no brackets of its own; whoever puts some in wants more headers.
function token(field: string, text: string, pattern: RegExp): string {
  const trimmed = text.trim();
  if (!pattern.test(trimmed))
    throw new UnsafeHeader(`${field} ${JSON.stringify(text.slice(0, 100))} cannot stand in a mail header`);
  return trimmed;
}

const ADDRESS = /^[^\s\p{C}<>"(),:;[\]\\@]{1,64}@[^\s\p{C}<>"(),:;[\]\\@]{1,253}$/u;
const MESSAGE_ID = /^<[\x21-\x3b\x3d\x3f-\x7e]{1,900}>$/;
// A loopback address never leaves its machine: as safe as https (W3C Secure Contexts), and what an app on a laptop has.
const SAFE_URL = /^(?:https:\/\/|http:\/\/(?:127\.0\.0\.1|localhost)[:/])[\x21-\x3b\x3d\x3f-\x7e]{1,900}$/;

/** A person as nodemailer takes it; the name is encoded there. */
export const addressHeader = (person: { address: string; name?: string }): { name: string; address: string } => ({
  name: phrase(person.name ?? ''),
  address: token('The address', person.address, ADDRESS),
});

export const messageIdHeader = (id: string): string => token('The message id', id, MESSAGE_ID);

/** RFC 8058: both headers, and the address must be https. `prepared` keeps nodemailer from folding inside the URL. */
export function listUnsubscribe({
  url,
  mailto,
}: {
  url: string;
  mailto?: string;
}): Record<string, { prepared: true; foldLines: false; value: string }> {
  const ways = [
    `<${token('The unsubscribe address', url, SAFE_URL)}>`,
    ...(mailto ? [`<mailto:${token('The unsubscribe mailbox', mailto, ADDRESS)}>`] : []),
  ];
  return {
    'List-Unsubscribe': { prepared: true, foldLines: false, value: ways.join(', ') },
    'List-Unsubscribe-Post': { prepared: true, foldLines: false, value: 'List-Unsubscribe=One-Click' },
  };
}
