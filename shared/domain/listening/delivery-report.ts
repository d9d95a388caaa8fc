/** What one delivery report says about one recipient (RFC 3464). */
export interface DeliveryReport {
  readonly recipient?: string;
  /** failed, delayed, delivered, relayed or expanded. */
  readonly action: string;
  /** Enhanced status code (RFC 3463), "" when none is given. */
  readonly status: string;
  readonly diagnostic: string;
}

const MAX_GROUPS = 200;

// An empty line; some senders leave it out, but name every recipient first.
const NEXT_GROUP = /\n[ \t]*\n|\n(?=final-recipient:)/i;

/** The fields of one group, unfolded; the first of a name counts. */
function fieldsOf(group: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of group.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (name && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return fields;
}

/** "rfc822; asha@example.com" without its type. */
const withoutType = (value: string | undefined): string => (value ?? '').replace(/^[\w-]{1,20}\s*;\s*/, '').trim();

const addressIn = (value: string): string | undefined => /[^\s<>;,"()]+@[^\s<>;,"()]+/.exec(value)?.[0]?.toLowerCase();

/** Reads the message/delivery-status parts of a mail. Some senders leave out Action or Status. */
export function readDeliveryReports(parts: readonly string[]): DeliveryReport[] {
  return parts
    .flatMap(part => part.replace(/\r\n?/g, '\n').split(NEXT_GROUP, MAX_GROUPS))
    .map(fieldsOf)
    .filter(fields => fields.has('final-recipient') || fields.has('original-recipient') || fields.has('action'))
    .map(fields => {
      const recipient = addressIn(withoutType(fields.get('final-recipient') ?? fields.get('original-recipient')));
      return {
        ...(recipient && { recipient }),
        action: (fields.get('action') ?? 'failed').toLowerCase(),
        status: /[245]\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0] ?? '',
        diagnostic: withoutType(fields.get('diagnostic-code')),
      };
    });
}

/** A receipt: it arrived, or was passed on (RFC 3464 2.3.3; `deliverable` is Postfix's answer to a probe). */
export const isDelivered = ({ action }: DeliveryReport): boolean =>
  ['delivered', 'relayed', 'expanded', 'deliverable'].includes(action);
