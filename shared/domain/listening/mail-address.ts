const MAX_LOCAL_PART = 64; // RFC 5321 §4.5.3.1.1
const MAX_ADDRESS = 254; // RFC 5321 §4.5.3.1.3 less the angle brackets

// Ordinary local parts and host names only: quoted local parts, IP literals and comments are legal but never a
// mailbox that a person published, and some relays bounce them. Letters beyond ASCII are legal (RFC 6531), with the
// vowel signs that Indic scripts write as marks behind them.
const ATOM = "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-][\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]*";
const LOCAL_PART = new RegExp(`^${ATOM}(?:\\.${ATOM})*$`, 'u');
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u;
const TOP_LABEL = /^(?:\p{L}[\p{L}\p{M}]{1,62}|xn--[a-z0-9-]{2,59})$/iu;

// Never delegated, so that mail to them can only bounce: RFC 6761 §6.2-6.4, RFC 6762 (local), RFC 7686 (onion), RFC 3172
// (arpa holds no mailboxes). `.example` is as empty, and kept: it is what documentation and demonstrations are for.
const RESERVED = new Set(['test', 'invalid', 'localhost', 'local', 'onion', 'arpa']);

/** Full-width letters look like ASCII but are not what the mailbox is called. */
const isFullWidth = (text: string): boolean => /[\uFF00-\uFFEF]/.test(text);

/** The labels as the DNS holds them, in punycode: what the limits of RFC 1035 §2.3.4 count. None where the name has no such form. */
const wireLabels = (host: string): string[] => {
  const url = `http://${host}`;
  return URL.canParse(url) ? new URL(url).hostname.split('.') : [];
};

const isHost = (host: string): boolean => {
  const labels = host.split('.');
  const top = labels.at(-1) ?? '';
  if (labels.length < 2 || !labels.every(label => LABEL.test(label)) || !TOP_LABEL.test(top)) return false;
  const wire = wireLabels(host);
  return (
    wire.length === labels.length &&
    wire.join('.').length <= 253 &&
    wire.every(label => label.length <= 63) &&
    !RESERVED.has(top.toLowerCase())
  );
};

/** The address as it may be sent to (lower-case host), or undefined when sending there could only bounce. */
export function sendableAddress(text: string): string | undefined {
  const address = text.trim();
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at);
  const host = address.slice(at + 1);
  if (at < 1 || address.length > MAX_ADDRESS || local.length > MAX_LOCAL_PART) return undefined;
  if (isFullWidth(address) || !LOCAL_PART.test(local) || !isHost(host)) return undefined;
  return `${local}@${host.toLowerCase()}`;
}

/** What two spellings of one mailbox have in common: no case, no +label, and Gmail's dots do not count. */
export function mailboxKey(address: string): string {
  const lower = address.trim().toLowerCase();
  const at = lower.lastIndexOf('@');
  if (at < 0) return lower;
  const host = lower.slice(at + 1).replace(/^googlemail\.com$/, 'gmail.com');
  const local = lower.slice(0, at).split('+', 1)[0] ?? '';
  return `${host === 'gmail.com' ? local.replaceAll('.', '') : local}@${host}`;
}

export const sameMailbox = (a: string, b: string): boolean => mailboxKey(a) === mailboxKey(b);
