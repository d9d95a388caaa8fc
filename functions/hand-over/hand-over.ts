import type { Input, Output } from '#shared/contracts/functions.ts';
import { type AdvanceDeps, advance } from '#shared/operations/advance.ts';

/** A step failed for good: no automatic message goes out any more until a person has looked. */
export const handOver =
  (deps: AdvanceDeps) =>
  async ({ campaignId, influencerId, because, at }: Input<'hand-over'>): Promise<Output<'hand-over'>> => {
    await advance(deps)(campaignId, influencerId, { kind: 'held', because: `a step failed: ${because}` }, at);
    return {};
  };
