import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchBrowser, looks, openContext } from '#test/support/browser.ts';
import { evil, startFaceWorld, startMs } from './face-world.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const day = 86_400_000;

let browser: Browser;
let world: Awaited<ReturnType<typeof startFaceWorld>>;
let context: BrowserContext;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  [browser, world] = await Promise.all([launchBrowser(), startFaceWorld()]);
});
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

async function open(look = looks[0]): Promise<void> {
  if (!look) return;
  context = await openContext(browser, look);
  page = await context.newPage();
  complaints = [];
  page.on('pageerror', error => complaints.push(error.message));
}
const go = (path: string) => page.goto(new URL(path, world.face.url).href);
const executionPath = () => `/execution/${encodeURIComponent(world.waiting)}`;
const cell = (text: string) => page.locator('td').filter({ hasText: text }).first();

describe('the page of the local cloud', () => {
  beforeEach(() => open());
  afterEach(async () => {
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('finds executions by machine, status and name', async () => {
    await go('/executions');
    expect(await page.locator('tbody tr').count()).toBe(2);
    await page.getByLabel('Status').selectOption('failed');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(await page.locator('tbody tr').allTextContents()).toEqual([expect.stringContaining('failing-one')]);
    await page.getByLabel('Status').selectOption('');
    await page.getByLabel('Part of the name').fill('WAIT');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(await page.locator('tbody tr').allTextContents()).toEqual([expect.stringContaining('waiting-one')]);
  });

  test('draws the way that was taken and marks where an execution stands', async () => {
    await go(executionPath());
    const state = (name: string) => page.locator('svg.diagram g.state').filter({ hasText: name }).last();
    const has = async (name: string, sign: string) =>
      (await state(name).getAttribute('class'))?.split(' ').includes(sign);
    expect(await has('Ask somebody', 'standing')).toBe(true);
    expect(await has('Rest', 'standing')).toBe(true);
    expect(await has('Look at each thing', 'standing')).toBe(false);
    expect(await has('Fail loudly', 'visited')).toBe(false);
    expect(await page.locator('.edge.taken').count()).toBe(2);
    expect(await page.locator('svg.diagram').getAttribute('aria-label')).toContain('Now in: Ask somebody, Rest.');
    await cell('waits for an answer').waitFor();
    await cell('waits for a time').waitFor();
  });

  test('begins a picture wider than its frame where the execution stands, or fits it into the page', async () => {
    await page.setViewportSize({ width: 260, height: 500 });
    await go(executionPath());
    const places = () =>
      page.evaluate<number[]>(
        '[".standing:not(.outer)", "#picture .scroll"].flatMap(one => { const { left, right } = document.querySelector(one).getBoundingClientRect(); return [left, right]; })',
      );
    const [left = 0, right = 0, frameLeft = 0, frameRight = 0] = await places();
    expect(left + right).toBeCloseTo(frameLeft + frameRight, -2);
    await page.getByRole('link', { name: 'as wide as the page' }).click();
    await page.waitForURL('**?size=fit');
    await page.locator('.fit').waitFor();
    const isWider = '(box => box.scrollWidth > box.clientWidth)(document.querySelector("#picture .scroll"))';
    expect(await page.evaluate(isWider)).toBe(false);
  });

  test('marks the state that failed, and shows why', async () => {
    await go(`/execution/${encodeURIComponent(world.failed)}`);
    expect(await page.locator('.state.failed').allTextContents()).toEqual([expect.stringContaining('Fail loudly')]);
    await page.getByText('OutOfCheese', { exact: true }).first().waitFor();
  });

  test('counts the executions of a Distributed Map and leads to them', async () => {
    await go(executionPath());
    const counts = await page.locator('#children dl > div').allTextContents();
    expect(counts).toEqual(['succeeded2', 'failed1', 'in all3']);
    await page.locator('#children a').click();
    await page.getByRole('link', { name: 'failed' }).click();
    expect(await page.locator('tbody tr').count()).toBe(1);
    await page.locator('tbody a').click();
    expect(await page.locator('.state.failed').count()).toBe(1);
    expect(await page.locator('#facts').textContent()).toContain('child of waiting-one');
  });

  test('never shows a task token', async () => {
    const [, token = ''] =
      /"token":"([^"]+)"/.exec(
        world.cloud.functions
          .list()
          .map(one => one.event)
          .join(),
      ) ?? [];
    expect(token.length).toBeGreaterThan(40);
    const invocation = world.cloud.functions.list().find(one => one.event.includes(token))?.requestId;
    for (const path of ['/', '/waiting', '/log', executionPath(), `/invocation/${invocation}`]) {
      await go(path);
      expect(await page.content(), path).not.toContain(token.slice(4, 60));
    }
    await page
      .getByText(/task token …/)
      .first()
      .waitFor();
    await go('/waiting');
    await cell('Ask somebody').waitFor();
  });

  test('shows what a function was given, answered and logged, and who called it', async () => {
    await go('/log');
    await page.getByLabel('only failures').check();
    await page.getByRole('button', { name: 'Show' }).click();
    expect(await page.locator('tbody tr').count()).toBe(2);
    await page.locator('tbody tr').filter({ hasText: 'failing-one' }).getByRole('link').first().click();
    await page.getByText('no cheddar left').waitFor();
    expect(await page.getByText('called by Fail loudly of').isVisible()).toBe(true);
  });

  test('shows timers by their names', async () => {
    await go('/timers');
    await cell('errand waiting-one: Rest').waitFor();
  });

  test('shows what lies in queues and what grants were not used', async () => {
    await go('/queues');
    await page.getByText('dead-letters').waitFor();
    await page.locator('details').first().click();
    await page.getByText('"lost": true').waitFor();
    await go('/grants');
    await page.getByText('Nothing was refused.').waitFor();
    await go('/counters');
    await page.getByRole('heading', { name: 'Functions' }).waitFor();
  });

  test('shows a mail without letting anything in it run, load or send', async () => {
    await go('/inbox');
    await page.getByRole('link', { name: 'An offer for you' }).click();
    const mail = page.frameLocator('iframe');
    await mail.getByText('Hello Meera').waitFor();
    await mail.getByRole('button', { name: 'Press' }).click();
    await page.waitForTimeout(100);
    expect(world.tracker.asked).toEqual([]);
    expect(world.clock.isPaused).toBe(true);
    expect(await page.title()).toContain('An offer for you');
    const frame = page.frames().at(-1);
    expect(await frame?.locator('title').textContent()).toBe('x');
    const source = await context.request.get(`${world.face.url}eml/${world.cloud.mail.list()[0]?.id}`);
    expect(source.headers()['content-type']).toBe('message/rfc822');
    expect(await source.text()).toContain('Subject: An offer for you');
  });

  test('answers a mail in its recipient’s place', async () => {
    await go('/inbox');
    await page.getByRole('link', { name: 'An offer for you' }).click();
    await page.getByLabel('Your words').fill('Yes, gladly.');
    await page.getByRole('button', { name: 'Send the answer' }).click();
    await page.waitForLoadState();
    const answer = world.cloud.mail.received().at(-1);
    expect(answer).toMatchObject({ envelopeFrom: 'meera@people.example', recipients: ['r+1@reply.brand.example'] });
    expect(world.cloud.mail.receivedRaw(answer?.id ?? '').toString()).toMatch(/In-Reply-To:\s+<.+@.+>/);
    await go('/inbox');
    await page.getByRole('link', { name: 'Re: An offer for you' }).waitFor();
  });

  test('shows strangers’ words as words', async () => {
    await go('/inbox');
    await page.getByText(evil).waitFor();
    expect(await page.locator('main img').count()).toBe(0);
    expect(await cell(evil).getByText('refused').isVisible()).toBe(true);
    await go(executionPath());
    expect(await page.locator('main img').count()).toBe(0);
  });

  test('follows what happens, and its clock obeys', async () => {
    await go(executionPath());
    const time = () => world.clock.now() - startMs;
    expect(time()).toBe(0);
    await page.locator('#history details').first().click();
    await page.getByRole('button', { name: '+1 day' }).click();
    await page.locator('#clock').getByText('2026-11-24 09:00:00').waitFor();
    expect(time()).toBe(day);
    await page.getByRole('button', { name: 'Next timer' }).click();
    await page.locator('#places td').filter({ hasText: 'Rest' }).waitFor({ state: 'detached' });
    expect(time()).toBe(3 * day);
    expect(await page.locator('#history details[open]').count()).toBe(1);
    await page.getByLabel('Pace').selectOption('x600');
    await page.getByRole('button', { name: 'Set' }).click();
    await page.getByRole('button', { name: 'Resume' }).click();
    await page.locator('#clock').getByText('x600').waitFor();
    expect([world.clock.pace, world.clock.isPaused]).toEqual([600, false]);
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('button', { name: 'Resume' }).waitFor();
    expect(world.clock.isPaused).toBe(true);
  });

  test('takes orders for the clock over its API and from nobody else', async () => {
    const { request } = context;
    const post = (data: object, headers = {}) => request.post(`${world.face.url}api/clock`, { data, headers });
    const answer = await post({ action: 'step', byMs: 1000 });
    expect(await answer.json()).toMatchObject({ paused: true, pace: 600 });
    expect((await post({ action: 'step', byMs: -5 })).status()).toBe(400);
    expect((await post({ action: 'explode' })).status()).toBe(400);
    expect((await post({ action: 'pause' }, { origin: 'https://evil.example' })).status()).toBe(403);
    const elsewhere = await request.get(world.face.url, { headers: { host: 'evil.example' } });
    expect(elsewhere.status()).toBe(421);
    expect((await request.get(`${world.face.url}nowhere`)).status()).toBe(404);
  });

  test('works with the keyboard alone', async () => {
    await go('/');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(url => url.hash === '#content');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.closest("main") !== null')).toBe(true);
  });
});

test.each(looks)('is accessible and fits, $width and $scheme', async look => {
  await open(look);
  const invocation = world.cloud.functions.list({ failedOnly: true })[0]?.requestId;
  const mail = world.cloud.mail.list()[0]?.id;
  const mapRun = world.cloud.engine.listMapRuns(world.waiting)[0]?.mapRunArn ?? '';
  const sights = {
    overview: '/',
    executions: '/executions',
    execution: executionPath(),
    failed: `/execution/${encodeURIComponent(world.failed)}`,
    'map-run': `/map-run/${encodeURIComponent(mapRun)}`,
    waiting: '/waiting',
    timers: '/timers',
    inbox: '/inbox',
    mail: `/mail/${mail}`,
    log: '/log',
    invocation: `/invocation/${invocation}`,
    queues: '/queues',
    grants: '/grants',
    counters: '/counters',
  };
  const problems: string[] = [];
  for (const [name, path] of Object.entries(sights)) {
    await go(path);
    await page.screenshot({
      path: `groundswell-out/screens/face-${name}-${look.width}-${look.scheme}.png`,
      fullPage: true,
    });
    await page.evaluate('for (const fold of document.querySelectorAll("details")) fold.open = true');
    await page.evaluate(axe);
    // The mail in its frame is somebody else's page.
    const { violations } = await page.evaluate<AxeResults>('axe.run({ exclude: ["iframe"] }, { iframes: false })');
    problems.push(
      ...violations.map(({ id, nodes }) => `${name} ${id}: ${nodes.map(node => node.html.slice(0, 200)).join(' | ')}`),
    );
    if ((await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')) > 0)
      problems.push(`${name} is too wide`);
  }
  expect(problems).toEqual([]);
  await context.close();
});
