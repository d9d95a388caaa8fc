import { load } from 'cheerio';
import { vi } from 'vitest';
import { pages, troubleView } from '#functions/serve-pages/pages.ts';
import { functions } from '#shared/contracts/functions.ts';
import type { Collaboration } from '#shared/domain/collaboration.ts';
import { pageToken } from '#shared/domain/thread.ts';
import { httpHandler } from '#shared/lambda/http.ts';
import type { Campaign } from '#shared/ports/campaigns.ts';
import { at, days } from '#test/shared/domain/builders.ts';
import { aCampaign } from '#test/support/product/campaigns.ts';
import { call } from '#test/support/product/http.ts';
import { aMember } from '#test/support/product/members.ts';
import { freshProduct, type Product, withCampaign } from '#test/support/product/product.ts';

/** What the contract asks for; the wiring below takes nothing from it. */
for (const name of Object.keys(functions['serve-pages'].env.shape)) vi.stubEnv(name, 'https://unused.example');

type Page = 'o' | 'b' | 'u';

export async function world(
  members: readonly Collaboration[] = [aMember('invited')],
  campaign: Campaign = aCampaign(),
) {
  const product = await freshProduct();
  await withCampaign(product, campaign, members);
  return { ...product, handler: httpHandler('serve-pages', () => pages(product), troubleView) };
}
export type World = Awaited<ReturnType<typeof world>>;

export const asha = (given: Product) => given.collaborations.get('c1', 'i1');
export const attention = (given: Product) => given.attention.open('c1');
export const linkOf = async (given: Product, page: Page, influencerId = 'i1') => {
  const { threadId } = await given.collaborations.get('c1', influencerId);
  return `/${page}/${pageToken(threadId, page, given.sign)}`;
};

export async function open(given: World, page: Page, when = at, influencerId?: string) {
  const { status, body } = await call(given.handler, `GET ${await linkOf(given, page, influencerId)}`, { at: when });
  return { status, html: load(body), text: load(body)('main, body').text().replace(/\s+/g, ' ') };
}

export async function post(
  given: World,
  page: Page,
  fields: Record<string, string>,
  when = days(1),
  influencerId?: string,
) {
  const answer = await call(given.handler, `POST ${await linkOf(given, page, influencerId)}`, {
    at: when,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  });
  return { ...answer, html: load(answer.body), title: load(answer.body)('h1').text() };
}

/** The hidden name of the offer that the page shows. */
export const versionOn = async (given: World) =>
  (await open(given, 'o')).html('input[name=version]').first().attr('value') ?? '';
