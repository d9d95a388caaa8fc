import type { Input, Output } from '#shared/contracts/functions.ts';
import { isOver } from '#shared/domain/campaign.ts';
import type { Collaboration, CollaborationEvent } from '#shared/domain/collaboration.ts';
import { nextAction } from '#shared/domain/outreach/cadence.ts';
import { plusMinutes } from '#shared/domain/time.ts';
import { log } from '#shared/lambda/log.ts';
import { advance, finishPending } from '#shared/operations/advance.ts';
import { cadenceRules } from '#shared/operations/cadence-rules.ts';
import { type DeliverDeps, deliver, lookAgain } from '#shared/operations/deliver.ts';
import { remembering } from '#shared/operations/remembering.ts';
import type { Campaign } from '#shared/ports/campaigns.ts';

type Chased = 'sent' | 'later' | 'escalated' | 'gaveUp';

/** Campaigns are read again after so many items. */
const rereadAfter = 10;

/** Does what is due in each collaboration: reminds, asks a person, or gives up. One that fails stays due for the next hour. */
export const chaseCollaborations =
  (given: DeliverDeps) =>
  async ({ items, at }: Input<'chase-collaborations'>): Promise<Output<'chase-collaborations'>> => {
    const deps = { ...given, sending: remembering(given.sending) };
    const counts: Record<Chased, number> = { sent: 0, later: 0, escalated: 0, gaveUp: 0 };
    const campaigns = new Map<string, Campaign>();
    for (const [index, { campaignId, influencerId }] of items.entries()) {
      // A pause stops a batch that has begun, too.
      if (index % rereadAfter === 0) campaigns.clear();
      try {
        const campaign = campaigns.get(campaignId) ?? (await deps.campaigns.get(campaignId));
        campaigns.set(campaignId, campaign);
        const collaboration = await deps.collaborations.get(campaignId, influencerId);
        counts[await chase(deps, campaign, collaboration, at)] += 1;
      } catch (error) {
        log.error('a collaboration could not be chased', error, { campaignId, influencerId });
        counts.later += 1;
      }
    }
    return counts;
  };

async function chase(deps: DeliverDeps, campaign: Campaign, found: Collaboration, at: string): Promise<Chased> {
  const { campaignId, influencerId } = found;
  const collaboration = found.pending.length > 0 ? await finishPending(deps)(found, at) : found;
  const look = async (when: string | undefined): Promise<Chased> => {
    await lookAgain(deps, collaboration, when);
    return 'later';
  };
  const happened = async (event: CollaborationEvent, chased: Chased): Promise<Chased> => {
    await advance(deps)(campaignId, influencerId, event, at);
    return chased;
  };
  if (isOver(campaign, at)) return look(undefined);
  // A failed campaign may be redriven, and goes on where it stopped.
  if (campaign.paused || campaign.status === 'failed') return look(plusMinutes(at, 60));

  const action = nextAction(collaboration, cadenceRules(campaign.spec), at);
  switch (action.kind) {
    case 'nothing':
      return look(undefined);
    case 'wait':
      return look(action.until);
    case 'give-up':
      return happened({ kind: 'gave-up', because: action.because }, 'gaveUp');
    case 'ask-person':
      return happened(
        { kind: 'held', because: action.because, ...(action.about && { about: action.about }) },
        'escalated',
      );
    case 'send': {
      const result = await deliver(deps)(campaign, collaboration, action, at);
      if (result.kind === 'sent') return 'sent';
      if (result.kind === 'later') return 'later';
      return result.why === 'suppressed' && !('terms' in collaboration)
        ? happened({ kind: 'excluded', because: result.because }, 'gaveUp')
        : happened({ kind: 'held', because: result.because }, 'escalated');
    }
  }
}
