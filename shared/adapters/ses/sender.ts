import { type SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import type { SendOutcome } from '#shared/ports/mail.ts';
import { refusalOf } from './refusal.ts';

export interface RawMail {
  /** The envelope's sender: the bare address of the From header. */
  readonly from: string;
  readonly to: string;
  readonly bytes: Uint8Array;
  /** Names and values `[A-Za-z0-9_-]`, at most 256 characters; come back with every event of this mail. */
  readonly tags: Readonly<Record<string, string>>;
}

const MAX_BYTES = 10_000_000; // SES v1, after base64 of the attachments
const TAG = /^[A-Za-z0-9_-]{1,256}$/;

/** What is wrong with a mail before SES sees it. */
function flaw({ bytes, tags }: RawMail): string | undefined {
  if (bytes.byteLength > MAX_BYTES) return `The mail has ${bytes.byteLength} bytes, SES takes ${MAX_BYTES}`;
  const odd = Object.entries(tags).find(tag => !tag.every(text => TAG.test(text)));
  return odd && `The tag ${odd.join('=')} may only have letters, digits, _ and -`;
}

/**
 * Sends one mail to one recipient. Give it a client with `maxAttempts: 1`: the SDK's own retries would send a second
 * time after a lost answer.
 */
export const sesSender =
  (client: SESClient, configurationSet: string) =>
  async (mail: RawMail): Promise<SendOutcome> => {
    const because = flaw(mail);
    if (because) return { kind: 'rejected', because };
    try {
      const { MessageId } = await client.send(
        new SendRawEmailCommand({
          Source: mail.from,
          Destinations: [mail.to],
          RawMessage: { Data: mail.bytes },
          ConfigurationSetName: configurationSet,
          Tags: Object.entries(mail.tags).map(([Name, Value]) => ({ Name, Value })),
        }),
      );
      return MessageId
        ? { kind: 'sent', sesMessageId: MessageId }
        : { kind: 'uncertain', because: 'SES answered without a MessageId' };
    } catch (error) {
      return refusalOf(error);
    }
  };
