export interface OutboundPerson {
  readonly address: string;
  readonly name?: string;
}

export interface OutboundFile {
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array | string;
}

/** One mail to one person, ready to become bytes. */
export interface OutboundMail {
  readonly from: OutboundPerson;
  readonly to: OutboundPerson;
  /** The signed address of the thread. */
  readonly replyTo: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly at: string;
  /** Our own id of this message; goes into References because SES replaces the Message-ID. */
  readonly reference: string;
  /** Message-ID of the mail that this one answers. */
  readonly inReplyTo?: string;
  /** Ids of the thread so far, oldest first. */
  readonly references?: readonly string[];
  /** https address that unsubscribes on POST (RFC 8058), and an address that does on any mail. */
  readonly unsubscribe?: { readonly url: string; readonly mailto?: string };
  /** Images that the HTML shows by `cid:<cid>`. */
  readonly inline?: readonly (OutboundFile & { readonly cid: string })[];
  readonly attachments?: readonly OutboundFile[];
  /** `method` must be the METHOD inside the content (RFC 6047). */
  readonly calendar?: {
    readonly method: 'REQUEST' | 'CANCEL' | 'PUBLISH';
    readonly name: string;
    readonly content: string;
  };
}

export type SendOutcome =
  | { readonly kind: 'sent'; readonly sesMessageId: string }
  /** Too many this second: nothing was sent, try again in a moment. */
  | { readonly kind: 'throttled' }
  /** Nothing can be sent for now (daily quota used up, sending paused): stop until tomorrow or until a person acts. */
  | { readonly kind: 'quota'; readonly because: string }
  /** SES will never take this mail. */
  | { readonly kind: 'rejected'; readonly because: string }
  /** It may have been sent: look at the recorded SES events, never send again blindly. */
  | { readonly kind: 'uncertain'; readonly because: string };

/** Sends one mail to one recipient. `uncertain`: it may have gone out; never sent again before the recorded events were asked. */
export interface Mailer {
  send(mail: OutboundMail, tags: Readonly<Record<string, string>>): Promise<SendOutcome>;
}
