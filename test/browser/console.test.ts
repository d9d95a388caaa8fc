import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { routes } from '#shared/contracts/http.ts';
import { launchBrowser, looks, openContext } from '#test/support/browser.ts';
import { servePages } from '#test/support/page-server.ts';
import { consoleWorld, evil, goodToken } from './console-world.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let context: BrowserContext;
let page: Page;
let server: Awaited<ReturnType<typeof servePages>>;
let complaints: string[];

beforeAll(async () => {
  browser = await launchBrowser();
  server = await servePages(consoleWorld);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function enter(look = looks[0]): Promise<void> {
  if (!look) return;
  context = await openContext(browser, look);
  page = await context.newPage();
  complaints = [];
  page.on('pageerror', error => complaints.push(error.message));
  page.on('console', message => {
    // A refused request is also told to the developer's console; that is not a fault of the page.
    if (message.type() === 'error' && !message.text().includes('status of')) complaints.push(message.text());
  });
  await page.goto(`${server.url}/console`);
  await page.getByLabel('API token').fill(goodToken);
  await page.getByRole('button', { name: 'Enter' }).click();
  await page.getByRole('heading', { name: 'Campaigns' }).waitFor();
}

async function open(): Promise<void> {
  await page.getByRole('link', { name: /Winter Barrier/ }).click();
  await page.getByRole('heading', { name: 'Collaborations' }).waitFor();
}

const lastPost = () => {
  const post = server.asked.findLast(one => one.method === 'POST');
  return { path: post?.path, body: JSON.parse(post?.body ?? 'null'), key: post?.headers['idempotency-key'] };
};

describe('the console', () => {
  beforeEach(() => enter());
  afterEach(async () => {
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('keeps the token in the tab and forgets it on demand', async () => {
    expect(await page.evaluate('[sessionStorage.length, localStorage.length, document.cookie]')).toEqual([1, 0, '']);
    await page.getByRole('button', { name: 'Forget the token' }).click();
    expect(await page.getByLabel('API token').isVisible()).toBe(true);
    expect(await page.evaluate('sessionStorage.length')).toBe(0);
  });

  test('says why a token is refused', async () => {
    await page.getByRole('button', { name: 'Forget the token' }).click();
    await page.getByLabel('API token').fill('gs_bad');
    await page.getByRole('button', { name: 'Enter' }).click();
    await page.getByRole('status').getByText('Unknown token.').waitFor();
    expect(await page.getByLabel('API token').isVisible()).toBe(true);
  });

  test('shows strangers’ text as text and links no address that is none', async () => {
    await open();
    expect(await page.getByText(evil).count()).toBeGreaterThan(1);
    expect(await page.locator('#view img').count()).toBe(0);
    expect(await page.locator('a[href^="javascript"]').count()).toBe(0);
  });

  test('explains a score and grows the list of candidates', async () => {
    await open();
    await page.getByRole('button', { name: 'Show more' }).click();
    await page.getByText('Candidate 3').waitFor();
    await page.getByText('87', { exact: true }).first().click();
    expect(await page.getByText('engagement: 81% (weight 40%). 6.1 % engage.').first().isVisible()).toBe(true);
    expect(await page.getByText('freshness: not known').first().isVisible()).toBe(true);
  });

  test('shows what is known of an audience, how surely, and what is missing', async () => {
    await open();
    const shown = page.locator('details.plain').filter({ hasText: 'aqs-open.v1' }).first();
    await shown.locator('summary').click();
    const text = (await shown.textContent()) ?? '';
    expect(text).toContain('real-audience: 60%, 55.5% to 64.3%');
    expect(text).toContain('at most 50');
    expect(text).toContain('missing: growth, needs 4 snapshots over 14 days, has 0 over 0');
    expect(text).toMatch(/expected per post .*, from 12 posts, 80% their own shrunk-engagement\.v1/);
    expect(text).toMatch(/median .* hypeauditor-12\.v1/);
  });

  test('says what happens next in every collaboration, by status', async () => {
    await open();
    expect(await page.getByText('Waits for a person: asks ₹24,000').isVisible()).toBe(true);
    expect(await page.getByText(/Next: second reminder, unless they answer; .* Asia\/Kolkata/).isVisible()).toBe(true);
    expect(await page.getByText('Declined (1)').isVisible()).toBe(true);
    await page
      .locator('.item')
      .filter({ hasText: 'Influencer 1' })
      .getByRole('button', { name: 'What happened' })
      .click();
    await page.locator('.item').getByText('Wrote back').waitFor();
  });

  test('approves the shortlist once', async () => {
    await open();
    await page.getByRole('button', { name: 'Approve the shortlist' }).click();
    await page.getByText('The shortlist is approved.').waitFor();
    const { path, body, key } = lastPost();
    expect(path).toBe('/campaigns/winter-barrier-7f3a/approve');
    expect(routes.approveShortlist.body.parse(body)).toEqual({ add: [], remove: [] });
    expect(key).toMatch(/^[\da-f-]{36}$/);
  });

  test('shows what the API refused, in its words', async () => {
    await open();
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('status').getByText('The campaign has ended.').waitFor();
  });

  test('cancels nothing without a second yes', async () => {
    await open();
    const before = server.asked.length;
    page.once('dialog', dialog => dialog.dismiss());
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    expect(server.asked.length).toBe(before);
  });

  test.each([
    ['Offer another fee', { decision: 'offer', fee: 14_000, message: 'Would this do?' }],
    ['Hand back', { decision: 'hand-back' }],
  ])('sends the decision "%s" as the contract has it', async (label, decision) => {
    await open();
    const item = page.locator('.card').filter({ hasText: 'Ritu Sharma' });
    await item.getByText('Decide', { exact: true }).first().click();
    await item.getByLabel('Decision').selectOption({ label: await optionStarting(item, label) });
    if ('fee' in decision) {
      await item.getByLabel('Fee').fill('14,000');
      await item.getByLabel('What to write').fill('Would this do?');
    }
    await item.getByRole('button', { name: 'Decide' }).click();
    await page.getByText('Decided.').waitFor();
    expect(routes.decideCollaboration.body.parse(lastPost().body)).toEqual(decision);
  });

  test.each([
    ['Snooze', { decision: 'snooze', until: '2026-12-20', because: 'exams' }],
    ['Skip', { decision: 'skip' }],
    ['Take over', { decision: 'take-over', who: 'Meera' }],
  ])('sends the decision "%s" about what nobody was asked', async (label, decision) => {
    await open();
    const item = page.locator('.item').filter({ hasText: 'Influencer 2' });
    await item.getByText('Decide', { exact: true }).first().click();
    await item.getByLabel('Decision').selectOption({ label: await optionStarting(item, label) });
    if ('until' in decision) await item.getByLabel('Until which day').fill('2026-12-20');
    if ('because' in decision) await item.getByLabel('Why').fill('exams');
    if ('who' in decision) await item.getByLabel('Your name').fill('Meera');
    await item.getByRole('button', { name: 'Decide' }).click();
    await page.getByText('Decided.').waitFor();
    expect(routes.decideCollaboration.body.parse(lastPost().body)).toEqual(decision);
  });

  test('offers only what can be decided now', async () => {
    await open();
    const options = page.locator('.item').filter({ hasText: 'Influencer 2' }).getByLabel('Decision').locator('option');
    expect((await options.allTextContents()).map(text => text.split(' ')[0])).toEqual([
      'Answer',
      'Snooze:',
      'Skip',
      'Take',
      'Withdraw',
    ]);
  });

  test('shows an item with what it takes to decide it, and lets the campaign’s own be done', async () => {
    await open();
    const card = page.locator('.card').filter({ hasText: 'Ritu Sharma' });
    expect(await card.textContent()).toMatch(/we offer ₹12,500 · they ask ₹24,000/);
    expect(await page.getByText('₹1,75,000 are left to promise, up to ₹15,000 for each.').isVisible()).toBe(true);
    const own = page.locator('.card').filter({ hasText: 'The campaign stopped' });
    await own.locator('summary').click();
    await own.getByLabel('What was done').fill('redriven');
    await own.getByRole('button', { name: 'It is done' }).click();
    await page.getByText('Done.').waitFor();
    expect(lastPost()).toMatchObject({
      path: '/campaigns/winter-barrier-7f3a/attention/failed-1/resolve',
      body: { note: 'redriven' },
    });
  });

  test('lets a person say whose a stray mail is, or nobody’s', async () => {
    const card = page.locator('.card').filter({ hasText: 'manager@agency.example' });
    await card.locator('summary').click();
    await card.getByLabel('Campaign').selectOption('winter-barrier-7f3a');
    await card.getByLabel('Influencer').locator('option').first().waitFor({ state: 'attached' });
    await card.getByLabel('Influencer').selectOption('i2');
    await card.getByRole('button', { name: 'It is theirs' }).click();
    await page.getByText('The mail is theirs, and was acted on.').waitFor();
    expect(routes.assignMail.body.parse(lastPost().body)).toEqual({
      campaignId: 'winter-barrier-7f3a',
      influencerId: 'i2',
    });
    await page.getByRole('button', { name: 'It belongs nowhere' }).click();
    await page.getByText('The mail is dismissed.').waitFor();
    expect(lastPost().path).toBe('/unmatched-mail/m1/dismiss');
  });

  test('opens the report although no link can carry the token', async () => {
    await open();
    const [tab] = await Promise.all([
      context.waitForEvent('page'),
      page.getByRole('button', { name: 'Open the report' }).click(),
    ]);
    await tab.getByRole('heading', { level: 1, name: /posts are live/ }).waitFor();
    expect(await tab.evaluate('getComputedStyle(document.querySelector(".sheet")).borderTopLeftRadius')).toBe('14px');
  });
});

async function optionStarting(item: ReturnType<Page['locator']>, start: string): Promise<string> {
  const options = await item.getByLabel('Decision').locator('option').allTextContents();
  return options.find(option => option.startsWith(start)) ?? '';
}

test.each(looks)('is accessible and fits, $width and $scheme', async look => {
  await enter(look);
  const problems: string[] = [];
  for (const sight of ['campaigns', 'campaign']) {
    if (sight === 'campaign') await open();
    await page.evaluate('for (const fold of document.querySelectorAll("details")) fold.open = true');
    await page.screenshot({
      path: `groundswell-out/screens/console-${sight}-${look.width}-${look.scheme}.png`,
      fullPage: true,
    });
    await page.evaluate(axe);
    const { violations } = await page.evaluate<AxeResults>('axe.run()');
    problems.push(
      ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html.slice(0, 200)).join(' | ')}`),
    );
    if ((await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')) > 0)
      problems.push(`${sight} is too wide`);
  }
  expect(problems).toEqual([]);
  await context.close();
});
