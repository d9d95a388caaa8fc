import type { InboundKind } from '../message.ts';
export interface MailEvidence {
  readonly headers: ReadonlyMap<string, string>;
  readonly from?: string;
  readonly subject: string;
  readonly sentAt?: string;
  readonly text: string;
  readonly newText: string;
  readonly reports: readonly string[];
  readonly returned: readonly string[];
}
export function kindOfMail(mail: MailEvidence): InboundKind {
  return mail.newText === '' ? { kind: 'empty' } : { kind: 'human' };
}
