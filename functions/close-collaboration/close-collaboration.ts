import type { Input, Output } from '#shared/contracts/functions.ts';
import type { AdvanceDeps } from '#shared/operations/advance.ts';
import { endCollaboration } from '#shared/operations/end-collaboration.ts';

/** Ends a collaboration that is still waiting when the campaign has no more time for it. A post of the last minute stands. */
export const closeCollaboration =
  (deps: AdvanceDeps) =>
  async ({
    campaignId,
    influencerId,
    because,
    at,
  }: Input<'close-collaboration'>): Promise<Output<'close-collaboration'>> => {
    const collaboration = await deps.collaborations.get(campaignId, influencerId);
    const { status } = await endCollaboration(deps)(collaboration, because, at);
    return { status };
  };
