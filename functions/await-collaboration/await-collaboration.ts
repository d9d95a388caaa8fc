import type { Input, Output } from '#shared/contracts/functions.ts';
import type { CollaborationStatus } from '#shared/domain/collaboration.ts';
import { awaitStatus } from '#shared/operations/await-status.ts';
import type { CollaborationStore, WaitCompleter } from '#shared/ports.ts';

/** What a workflow waits for, as the standings that have to be left. */
const waits = {
  answer: ['shortlisted', 'invited', 'negotiating'],
  confirmation: ['accepted', 'briefed'],
  post: ['accepted', 'briefed', 'confirmed'],
} as const satisfies Record<Input<'await-collaboration'>['waitFor'], readonly CollaborationStatus[]>;

export const awaitCollaboration =
  (deps: { collaborations: CollaborationStore; waits: WaitCompleter }) =>
  async ({
    campaignId,
    influencerId,
    waitFor,
    taskToken,
  }: Input<'await-collaboration'>): Promise<Output<'await-collaboration'>> => {
    await awaitStatus(deps)(campaignId, influencerId, { taskToken, whileIn: waits[waitFor] });
    return {};
  };
