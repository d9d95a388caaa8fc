import type { RouteHandler } from '#shared/lambda/http.ts';
import { advance } from '#shared/operations/advance.ts';

import { unsubscribedPage, unsubscribePage } from '#shared/pages/unsubscribe.ts';
import { formOf, type PageDeps, shown, type Visit, visitOf } from './visit.ts';

const doorstep = ({ collaboration, campaign }: Visit) => ({
  language: collaboration.language,
  brand: campaign.spec.brand.name,
});

/** Changes nothing: mail scanners open every link (RFC 8058). */
export const openUnsubscribe =
  (deps: PageDeps): RouteHandler =>
  async request =>
    shown(unsubscribePage(doorstep(await visitOf(deps, 'u', request))));

/** Works for ever, without a session, from a mail program's button and from our page alike. */
export const unsubscribe =
  (deps: PageDeps): RouteHandler =>
  async request => {
    const visit = await visitOf(deps, 'u', request);
    if (formOf(request)['List-Unsubscribe'] !== 'One-Click') return shown(unsubscribePage(doorstep(visit)));
    const { campaignId, influencerId } = visit.collaboration;
    await advance(deps)(campaignId, influencerId, { kind: 'opted-out', via: 'one-click' }, request.at);
    return shown(unsubscribedPage(doorstep(visit)));
  };
