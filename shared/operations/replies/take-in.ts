import type { InboundMail } from '#shared/domain/message.ts';
import type { InMessage, ThreadRef } from '#shared/ports/messages.ts';
import type { DeliverDeps } from '../deliver.ts';
import { type Doubt, handleMail } from './handle-mail.ts';

/** A mail and where it belongs. `at`: when what follows from it happens; the same in every attempt. */
export interface Arrived {
  readonly thread: ThreadRef;
  readonly mail: InboundMail;
  readonly message: InMessage;
  readonly doubt?: Doubt | undefined;
  readonly at: string;
}

/** Keeps a mail in its thread and does what follows from it, once. */
export const takeIn =
  (deps: DeliverDeps) =>
  async ({ thread, mail, message, doubt, at }: Arrived): Promise<void> => {
    if ((await deps.messages.receive(thread, message)) === 'handled') return;
    const collaboration = await deps.collaborations.get(thread.campaignId, thread.influencerId);
    const understood = await handleMail(deps, collaboration, mail, doubt, at);
    await deps.messages.markHandled(thread, { ...message, ...understood }, at);
  };
