import { type Collaboration, isOpen } from '#shared/domain/collaboration.ts';
import { type AdvanceDeps, advance, finishPending } from './advance.ts';
import { endCollaboration } from './end-collaboration.ts';

/** Each is a handful of writes to items of its own; so many at once end ten thousand within seconds. */
const atOnce = 25;

const because = 'the campaign was cancelled';

/** Ends whatever is open in a cancelled campaign, and what it asked of people itself. Doing it again changes nothing more. */
export const withdrawAll =
  (deps: AdvanceDeps) =>
  async (campaignId: string, at: string): Promise<void> => {
    const all = await Array.fromAsync(deps.collaborations.ofCampaign(campaignId));
    // Whoever did this before may have died over the effects.
    const open = all.filter(({ status, pending }) => isOpen(status) || pending.length > 0);
    for (let from = 0; from < open.length; from += atOnce)
      await Promise.all(open.slice(from, from + atOnce).map(one => withdraw(deps, one, at)));
    const own = (await deps.attention.open(campaignId)).filter(({ influencerId }) => influencerId === undefined);
    await deps.attention.resolve(
      campaignId,
      own.map(({ id }) => id),
      { at },
    );
  };

/** Who has agreed hears it from a person. */
async function withdraw(deps: AdvanceDeps, found: Collaboration, at: string): Promise<void> {
  const collaboration = found.pending.length > 0 ? await finishPending(deps)(found, at) : found;
  const { campaignId, influencerId, status } = collaboration;
  const hasAgreed = status === 'accepted' || status === 'briefed' || status === 'confirmed';
  if (hasAgreed) await advance(deps)(campaignId, influencerId, { kind: 'withdrawn', because, tellThem: true }, at);
  else await endCollaboration(deps)(collaboration, because, at);
}
