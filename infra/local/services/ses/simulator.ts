import type { Bounce } from './mail.ts';

export type Fate =
  | { readonly kind: 'delivery' }
  | { readonly kind: 'complaint' }
  | { readonly kind: 'bounce'; readonly bounce: Bounce };

const fates: Readonly<Record<string, Fate>> = {
  success: { kind: 'delivery' },
  ooto: { kind: 'delivery' },
  complaint: { kind: 'complaint' },
  bounce: { kind: 'bounce', bounce: { type: 'Permanent', subType: 'General' } },
  suppressionlist: { kind: 'bounce', bounce: { type: 'Permanent', subType: 'Suppressed' } },
};

/** What happens to mail for SES's own test addresses, labels included; nothing for any other address. */
export function simulated(recipient: string): Fate | undefined {
  const [, name] = recipient.toLowerCase().match(/^(\w+)(?:\+[^@]*)?@simulator\.amazonses\.com$/) ?? [];
  return name === undefined ? undefined : fates[name];
}
