import { type Collaboration, isOpen } from '#shared/domain/collaboration.ts';
import { type AdvanceDeps, advance } from './advance.ts';

/** Ends what is still open. Whoever has published wants to be paid: that stands as it is, and a person decides. */
export const endCollaboration =
  (deps: AdvanceDeps) =>
  async (collaboration: Collaboration, because: string, at: string): Promise<Collaboration> => {
    const { campaignId, influencerId, status } = collaboration;
    if (!isOpen(status)) return collaboration;
    const isUp = status === 'published' || status === 'verified';
    if (!isUp) return advance(deps)(campaignId, influencerId, { kind: 'withdrawn', because }, at);
    const question = `${because}, and their post is up: decide on the payout`;
    // Asked once, however often it ends.
    return collaboration.heldForPerson === question
      ? collaboration
      : advance(deps)(campaignId, influencerId, { kind: 'held', because: question }, at);
  };
