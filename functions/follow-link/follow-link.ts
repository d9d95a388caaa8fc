import { isbot } from 'isbot';
import { shortHash } from '#shared/domain/import/identity.ts';
import { Fault, faults } from '#shared/errors.ts';
import type { ErrorView } from '#shared/lambda/http.ts';
import type { Answer, Request } from '#shared/lambda/request.ts';
import type { LinkStore } from '#shared/ports/tracking.ts';

/**
 * Counts the click and sends the visitor on, with the click's id in the address so that an order can name it. No cookie is set and
 * nothing about the visitor is kept.
 */
export const followLink =
  ({ links }: { links: LinkStore }) =>
  async ({ params, headers, method, requestId, at }: Request): Promise<Answer> => {
    const link = await links.find((params.code ?? '').slice(0, 40));
    if (!link) throw new Fault('not-found', 'This link leads nowhere (any more).');
    const clickId = shortHash(`${link.code} ${requestId}`);
    const { code, campaignId, influencerId } = link;
    // An empty agent, a HEAD request or a prefetch is a machine looking ahead (mail scanners, link previews).
    const agent = headers['user-agent'] ?? '';
    const isMachine =
      agent === '' || isbot(agent) || method === 'HEAD' || headers['sec-purpose']?.includes('prefetch') === true;
    await links.click({ clickId, code, campaignId, influencerId, at }, isMachine);

    const destination = new URL(link.destination);
    destination.searchParams.set('utm_source', 'influencer');
    destination.searchParams.set('utm_medium', 'groundswell');
    destination.searchParams.set('utm_campaign', campaignId);
    destination.searchParams.set('cid', clickId);
    return { status: 302, text: '', headers: { location: destination.href } };
  };

/** Shoppers come here, not programs: one sentence instead of problem details. */
export const inWords: ErrorView = error =>
  error instanceof Fault
    ? { status: faults[error.fault].status, text: error.message }
    : { status: 500, text: 'Something went wrong on our side. Please try again in a moment.' };
