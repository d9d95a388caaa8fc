import { isOver, toldStatus, type Wait } from '#shared/domain/collaboration.ts';
import { Fault } from '#shared/errors.ts';
import type { CollaborationStore } from '#shared/ports/collaborations.ts';
import type { WaitCompleter } from '#shared/ports/workflows.ts';

/** Lets a workflow step wait for the collaboration; where what it waits for has come already, the step goes on at once. */
export const awaitStatus =
  ({ collaborations, waits }: { collaborations: CollaborationStore; waits: WaitCompleter }) =>
  async (campaignId: string, influencerId: string, wait: Wait): Promise<void> => {
    for (let attempt = 0; attempt < 6; attempt += 1) {
      const collaboration = await collaborations.get(campaignId, influencerId);
      if (isOver(wait, collaboration)) {
        await waits.complete(wait.taskToken, { status: toldStatus(collaboration) });
        return;
      }
      if (await collaborations.replace({ ...collaboration, waiting: wait })) return;
    }
    throw new Fault('write-conflict', `The collaboration with ${influencerId} kept changing; the wait was not kept.`);
  };
