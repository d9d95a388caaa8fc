// Runs as a process of its own, which the kill test ends in the middle of whatever it does: the cloud without its world.
import { flushCompileCache } from 'node:module';
import { startLocalCloud } from '#infra/local/local-cloud.ts';
import type { Bounce, Complaint } from '#infra/local/services/ses/mail.ts';
import type { InboundMail } from '#infra/local/services/ses/receiving.ts';
import type { PlatformSecret, ShopSecret } from '#shared/contracts/secrets.ts';
import { createFirstToken, fillSecrets } from '../local/local-app.ts';
import { followingClock, type Rest } from './duet-clock.ts';
import { cloudEvidence } from './evidence.ts';

export interface CloudProcessData {
  readonly startMs: number;
  readonly assembly: string;
  readonly dataDir: string;
  readonly port: number;
  readonly parameters: Readonly<Record<string, string>>;
}

export type Request =
  | { readonly kind: 'rest' | 'token' | 'evidence' }
  | { readonly kind: 'advance'; readonly toMs: number }
  | { readonly kind: 'secrets'; readonly platform: PlatformSecret; readonly shops: ShopSecret }
  | { readonly kind: 'receive'; readonly mail: InboundMail }
  | { readonly kind: 'bounce'; readonly id: string; readonly details: Bounce | undefined }
  | { readonly kind: 'complain'; readonly id: string; readonly details: Complaint | undefined }
  | { readonly kind: 'delivered'; readonly delivery: number };

export type ToCloud = { readonly call: number; readonly request: Request };

export type FromCloud =
  | { readonly kind: 'ready'; readonly apiUrl: string }
  | { readonly kind: 'answer'; readonly call: number; readonly answer: unknown }
  | {
      readonly kind: 'delivering';
      readonly delivery: number;
      readonly mail: { readonly id: string; readonly recipient: string; readonly raw: Uint8Array };
    };

const send = (message: FromCloud) => void process.send?.(message);

// A test that has ended leaves no cloud behind.
process.once('disconnect', () => process.exit());

process.once('message', async (data: CloudProcessData) => {
  const { startMs, ...options } = data;
  const clock = followingClock(startMs);
  // In one thread it is there again sooner; a kill ends all threads at the same moment anyway.
  const cloud = await startLocalCloud({ ...options, clock, isolation: 'none' });
  const deliveries = new Map<number, () => void>();

  cloud.mail.onDelivered(
    ({ id, recipient, raw }) =>
      new Promise<void>(resolve => {
        const delivery = deliveries.size;
        deliveries.set(delivery, resolve);
        send({ kind: 'delivering', delivery, mail: { id, recipient, raw } });
      }),
  );

  const answerTo = async (request: Request): Promise<unknown> => {
    switch (request.kind) {
      case 'rest':
        return (await clock.rest()) satisfies Rest;
      case 'advance':
        return clock.advance(request.toMs);
      case 'token':
        return clock.hold(createFirstToken(cloud, { clock, name: 'kill test' }));
      case 'secrets':
        return fillSecrets(cloud, request.platform, request.shops);
      case 'receive':
        return cloud.mail.receive({ ...request.mail, raw: Buffer.from(request.mail.raw) });
      case 'bounce':
        return cloud.mail.bounce(request.id, request.details);
      case 'complain':
        return cloud.mail.complain(request.id, request.details);
      case 'delivered':
        return deliveries.get(request.delivery)?.();
      case 'evidence':
        return cloudEvidence(cloud);
    }
  };
  process.on('message', ({ call, request }: ToCloud) => {
    answerTo(request).then(
      answer => send({ kind: 'answer', call, answer }),
      error => {
        console.error(error);
        process.exit(1);
      },
    );
  });
  send({ kind: 'ready', apiUrl: cloud.apiUrl });
  // Whoever is killed writes nothing down at its end.
  flushCompileCache();
});
