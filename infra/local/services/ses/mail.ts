/** A mail that SES has accepted for sending. */
export interface Mail {
  /** SES's message id. */
  readonly id: string;
  readonly atMs: number;
  /** The envelope sender. */
  readonly source: string;
  readonly destinations: readonly string[];
  readonly configurationSet: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
  readonly callerRoleArn: string | undefined;
}

export interface DeliveredMail extends Mail {
  readonly recipient: string;
  /** As the recipient gets it: with the Message-ID that SES gave it. */
  readonly raw: Buffer;
}

export interface Bounce {
  /** All recipients of the mail if absent. */
  readonly recipient?: string;
  readonly type?: 'Permanent' | 'Transient' | 'Undetermined';
  readonly subType?: string;
  readonly status?: string;
  readonly diagnosticCode?: string;
}

export interface Complaint {
  readonly recipient?: string;
  readonly feedbackType?: 'abuse' | 'auth-failure' | 'fraud' | 'not-spam' | 'other' | 'virus';
  readonly userAgent?: string;
}
