import * as z from 'zod';
import { unwrapped } from './envelope.ts';
import { lambdaActionSchema, receiptSchema } from './schema.ts';

export type Verdict = 'pass' | 'fail' | 'unknown';

/** One mail that SES received for us. Its bytes are in the bucket under a key that ends in `messageId`. */
export interface Receipt {
  readonly messageId: string;
  readonly receivedAt: string;
  /** The envelope's recipients. */
  readonly recipients: readonly string[];
  /** The envelope's sender; empty for bounces and most automatic replies. */
  readonly returnPath: string;
  readonly spam: Verdict;
  readonly virus: Verdict;
  readonly spf: Verdict;
  readonly dkim: Verdict;
  readonly dmarc: Verdict;
  /** The sender's domain asks to refuse mail that fails DMARC. */
  readonly refuseOnDmarcFailure: boolean;
  /** Where the S3 action put it, when that action tells. */
  readonly object?: { readonly bucket: string; readonly key: string };
}

export type ReceiptRead =
  | { readonly kind: 'receipts'; readonly receipts: readonly Receipt[] }
  | { readonly kind: 'not-a-receipt'; readonly because: string };

// GRAY (SES could not tell), PROCESSING_FAILED and DISABLED say nothing either way.
const verdict = (given: { status: string } | undefined): Verdict =>
  given?.status === 'PASS' ? 'pass' : given?.status === 'FAIL' ? 'fail' : 'unknown';

function toReceipt({ mail, receipt }: z.infer<typeof receiptSchema>): Receipt {
  const { bucketName, objectKey } = receipt.action;
  return {
    messageId: mail.messageId,
    receivedAt: receipt.timestamp,
    recipients: receipt.recipients,
    returnPath: mail.source,
    spam: verdict(receipt.spamVerdict),
    virus: verdict(receipt.virusVerdict),
    spf: verdict(receipt.spfVerdict),
    dkim: verdict(receipt.dkimVerdict),
    dmarc: verdict(receipt.dmarcVerdict),
    refuseOnDmarcFailure: receipt.dmarcPolicy?.toLowerCase() === 'reject',
    ...(bucketName && objectKey && { object: { bucket: bucketName, key: objectKey } }),
  };
}

/** Reads the event of a receipt rule's Lambda action, or the notification of its S3 or SNS action. */
export function readReceipts(input: unknown): ReceiptRead {
  const body = unwrapped(input);
  if (!body) return { kind: 'not-a-receipt', because: 'It is no JSON object' };
  const lambda = lambdaActionSchema.safeParse(body);
  if (lambda.success) return { kind: 'receipts', receipts: lambda.data.Records.map(record => toReceipt(record.ses)) };
  const notification = receiptSchema.safeParse(body);
  if (notification.success) return { kind: 'receipts', receipts: [toReceipt(notification.data)] };
  const { error } = 'Records' in body ? lambda : notification;
  return { kind: 'not-a-receipt', because: z.prettifyError(error) };
}

/** SES writes this object into a bucket when it is set up; it is no mail. */
export const isSetupNotification = (key: string): boolean => key.endsWith('AMAZON_SES_SETUP_NOTIFICATION');
