/**
 * E-mail addresses in texts that a person publishes about themselves: biographies, channel descriptions, contact pages, cells of a list.
 * Strict on purpose: a wrong address is a bounce, and bounces close the sending account.
 */

const plain =
  /(?<![\p{L}\p{N}._%+/@=-])[a-z0-9](?:[a-z0-9._%+-]{0,62}[a-z0-9_+-])?@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}(?![\p{L}\p{N}@-])/giu;
/** "meera [at] cooks (dot) in": brackets make the words marks; bare "at" and "dot" are ordinary words. */
const at = /\s{0,3}[[({<]\s{0,3}(?:at|@)\s{0,3}[\])}>]\s{0,3}/gi;
const dot = /\s{0,3}[[({<]\s{0,3}(?:dot|\.)\s{0,3}[\])}>]\s{0,3}/gi;

/** Domains of page builders and error trackers, placeholders of forms, file endings that look like a domain (logo@2x.png). */
const nobodys =
  /^(?:you|your|your-?name|your\.name|your-?e?mail|name|e?mail|user|username|someone|(?:john|jane)\.?doe|test)@(?:e?mail|example|domain|company|your-?(?:site|domain|company))\.|@(?:.*\.)?(?:sentry\.io|wixpress\.com|mysite\.com)$|\.(?:png|jpe?g|gif|webp|svg|avif|css|js|mjs|woff2?)$/i;
/** Mailboxes that no person reads. */
const machines =
  /^(?:no-?reply|do-?not-?reply|mailer-daemon|postmaster|abuse|bounces?|unsubscribe|webmaster@wordpress)/i;

/** Every address in the text, lower-cased, in order, each once. */
export function publishedAddresses(text: string): string[] {
  const unveiled = text.slice(0, 200_000).replace(at, '@').replace(dot, '.');
  const found = (unveiled.match(plain) ?? []).map(address => address.toLowerCase());
  return [...new Set(found)].filter(isWritable);
}

export const firstPublishedAddress = (text: string): string | undefined => publishedAddresses(text)[0];

function isWritable(address: string): boolean {
  const [local = ''] = address.split('@');
  return (
    local.length <= 64 &&
    address.length <= 254 &&
    !local.includes('..') &&
    !nobodys.test(address) &&
    !machines.test(address)
  );
}
