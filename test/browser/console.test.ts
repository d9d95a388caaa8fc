import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { routes } from '#shared/contracts/http.ts';
import { type Look, looks } from '#test/support/browser.ts';
import { type ConsoleVisit, openConsole } from './console-visit.ts';
import { evil } from './console-world.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let visit: ConsoleVisit;
let page: Page;

beforeAll(async () => {
  visit = await openConsole();
});
afterAll(() => visit?.close());

async function enter(look?: Look): Promise<void> {
  await visit.enter(look);
  page = visit.page;
}

describe('the console', () => {
  beforeEach(() => enter());
  afterEach(async () => {
    expect(visit.complaints).toEqual([]);
    await visit.leave();
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

  test('whoever comes by the keyboard goes on at the heading of what is new', async () => {
    await page.getByRole('link', { name: /Winter Barrier/ }).focus();
    await page.keyboard.press('Enter');
    await page.locator('h1:focus').getByText('Winter Barrier').waitFor();
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Approve the shortlist' }).and(page.locator(':focus')).waitFor();
    expect(await page.title()).toContain('Winter Barrier');
    await page.getByRole('link', { name: 'Look at a list' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('#nav [aria-current=page]').getByText('Look at a list').waitFor();
    await page.getByRole('heading', { name: 'Look at a list' }).waitFor();
  });

  test('shows strangers’ text as text and links no address that is none', async () => {
    await visit.open();
    expect(await page.getByText(evil).count()).toBeGreaterThan(1);
    expect(await page.locator('#view img').count()).toBe(0);
    expect(await page.locator('a[href^="javascript"]').count()).toBe(0);
  });

  test('explains a score and grows the list of candidates', async () => {
    await visit.open();
    await page.getByRole('button', { name: 'Show more' }).click();
    await page.getByText('Candidate 3', { exact: true }).last().waitFor();
    await page.getByText('87', { exact: true }).first().click();
    expect(await page.getByText('engagement: 81% (weight 40%). 6.1 % engage.').first().isVisible()).toBe(true);
    expect(await page.getByText('freshness: not known').first().isVisible()).toBe(true);
  });

  test('says with whom on the shortlist a candidate shares followers, and how that is known', async () => {
    await visit.open();
    const candidates = page.getByRole('region', { name: 'Candidates' });
    await candidates.getByText('Shared followers: about 1.8%, estimated').waitFor();
    await candidates.getByText('Shared followers: 34.2%').click();
    await candidates.getByText('34.2% with Candidate 2, counted in a list of each').waitFor();
    await candidates.getByText('about 1.8% with somebody further down, estimated from').first().waitFor();
    await page.getByRole('button', { name: 'Show more' }).click();
    await candidates.getByText('Shared followers: 34.2%').click();
    await candidates.getByText('about 1.8% with Candidate 3, estimated from').first().waitFor();
  });

  test('shows a draft once, with what was asked for before, and approves it or asks for changes', async () => {
    await visit.open();
    const card = page.locator('.card').filter({ hasText: 'Influencer 5' });
    const text = (await card.textContent()) ?? '';
    expect(text.split('Two weeks with Winter Barrier')).toHaveLength(2);
    expect(text.split('drive.google.com')).toHaveLength(2);
    expect(text).toContain('Brief confirmed · fee ₹12,500');
    expect(text).toContain('We had asked: Please say in the first seconds that it is an ad.');
    await card.getByText('Decide', { exact: true }).first().click();
    expect(await card.getByLabel('Decision').inputValue()).toBe('approve-draft');
    await card.getByLabel('Decision').selectOption('ask-changes');
    await card.getByLabel('What to write to them').fill('More light, please.');
    await card.getByRole('button', { name: 'Decide' }).click();
    await page.getByRole('status').getByText('Decided.').waitFor();
    expect(visit.lastPost()).toMatchObject({
      path: '/campaigns/winter-barrier-7f3a/collaborations/i5/decision',
      body: { decision: 'ask-changes', message: 'More light, please.' },
    });
  });

  test('shows what is known of an audience, how surely, and what is missing', async () => {
    await visit.open();
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
    await visit.open();
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
    await visit.open();
    await page.getByRole('button', { name: 'Approve the shortlist' }).click();
    await page.getByText('The shortlist is approved.').waitFor();
    const { path, body, key } = visit.lastPost();
    expect(path).toBe('/campaigns/winter-barrier-7f3a/approve');
    expect(routes.approveShortlist.body.parse(body)).toEqual({ add: [], remove: [] });
    expect(key).toMatch(/^[\da-f-]{36}$/);
  });

  test('shows what the API refused, in its words', async () => {
    await visit.open();
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('status').getByText('The campaign has ended.').waitFor();
  });

  test('cancels nothing without a second yes', async () => {
    await visit.open();
    page.once('dialog', dialog => dialog.dismiss());
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    // Whatever is asked next comes after what a cancelling would have asked.
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('status').getByText('The campaign has ended.').waitFor();
    expect(visit.posts().map(({ path }) => path)).toEqual(['/campaigns/winter-barrier-7f3a/pause']);
  });

  test.each([
    ['Offer another fee', { decision: 'offer', fee: 14_000, message: 'Would this do?' }],
    ['Hand back', { decision: 'hand-back' }],
  ])('sends the decision "%s" as the contract has it', async (label, decision) => {
    await visit.open();
    const item = page.locator('.card').filter({ hasText: 'Ritu Sharma' });
    await item.getByText('Decide', { exact: true }).first().click();
    await item.getByLabel('Decision').selectOption({ label: await optionStarting(item, label) });
    if ('fee' in decision) {
      await item.getByLabel('Fee').fill('14,000');
      await item.getByLabel('What to write').fill('Would this do?');
    }
    await item.getByRole('button', { name: 'Decide' }).click();
    await page.getByText('Decided.').waitFor();
    expect(routes.decideCollaboration.body.parse(visit.lastPost().body)).toEqual(decision);
  });

  test.each([
    ['Snooze', { decision: 'snooze', until: '2026-12-20', because: 'exams' }],
    ['Skip', { decision: 'skip' }],
    ['Take over', { decision: 'take-over', who: 'Meera' }],
  ])('sends the decision "%s" about what nobody was asked', async (label, decision) => {
    await visit.open();
    const item = page.locator('.item').filter({ hasText: 'Influencer 2' });
    await item.getByText('Decide', { exact: true }).first().click();
    await item.getByLabel('Decision').selectOption({ label: await optionStarting(item, label) });
    if ('until' in decision) await item.getByLabel('Until which day').fill('2026-12-20');
    if ('because' in decision) await item.getByLabel('Why').fill('exams');
    if ('who' in decision) await item.getByLabel('Your name').fill('Meera');
    await item.getByRole('button', { name: 'Decide' }).click();
    await page.getByText('Decided.').waitFor();
    expect(routes.decideCollaboration.body.parse(visit.lastPost().body)).toEqual(decision);
  });

  test('offers only what can be decided now', async () => {
    await visit.open();
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
    await visit.open();
    const card = page.locator('.card').filter({ hasText: 'Ritu Sharma' });
    expect(await card.textContent()).toMatch(/we offer ₹12,500 · they ask ₹24,000/);
    expect(await page.getByText('₹1,75,000 are left to promise, up to ₹15,000 for each.').isVisible()).toBe(true);
    const own = page.locator('.card').filter({ hasText: 'The campaign stopped' });
    await own.locator('summary').click();
    await own.getByLabel('What was done').fill('redriven');
    await own.getByRole('button', { name: 'It is done' }).click();
    await page.getByText('Done.').waitFor();
    expect(visit.lastPost()).toMatchObject({
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
    expect(routes.assignMail.body.parse(visit.lastPost().body)).toEqual({
      campaignId: 'winter-barrier-7f3a',
      influencerId: 'i2',
    });
    await page.getByRole('button', { name: 'It belongs nowhere' }).click();
    await page.getByText('The mail is dismissed.').waitFor();
    expect(visit.lastPost().path).toBe('/unmatched-mail/m1/dismiss');
  });

  test('opens the report although no link can carry the token', async () => {
    await visit.open();
    const [tab] = await Promise.all([
      visit.context.waitForEvent('page'),
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

const sights: Readonly<Record<string, () => Promise<void>>> = {
  campaigns: async () => {},
  campaign: () => visit.open(),
  plan: async () => {
    await page.getByRole('link', { name: 'Plan a campaign' }).click();
    await page.getByLabel('or paste the campaign here').fill('name: Monsoon Proof\nsources: []');
    await page.getByRole('button', { name: 'Forecast' }).click();
    await page.getByRole('status').getByText('/brand').waitFor();
  },
  forecast: async () => {
    const example = readFileSync('campaign.example.yaml', 'utf8').replace(
      /^sources:.*?^budget:/ms,
      `${oneSource}budget:`,
    );
    await page.getByLabel('or paste the campaign here').fill(example);
    await page.getByRole('button', { name: 'Forecast' }).click();
    await page.getByRole('heading', { name: 'What it may come to' }).waitFor();
  },
  import: async () => {
    await page.getByRole('link', { name: 'Look at a list' }).click();
    await page.getByLabel('or paste the list here').fill('Name,Konto,Fans\nMeera,meera.glow,4.500');
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.getByRole('heading', { name: 'Columns' }).waitFor();
  },
};
const oneSource = 'sources: [{ kind: profiles, profiles: [{ platform: instagram, handle: meera }] }]\n';

test.each(looks)('is accessible and fits, $width and $scheme', async look => {
  await enter(look);
  const problems: string[] = [];
  for (const [sight, go] of Object.entries(sights)) {
    await go();
    await page.screenshot({
      path: `groundswell-out/screens/console-${sight}-${look.width}-${look.scheme}.png`,
      fullPage: true,
    });
    // What is folded away is read too.
    await page.evaluate('for (const fold of document.querySelectorAll("details")) fold.open = true');
    await page.evaluate(axe);
    const { violations } = await page.evaluate<AxeResults>('axe.run()');
    problems.push(
      ...violations.map(
        ({ id, nodes }) => `${sight}: ${id}: ${nodes.map(node => node.html.slice(0, 200)).join(' | ')}`,
      ),
    );
    if ((await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')) > 0)
      problems.push(`${sight} is too wide`);
  }
  expect(problems).toEqual([]);
  await visit.leave();
});
