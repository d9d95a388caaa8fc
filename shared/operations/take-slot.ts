import { type Collaboration, isOpen } from '#shared/domain/collaboration.ts';
import type { CallSlot } from '#shared/domain/outreach/call-slots.ts';
import { plusMinutes } from '#shared/domain/time.ts';
import type { CallStore, CollaborationStore } from '#shared/ports/collaborations.ts';

/** Longer than it takes from taking a time to noting it in the collaboration. */
const settledAfterMinutes = 1;

/**
 * Takes a time for a call; of two who want it in the same instant one gets it, by a condition on one item. A time whose holder has
 * moved the call, called it off, or is lost is free again.
 */
export const takeSlot =
  ({ calls, collaborations }: { readonly calls: CallStore; readonly collaborations: CollaborationStore }) =>
  async ({ campaignId, influencerId }: Collaboration, { from }: CallSlot, at: string): Promise<boolean> => {
    const taken = await calls.book(campaignId, from, { influencerId, at });
    if (taken.booked) return true;
    const holder = await collaborations.find(campaignId, taken.by);
    const isTheirs = holder !== undefined && isOpen(holder.status) && holder.call?.from === from;
    if (isTheirs || at < plusMinutes(taken.at, settledAfterMinutes)) return false;
    return (await calls.book(campaignId, from, { influencerId, at, unless: taken.by })).booked;
  };
