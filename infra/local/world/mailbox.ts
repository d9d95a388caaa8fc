/** The mail system between the product and its world, as the local cloud offers it. */
export interface WorldMailbox {
  /** Called with every mail that reaches a recipient's server. The answer stops it. */
  onDelivered(listener: (mail: DeliveredMail) => void): () => void;
  /** A mail from outside to the product. */
  receive(mail: { readonly from: string; readonly to: readonly string[]; readonly raw: Uint8Array }): Promise<void>;
  /** The recipient's server refuses a delivered mail after all. */
  bounce(messageId: string, recipient: string): Promise<void>;
  /** The recipient says "this is spam". */
  complain(messageId: string, recipient: string): Promise<void>;
}

export interface DeliveredMail {
  /** As SES answered it. */
  readonly messageId: string;
  readonly recipient: string;
  readonly raw: Uint8Array;
}
