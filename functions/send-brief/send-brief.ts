import type { Input, Output } from '#shared/contracts/functions.ts';
import type { Collaboration } from '#shared/domain/collaboration.ts';
import { couponCode, linkCode } from '#shared/domain/tracking/tracking-codes.ts';
import { Fault } from '#shared/errors.ts';
import { advance } from '#shared/operations/advance.ts';
import { type DeliverDeps, deliver } from '#shared/operations/deliver.ts';
import type { Campaign } from '#shared/ports/campaigns.ts';
import type { CouponIssuer, LinkStore } from '#shared/ports/tracking.ts';

interface Deps extends DeliverDeps {
  readonly links: LinkStore;
  readonly coupons: CouponIssuer;
}

/** Gives the influencer a tracking link and, where there is a shop, a coupon of their own, and sends the brief. */
export const sendBrief =
  (deps: Deps) =>
  async ({ campaignId, influencerId, at }: Input<'send-brief'>): Promise<Output<'send-brief'>> => {
    const [campaign, accepted] = await Promise.all([
      deps.campaigns.get(campaignId),
      deps.collaborations.get(campaignId, influencerId),
    ]);
    const briefed = accepted.status === 'accepted' ? await equip(deps, campaign, accepted, at) : accepted;
    // A repeated step finds the mail claimed; what a pause holds back, `chase` sends.
    if (briefed.status === 'briefed')
      await deliver(deps)(campaign, briefed, { purpose: 'brief', number: 1, isAnswer: true }, at);
    return { status: (await deps.collaborations.get(campaignId, influencerId)).status };
  };

async function equip(deps: Deps, campaign: Campaign, collaboration: Collaboration, at: string): Promise<Collaboration> {
  const { campaignId, influencerId, threadId } = collaboration;
  const { spec } = campaign;
  const code = linkCode(threadId);
  await deps.links.create({ code, campaignId, influencerId, destination: spec.brief.landingPage, createdAt: at });
  const coupon = await issueCoupon(deps, campaign, collaboration, at);
  const link = { code, url: `${deps.publicUrl.replace(/\/$/, '')}/l/${code}` };
  const event = { kind: 'brief-sent', link, ...(coupon !== undefined && { coupon }) } as const;
  return advance(deps)(campaignId, influencerId, event, at);
}

/** How many codes are tried; the second and every later one is made of letters that belong to this influencer alone. */
const codes = 3;

/** A code that nobody else owns, made known to the shop. Without the shop's consent there is only the link, and a person is told. */
async function issueCoupon(
  { links, coupons, attention }: Deps,
  { spec, endsAt }: Campaign,
  { campaignId, influencerId, profile, name }: Collaboration,
  at: string,
): Promise<string | undefined> {
  const { shop } = spec.tracking;
  if (!shop || shop.discountPercent === 0) return undefined;
  const itemId = `coupon-${influencerId}`;
  const [isFor, percent] = [{ shop: shop.domain, startsAt: at, endsAt }, shop.discountPercent];
  let because = 'all codes belong to others';
  for (let attempt = 0; attempt < codes; attempt += 1) {
    const code = couponCode(profile, percent, influencerId, attempt);
    const owner = await links.couponOwner(shop.domain, code);
    if (owner && (owner.campaignId !== campaignId || owner.influencerId !== influencerId)) continue;
    const title = `${spec.name} / ${name}`.slice(0, 200).toWellFormed();
    const made = await coupons.create({ ...isFor, code, percent, title });
    if (made.kind !== 'failed') {
      await links.createCoupon(shop.domain, code, { campaignId, influencerId });
      // An earlier try of this step may have told a person that there is none.
      await attention.resolve(campaignId, [itemId], { at });
      return code;
    }
    if (made.retry) throw new Fault('upstream-failed', `${shop.domain} made no coupon: ${made.because}`);
    because = made.because;
  }
  await attention.raise({
    campaignId,
    influencerId,
    id: itemId,
    raisedAt: at,
    name,
    because: `their brief goes out without a coupon: ${because}`,
    options: ['answer'],
  });
  return undefined;
}
