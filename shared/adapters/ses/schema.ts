import * as z from 'zod';

// Only what we read is described. AWS adds members without notice, older notifications lack some, and the mail's
// headers may be left out or cut (above 10 KB), so nothing is required that we can do without.

const mail = z.object({
  messageId: z.string().min(1),
  timestamp: z.string().optional(),
  destination: z.array(z.string()).default([]),
  tags: z.record(z.string(), z.array(z.string())).nullish(),
});

const recipient = z.object({ emailAddress: z.string() });
const recipientWithReason = recipient.extend({
  status: z.string().nullish(),
  diagnosticCode: z.string().nullish(),
});

export const sesEventSchemas = {
  Bounce: z.object({
    mail,
    bounce: z.object({
      bounceType: z.string(),
      bounceSubType: z.string(),
      bouncedRecipients: z.array(recipientWithReason),
      timestamp: z.string(),
      feedbackId: z.string().nullish(),
    }),
  }),
  Complaint: z.object({
    mail,
    complaint: z.object({
      complainedRecipients: z.array(recipient),
      timestamp: z.string(),
      feedbackId: z.string().nullish(),
      complaintFeedbackType: z.string().nullish(),
      complaintSubType: z.string().nullish(),
      userAgent: z.string().nullish(),
    }),
  }),
  Delivery: z.object({
    mail,
    delivery: z.object({ timestamp: z.string(), recipients: z.array(z.string()).optional() }),
  }),
  Send: z.object({ mail }),
  Reject: z.object({ mail, reject: z.object({ reason: z.string().nullish() }).default({}) }),
  Open: z.object({ mail, open: z.object({ timestamp: z.string(), userAgent: z.string().nullish() }) }),
  Click: z.object({
    mail,
    click: z.object({ timestamp: z.string(), link: z.string(), userAgent: z.string().nullish() }),
  }),
  'Rendering Failure': z.object({ mail, failure: z.object({ errorMessage: z.string().nullish() }).default({}) }),
  DeliveryDelay: z.object({
    mail,
    deliveryDelay: z.object({
      timestamp: z.string(),
      delayType: z.string().nullish(),
      delayedRecipients: z.array(recipientWithReason).default([]),
    }),
  }),
  Subscription: z.object({ mail, subscription: z.object({ timestamp: z.string() }) }),
} as const;

// GRAY is "could not tell", not a failure; a status that AWS adds later must not lose the mail.
const verdict = z.object({ status: z.string() }).optional();

const receipt = z.object({
  timestamp: z.string(),
  // RCPT TO. The To header is what the sender claims; our token is looked for here.
  recipients: z.array(z.string()),
  spamVerdict: verdict,
  virusVerdict: verdict,
  spfVerdict: verdict,
  dkimVerdict: verdict,
  dmarcVerdict: verdict,
  dmarcPolicy: z.string().nullish(),
  action: z.object({
    type: z.string(),
    bucketName: z.string().nullish(),
    objectKey: z.string().nullish(),
    objectKeyPrefix: z.string().nullish(),
  }),
});

/** What one inbound mail comes with, whether the Lambda action or the S3 action's notification tells it. */
export const receiptSchema = z.object({ mail: mail.extend({ source: z.string().default('') }), receipt });

export const lambdaActionSchema = z.object({
  Records: z.array(z.object({ eventSource: z.literal('aws:ses'), ses: receiptSchema })).min(1),
});
