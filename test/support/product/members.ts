import { addressHash } from '#shared/domain/address.ts';
import type { Collaboration, Progress } from '#shared/domain/collaboration.ts';
import { threadId } from '#shared/domain/thread.ts';
import { aCollaboration } from '#test/shared/domain/builders.ts';
import { sign } from './product.ts';

/** A collaboration as `open-collaborations` makes it: with the thread and the address hash that our key gives. */
export function aMember(
  progress: Collaboration['status'] | Progress = 'invited',
  over: Partial<Omit<Collaboration, keyof Progress>> = {},
): Collaboration {
  const { campaignId, influencerId, contact } = aCollaboration(progress, over);
  return aCollaboration(progress, {
    threadId: threadId(campaignId, influencerId, sign),
    addressHash: addressHash(contact.email, sign),
    version: 0,
    ...over,
  });
}

/** The n-th of many, each with a name, an address and an id of their own. */
export const anotherMember = (
  n: number,
  progress: Collaboration['status'] | Progress = 'invited',
  over: Partial<Omit<Collaboration, keyof Progress>> = {},
): Collaboration =>
  aMember(progress, {
    influencerId: `i${n}`,
    name: `Creator ${n}`,
    contact: { ...aCollaboration().contact, email: `creator${n}@example.com` },
    profile: { platform: 'instagram', handle: `creator.${n}` },
    ...over,
  });
