import type { Input, Output } from '#shared/contracts/functions.ts';
import type { Collaboration } from '#shared/domain/collaboration.ts';
import { checkDisclosure } from '#shared/domain/disclosure.ts';
import type { MetricsSources } from '#shared/lambda/platforms.ts';
import { type AdvanceDeps, advance } from '#shared/operations/advance.ts';
import { postCounts } from '#shared/operations/post-counts.ts';
import type { PostAnswer, PostStore } from '#shared/ports.ts';

interface Deps extends AdvanceDeps {
  readonly posts: PostStore;
  readonly sources: MetricsSources;
}

type Seen = Extract<PostAnswer, { kind: 'found' }>;

/**
 * Looks at the published post: is it there, is it labelled as an advertisement, does it carry the link or the coupon? What a platform
 * can not show us at the moment stays `published`, for another look; what is not as agreed goes to a person.
 */
export const verifyPost =
  (deps: Deps) =>
  async ({ campaignId, influencerId, final, at }: Input<'verify-post'>): Promise<Output<'verify-post'>> => {
    const collaboration = await deps.collaborations.get(campaignId, influencerId);
    const url = urlToCheck(collaboration, final);
    if (url === undefined) return { status: collaboration.status };

    const source = deps.sources[collaboration.profile.platform];
    const answer: PostAnswer = source
      ? await source.findPost(collaboration.profile, url, { at: new Date(at) })
      : { kind: 'refused', because: `there are no credentials for ${collaboration.profile.platform}` };
    if (answer.kind === 'found') {
      await deps.posts.put(campaignId, influencerId, postCounts(url, answer.post, at));
      return final ? { status: collaboration.status } : verified(deps, collaboration, url, answer, at);
    }
    if (answer.kind === 'throttled' || answer.kind === 'broken') return { status: collaboration.status };
    const because = `the post at ${url} can not be seen: ${answer.because}`;
    const event = final ? ({ kind: 'held', because } as const) : ({ kind: 'post-refused', because } as const);
    return { status: (await advance(deps)(campaignId, influencerId, event, at)).status };
  };

function urlToCheck(collaboration: Collaboration, final: boolean): string | undefined {
  if (final) return collaboration.status === 'verified' ? collaboration.post.url : undefined;
  return collaboration.status === 'published' ? collaboration.postUrl : undefined;
}

async function verified(
  deps: Deps,
  collaboration: Collaboration,
  url: string,
  { post, text, links }: Seen,
  at: string,
): Promise<Output<'verify-post'>> {
  const { campaignId, influencerId, coupon, link } = collaboration;
  const { spec } = await deps.campaigns.get(campaignId);
  const disclosure = checkDisclosure(text, spec.brief.disclosure.rule, spec.brief.disclosure.label);
  const event = disclosure.found
    ? ({
        kind: 'post-verified',
        post: {
          url,
          publishedAt: post.at,
          checkedAt: at,
          disclosure,
          mentionsLinkOrCoupon:
            (coupon !== undefined && text.toUpperCase().includes(coupon.toUpperCase())) ||
            (link !== undefined && (text.includes(link.url) || links.includes(link.url))),
        },
      } as const)
    : ({
        kind: 'post-refused',
        because: `the post at ${url} is not labelled as an advertisement: ${disclosure.problems.join('; ')}`,
      } as const);
  return { status: (await advance(deps)(campaignId, influencerId, event, at)).status };
}
