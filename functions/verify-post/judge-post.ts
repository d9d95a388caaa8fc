import type { CampaignSpec } from '#shared/contracts/campaign-spec.ts';
import type { Collaboration, VerifiedPost } from '#shared/domain/collaboration.ts';
import { plusDays } from '#shared/domain/time.ts';
import { checkDisclosure } from '#shared/domain/tracking/disclosure.ts';
import { carriesTracking, namesBrand } from '#shared/domain/tracking/mention.ts';
import type { TimelineEntry } from '#shared/ports/collaborations.ts';
import type { PostAnswer } from '#shared/ports/platforms.ts';

type Answered = Extract<PostAnswer, { kind: 'found' | 'missing' | 'refused' }>;

/** The post as we saw it, and what is not as agreed: each completes "the post at … ". */
export function judged(
  collaboration: Collaboration,
  spec: CampaignSpec,
  url: string,
  answer: Answered,
  at: string,
): { readonly post: VerifiedPost; readonly problems: readonly string[] } {
  if (answer.kind !== 'found') {
    const disclosure = { found: false, problems: ['nobody but a person could look at it'] };
    return {
      post: { url, publishedAt: at, checkedAt: at, disclosure, mentionsLinkOrCoupon: false },
      problems: [`can not be seen: ${answer.because}`],
    };
  }
  const { post, text, links } = answer;
  const disclosure = checkDisclosure(text, spec.brief.disclosure.rule, spec.brief.disclosure.label);
  const mentionsLinkOrCoupon = carriesTracking(text, links, collaboration);
  const briefedAt = collaboration.sent.find(({ purpose }) => purpose === 'brief')?.at;
  const problems = [
    // Many blogs date their posts by the day only.
    ...(briefedAt !== undefined && post.at < plusDays(briefedAt, -1)
      ? [`was published on ${post.at.slice(0, 10)}, before the brief`]
      : []),
    ...(mentionsLinkOrCoupon || namesBrand(text, spec.brand) ? [] : ['names neither the brand nor the link or coupon']),
    ...(disclosure.found ? [] : [`is not labelled as an advertisement: ${disclosure.problems.join('; ')}`]),
  ];
  return { post: { url, publishedAt: post.at, checkedAt: at, disclosure, mentionsLinkOrCoupon }, problems };
}

/** A person who hands in a post again that we had refused has looked at it. */
export function vouchedFor(timeline: readonly TimelineEntry[]): boolean {
  const done = timeline.filter(({ ignored }) => ignored === undefined).map(({ event }) => event);
  const handedIn = done.findLast(event => event.kind === 'post-found');
  return (
    handedIn?.kind === 'post-found' && handedIn.via === 'person' && done.some(({ kind }) => kind === 'post-refused')
  );
}
