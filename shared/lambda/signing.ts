import { createHmac } from 'node:crypto';
import { secretsManager } from '#shared/aws/clients.ts';
import { secretText } from '#shared/aws/secrets.ts';
import type { Sign } from '#shared/domain/thread.ts';

/** Signs thread tokens, page links and address hashes with this deployment's key. */
export async function signing(secretArn: string): Promise<Sign> {
  const key = await secretText(secretsManager(), secretArn);
  return text => createHmac('sha256', key).update(text).digest();
}
