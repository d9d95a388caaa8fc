import { AwsError } from '../aws-protocol.ts';
import type { Header } from './mime.ts';

const largestMessageBytes = 10_485_760;
const mostRecipients = 50;
const longestTag = 256;

/** Headers that a message may have once; SES refuses a second one. */
const single = new Set(
  [
    'From',
    'Sender',
    'Reply-To',
    'To',
    'Cc',
    'Bcc',
    'Subject',
    'Date',
    'Message-ID',
    'In-Reply-To',
    'References',
    'Return-Path',
    'MIME-Version',
    'Content-Type',
  ].map(name => name.toLowerCase()),
);

const invalid = (message: string) => new AwsError('InvalidParameterValue', message);

/** What SES checks before it accepts a message. `encodedBytes` is the size as sent, in base64. */
export function checkMessage(encodedBytes: number, headers: readonly Header[]): void {
  if (encodedBytes > largestMessageBytes) {
    throw invalid(`Message length is more than ${largestMessageBytes} bytes long: '${encodedBytes}'.`);
  }
  const seen = new Set<string>();
  for (const { name } of headers) {
    const key = name.toLowerCase();
    if (single.has(key) && seen.has(key)) throw invalid(`Duplicate header '${name}'.`);
    seen.add(key);
  }
}

export function checkRecipients(recipients: readonly string[]): void {
  if (recipients.length === 0) throw invalid('Missing required parameter: Destinations.');
  if (recipients.length > mostRecipients) throw invalid(`Recipient count exceeds ${mostRecipients}.`);
  for (const recipient of recipients) checkAddress(recipient);
}

export function checkAddress(address: string): void {
  const at = address.lastIndexOf('@');
  if (at < 1 || at === address.length - 1) throw invalid("Missing final '@domain'");
  if (/[^\x21-\x7e]/.test(address.slice(0, at))) throw invalid('Local address contains control or whitespace');
  if (!/^[a-z\d](?:[a-z\d.-]*[a-z\d])?$/i.test(address.slice(at + 1)))
    throw invalid('Domain contains illegal character');
}

export function checkTags(tags: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(tags)) {
    for (const [kind, text] of [
      ['name', name],
      ['value', value],
    ]) {
      if (!text || text.length > longestTag || !/^[\w-]+$/.test(text)) {
        const rule = "only alphanumeric ASCII characters, '_', and '-' are allowed.";
        throw invalid(`Invalid tag ${kind} <${text}>: ${rule}`);
      }
    }
  }
}

/** A sender must be a verified identity: the address itself, its domain, or a parent of its domain. */
export function isVerified(address: string, identities: readonly string[]): boolean {
  const lower = address.toLowerCase();
  const domain = lower.split('@').at(-1) ?? '';
  return identities.some(identity => {
    const known = identity.toLowerCase();
    return known === lower || known === domain || (!known.includes('@') && domain.endsWith(`.${known}`));
  });
}
