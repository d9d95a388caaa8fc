import type { Input, Output } from '#shared/contracts/functions.ts';
import type { Collaboration, CollaborationEvent } from '#shared/domain/collaboration.ts';
import { type AdvanceDeps, advance } from '#shared/operations/advance.ts';
import { lookAtPost, type SeeDeps } from '#shared/operations/look-at-post.ts';
import { postCounts } from '#shared/operations/post-counts.ts';
import type { PostAnswer } from '#shared/ports/platforms.ts';
import type { PostStore } from '#shared/ports/tracking.ts';
import { judged, vouchedFor } from './judge-post.ts';

interface Deps extends AdvanceDeps, SeeDeps {
  readonly posts: PostStore;
}

/**
 * Looks at the published post: is it there, theirs and about us, is it labelled as an advertisement, does it carry the link or the
 * coupon? What a platform can not show us at the moment stays `published`, for another look; what is not as agreed goes to a person.
 */
export const verifyPost =
  (deps: Deps) =>
  async ({ campaignId, influencerId, final, at }: Input<'verify-post'>): Promise<Output<'verify-post'>> => {
    const collaboration = await deps.collaborations.get(campaignId, influencerId);
    const url = urlToCheck(collaboration, final);
    if (url === undefined) return { status: collaboration.status };

    const answer = await lookAtPost(deps, collaboration, url, at);
    if (answer.kind === 'found') await deps.posts.put(campaignId, influencerId, postCounts(url, answer.post, at));
    const event = final ? goneSince(url, answer) : await verdictOn(deps, collaboration, url, answer, at);
    if (event === undefined) return { status: collaboration.status };
    return { status: (await advance(deps)(campaignId, influencerId, event, at)).status };
  };

function urlToCheck(collaboration: Collaboration, final: boolean): string | undefined {
  if (final) return collaboration.status === 'verified' ? collaboration.post.url : undefined;
  return collaboration.status === 'published' ? collaboration.postUrl : undefined;
}

/** At the end of the campaign only one thing can still be wrong: the post was taken down. */
const goneSince = (url: string, answer: PostAnswer): CollaborationEvent | undefined =>
  answer.kind === 'missing'
    ? { kind: 'held', because: `the post at ${url} is gone (${answer.because}); decide on the payout` }
    : undefined;

async function verdictOn(
  deps: Deps,
  collaboration: Collaboration,
  url: string,
  answer: PostAnswer,
  at: string,
): Promise<CollaborationEvent | undefined> {
  const { campaignId, influencerId } = collaboration;
  if (answer.kind === 'throttled' || answer.kind === 'broken') return undefined;
  const { spec } = await deps.campaigns.get(campaignId);
  const { post, problems } = judged(collaboration, spec, url, answer, at);
  const isGood = problems.length === 0 || vouchedFor(await deps.collaborations.timeline(campaignId, influencerId));
  return isGood
    ? { kind: 'post-verified', post }
    : { kind: 'post-refused', because: `the post at ${url} ${problems.join(', and ')}` };
}
