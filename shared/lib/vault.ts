import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import type { Vault } from '#shared/ports/connections.ts';

const ivBytes = 12;
const tagBytes = 16;

/**
 * AES-256-GCM under keys derived from one secret. The nonce is a keyed hash of what is sealed, as in RFC 8452: no randomness is needed,
 * and a nonce comes twice only for the same text about the same subject.
 */
export function vaultOf(secret: string): Vault {
  const derived = (use: string) => Buffer.from(hkdfSync('sha256', secret, '', `groundswell vault ${use}`, 32));
  const [encryption, nonce] = [derived('encryption'), derived('nonce')];
  return {
    seal(text, about) {
      const iv = createHmac('sha256', nonce).update(`${about}\n${text}`).digest().subarray(0, ivBytes);
      const cipher = createCipheriv('aes-256-gcm', encryption, iv).setAAD(Buffer.from(about));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64');
    },
    open(sealed, about) {
      const bytes = Buffer.from(sealed, 'base64');
      if (bytes.length < ivBytes + tagBytes) return undefined;
      try {
        const decipher = createDecipheriv('aes-256-gcm', encryption, bytes.subarray(0, ivBytes))
          .setAAD(Buffer.from(about))
          .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
        return decipher.update(bytes.subarray(ivBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8');
      } catch {
        return undefined;
      }
    },
  };
}
