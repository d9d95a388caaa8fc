import { Fault } from '#shared/errors.ts';
import type { FileStore } from '#shared/ports/files.ts';
import type { Mailer, OutboundMail, SendOutcome } from '#shared/ports/mail.ts';
import type { CouponIssuer } from '#shared/ports/tracking.ts';
import type { WaitCompleter, Workflows } from '#shared/ports/workflows.ts';

/** The outside world of the use cases, in memory: what was asked of it can be looked at, what it answers can be scripted. */

export interface MailBox extends Mailer {
  readonly sent: { readonly mail: OutboundMail; readonly tags: Readonly<Record<string, string>> }[];
  /** The next sends come to this, in this order; a thrown error is a crash. After that everything is sent. */
  readonly next: (SendOutcome | Error)[];
}

export function memoryMailer(): MailBox {
  const box: MailBox = {
    sent: [],
    next: [],
    async send(mail, tags) {
      const outcome = box.next.shift() ?? { kind: 'sent', sesMessageId: `ses-${box.sent.length + 1}` };
      if (outcome instanceof Error) throw outcome;
      if (outcome.kind === 'sent' || outcome.kind === 'uncertain') box.sent.push({ mail, tags });
      return outcome;
    },
  };
  return box;
}

export interface Waits extends WaitCompleter {
  readonly completed: { readonly taskToken: string; readonly output: unknown }[];
  /** Tokens that nobody waits for. */
  readonly gone: Set<string>;
}

/** As Step Functions does: a token is completed once, then it is gone. */
export function memoryWaits(): Waits {
  const waits: Waits = {
    completed: [],
    gone: new Set(),
    async complete(taskToken, output) {
      if (waits.gone.has(taskToken)) return 'gone';
      waits.completed.push({ taskToken, output });
      waits.gone.add(taskToken);
      return 'done';
    },
  };
  return waits;
}

export interface Files extends FileStore {
  readonly kept: Map<string, Uint8Array>;
}

export function memoryFiles(): Files {
  const kept = new Map<string, Uint8Array>();
  const bytesOf = (key: string) => {
    const bytes = kept.get(key);
    if (!bytes) throw new Fault('not-found', `There is no file ${key}.`);
    return bytes;
  };
  const readBytes = async (key: string, maxBytes: number) => {
    const bytes = bytesOf(key);
    if (bytes.byteLength > maxBytes) throw new Fault('too-large', `${key} has ${bytes.byteLength} bytes.`);
    return bytes;
  };
  return {
    kept,
    readBytes,
    async read(key) {
      const bytes = bytesOf(key);
      return (async function* () {
        yield bytes;
      })();
    },
    readText: async (key, maxBytes) => new TextDecoder().decode(await readBytes(key, maxBytes)),
    exists: async key => kept.has(key),
    async write(key, body) {
      kept.set(key, typeof body === 'string' ? new TextEncoder().encode(body) : body);
    },
    async remove(key) {
      kept.delete(key);
    },
    uploadUrl: async (key, bytes, expiresInS) => `https://files.test/${key}?bytes=${bytes}&expires=${expiresInS}`,
  };
}

export interface Coupons extends CouponIssuer {
  readonly created: Parameters<CouponIssuer['create']>[0][];
}

export function memoryCoupons(): Coupons {
  const created: Coupons['created'] = [];
  return {
    created,
    async create(coupon) {
      if (created.some(one => one.shop === coupon.shop && one.code === coupon.code)) return { kind: 'existed' };
      created.push(coupon);
      return { kind: 'created' };
    },
  };
}

export interface MemoryWorkflows extends Workflows {
  readonly started: string[];
  readonly stopped: string[];
}

export function memoryWorkflows(): MemoryWorkflows {
  const started: string[] = [];
  const stopped: string[] = [];
  return {
    started,
    stopped,
    async startCampaign(campaignId) {
      if (!started.includes(campaignId)) started.push(campaignId);
      return `arn:aws:states:local:1:execution:campaign:${campaignId}`;
    },
    async stop(executionArn) {
      stopped.push(executionArn);
    },
  };
}
