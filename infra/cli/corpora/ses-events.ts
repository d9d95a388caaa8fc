import { readSesEvent, type SesEvent } from '#shared/adapters/ses/events.ts';
import { readReceipts } from '#shared/adapters/ses/receipt.ts';
import { type CorpusRow, type CorpusScorer, scoreRows } from './scorer.ts';

interface SesRow extends CorpusRow {
  readonly expected: {
    readonly type: string;
    readonly recipients?: readonly string[];
    readonly messageId?: string;
    readonly timestamp?: string;
    readonly bounceType?: string;
    readonly bounceSubType?: string;
    readonly link?: string;
    readonly userAgent?: string;
    readonly feedback?: string;
  };
}

const kinds: Readonly<Record<string, SesEvent['kind']>> = {
  Bounce: 'bounced',
  Complaint: 'complained',
  Delivery: 'delivered',
  Send: 'sent',
  Reject: 'rejected',
  Open: 'opened',
  Click: 'clicked',
  'Rendering Failure': 'failed',
  DeliveryDelay: 'delayed',
  Subscription: 'subscription',
};

/** What the event says, under the source's names. */
const told = (event: SesEvent): Record<string, unknown> => ({
  messageId: event.messageId,
  recipients: event.recipients.join(),
  timestamp: event.at,
  bounceType: event.bounce?.type,
  bounceSubType: event.bounce?.subType,
  link: event.click?.link,
  userAgent: event.click?.userAgent ?? event.open?.userAgent ?? event.complaint?.userAgent,
  feedback: event.complaint?.feedback,
});

/** Every stated member of SES notifications and events; each is delivered twice and must look the same. */
export const score: CorpusScorer = rows =>
  scoreRows(rows as SesRow[], ({ input, expected: { type, ...members } }) => {
    if (type === 'Received') return readReceipts(input).kind === 'receipts' ? undefined : 'not read as a receipt';
    const read = readSesEvent(input);
    if (read.kind !== 'event') return read.because;
    const again = readSesEvent(structuredClone(input));
    if (again.kind !== 'event' || again.event.key !== read.event.key)
      return 'its second delivery looks like another event';
    if (read.event.kind !== kinds[type]) return `read as ${read.event.kind}`;
    const found = told(read.event);
    const wrong = Object.entries(members).find(([name, value]) => name in found && found[name] !== String(value));
    return wrong && `${wrong[0]} is ${found[wrong[0]]} instead of ${wrong[1]}`;
  });
