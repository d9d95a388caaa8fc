import { routes } from '#shared/contracts/http.ts';
import { hasEnded } from '#shared/domain/campaign.ts';
import type { Collaboration } from '#shared/domain/collaboration.ts';
import { rosterKey } from '#shared/domain/import/identity.ts';
import { profileRef } from '#shared/domain/import/profile.ts';
import { splitCandidate } from '#shared/domain/import/split.ts';
import type { ProfileRef } from '#shared/domain/influencer.ts';
import { scoreCandidate } from '#shared/domain/scoring/scoring.ts';
import { Fault } from '#shared/errors.ts';
import type { RouteHandler } from '#shared/lambda/http.ts';
import { jsonBody } from '#shared/lambda/json-body.ts';
import { scoringBrief } from '#shared/operations/spec-terms.ts';
import type { Campaign, CampaignStore } from '#shared/ports/campaigns.ts';
import type { CandidateStore, RosterStore } from '#shared/ports/candidates.ts';
import type { CollaborationStore } from '#shared/ports/collaborations.ts';
import { candidateView } from './views.ts';

interface Deps {
  readonly campaigns: CampaignStore;
  readonly candidates: CandidateStore;
  readonly collaborations: CollaborationStore;
  readonly roster: RosterStore;
}

/** Takes a wrong merge back: some profiles of a candidate are somebody else, in this campaign and in every later one. */
export const splitInfluencer =
  ({ campaigns, candidates, collaborations, roster }: Deps): RouteHandler =>
  async ({ params: { campaignId = '', influencerId = '' }, rawBody, at }) => {
    const body = jsonBody(routes.splitCandidate.body, rawBody, 'The split');
    const campaign = await campaigns.get(campaignId);
    const [candidate] = await candidates.getMany(campaignId, [influencerId]);
    if (!candidate) throw new Fault('not-found', `There is no candidate ${influencerId} in campaign ${campaignId}.`);
    const leaving = body.profiles.map((given, index) => canonical(given, index));
    const because = reasonNotTo(campaign, await collaborations.find(campaignId, influencerId), leaving);
    if (because !== undefined) throw new Fault('conflict', because);

    const split = splitCandidate(candidate, leaving, await roster.lookup(candidate.profiles.map(rosterKey)), at);
    if ('refused' in split)
      throw new Fault('invalid-request', 'They can not be split like this.', {
        fields: [{ pointer: '/profiles', detail: split.refused }],
      });
    const brief = scoringBrief(campaign.spec);
    const [stays, leaves] = [split.stays, split.leaves].map(one => ({ ...one, score: scoreCandidate(one, brief, at) }));
    if (!stays || !leaves) throw new Fault('internal', 'A split has two sides.');
    await roster.remember(split.known);
    await candidates.putAll([stays, leaves]);
    return { status: 200, json: { stays: candidateView(stays), leaves: candidateView(leaves) } };
  };

function canonical({ platform, handle }: ProfileRef, index: number): ProfileRef {
  const ref = profileRef(platform, handle);
  if (ref) return ref;
  throw new Fault('invalid-request', 'They can not be split like this.', {
    fields: [{ pointer: `/profiles/${index}`, detail: `"${handle}" is no ${platform} handle or link` }],
  });
}

/** A campaign is split once its candidates are scored: until then its steps write them. */
function reasonNotTo(
  { status }: Campaign,
  collaboration: Collaboration | undefined,
  leaving: readonly ProfileRef[],
): string | undefined {
  if (hasEnded(status)) return `The campaign is ${status}.`;
  if (!['awaiting-approval', 'running'].includes(status))
    return `The campaign is ${status}: its candidates can be split once they are scored.`;
  const [first] = collaboration?.sent ?? [];
  if (first) return `Somebody was written to on ${first.at.slice(0, 10)}; withdraw the collaboration instead.`;
  const about = collaboration && rosterKey(collaboration.profile);
  return leaving.some(ref => rosterKey(ref) === about)
    ? 'The collaboration is about a profile that you name; name the other ones.'
    : undefined;
}
