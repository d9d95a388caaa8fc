import type { Input, Output } from '#shared/contracts/functions.ts';
import { type AdvanceDeps, advance } from '#shared/operations/advance.ts';

/** Withdraws a collaboration that is still open when the campaign has no more time for it. */
export const closeCollaboration =
  (deps: AdvanceDeps) =>
  async ({
    campaignId,
    influencerId,
    because,
    at,
  }: Input<'close-collaboration'>): Promise<Output<'close-collaboration'>> => {
    const { status } = await advance(deps)(campaignId, influencerId, { kind: 'withdrawn', because }, at);
    return { status };
  };
