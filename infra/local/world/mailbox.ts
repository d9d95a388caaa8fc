/** The mail system between the product and its world; the local cloud's `mail` fits. */
export interface WorldMailbox {
  /** Called with every mail that reaches a recipient's server. A listener that bounces before it is done refuses it. */
  onDelivered(listener: (mail: DeliveredMail) => void | Promise<void>): () => void;
  /** A mail from outside to the product. */
  receive(mail: InboundMail): Promise<unknown>;
  /** The recipient's server refuses it. */
  bounce(id: string, details?: { readonly recipient?: string }): void;
  /** The recipient says "this is spam". */
  complain(id: string, details?: { readonly recipient?: string }): void;
}

export interface DeliveredMail {
  /** As SES answered it. */
  readonly id: string;
  readonly recipient: string;
  readonly raw: Uint8Array;
}

export interface InboundMail {
  /** Empty for automatic mail, whose Return-Path is `<>`. */
  readonly envelopeFrom: string;
  readonly recipients: readonly string[];
  readonly raw: Buffer;
}
