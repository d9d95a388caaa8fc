import type { Input, Output } from '#shared/contracts/functions.ts';
import { openStatuses, reopenableStatuses, type Wait } from '#shared/domain/collaboration.ts';
import { awaitStatus } from '#shared/operations/await-status.ts';
import type { CollaborationStore } from '#shared/ports/collaborations.ts';
import type { WaitCompleter } from '#shared/ports/workflows.ts';

/** What a workflow waits for, as the standings that have to be left or the person who has to decide. */
const waits = {
  answer: { whileIn: ['shortlisted', 'invited', 'negotiating'] },
  confirmation: { whileIn: ['accepted', 'briefed'] },
  post: { whileIn: ['accepted', 'briefed', 'confirmed'] },
  person: { whileIn: openStatuses, untilFree: true },
  reopening: { whileIn: reopenableStatuses },
} as const satisfies Record<Input<'await-collaboration'>['waitFor'], Omit<Wait, 'taskToken'>>;

export const awaitCollaboration =
  (deps: { collaborations: CollaborationStore; waits: WaitCompleter }) =>
  async ({
    campaignId,
    influencerId,
    waitFor,
    taskToken,
  }: Input<'await-collaboration'>): Promise<Output<'await-collaboration'>> => {
    await awaitStatus(deps)(campaignId, influencerId, { taskToken, ...waits[waitFor] });
    return {};
  };
