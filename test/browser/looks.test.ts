import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mailSamples } from '#shared/email/samples.ts';
import { pageSamples } from '#shared/pages/samples.ts';
import { launchBrowser, looks, openContext } from '#test/support/browser.ts';
import { servePages } from '#test/support/page-server.ts';

/** Ignored by git; to be looked at. */
const screens = 'groundswell-out/screens';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Of the same things in Hindi, the longest are enough. */
const isLooked = ([name]: [string, unknown]): boolean =>
  !name.endsWith('-hi') || ['invitation-hi', 'offer-hi', 'brief-hi'].includes(name);
const sights = [
  ...Object.entries(mailSamples)
    .filter(isLooked)
    .map(([name, show]) => ({
      name: `mail-${name}`,
      show: () => ({ html: show().html, headers: { 'content-type': 'text/html; charset=utf-8' } }),
    })),
  ...Object.entries(pageSamples)
    .filter(isLooked)
    .map(([name, show]) => ({ name: `page-${name}`, show })),
];

let browser: Browser;
let server: Awaited<ReturnType<typeof servePages>>;

beforeAll(async () => {
  mkdirSync(screens, { recursive: true });
  browser = await launchBrowser();
  server = await servePages(({ path }) => {
    const found = sights.find(({ name }) => path === `/${name}`);
    const { html, headers } = found?.show() ?? { html: '', headers: {} };
    return found && { body: html, headers };
  });
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Mails are letters, not pages: they have no landmarks, and a picture in them is a file of the mail. */
const notForMails = ['region', 'landmark-one-main', 'page-has-heading-one'];

describe.each(looks)('$width and $scheme', look => {
  test('everything is accessible, fits the width and loads nothing from elsewhere', async () => {
    const context = await openContext(browser, look);
    const page = await context.newPage();
    const elsewhere: string[] = [];
    page.on('request', request => {
      const url = request.url();
      if (!url.startsWith(server.url) && !url.startsWith('data:') && !url.startsWith('cid:')) elsewhere.push(url);
    });
    const problems: string[] = [];
    for (const { name } of sights) {
      await page.goto(`${server.url}/${name}`);
      await page.screenshot({ path: `${screens}/${name}-${look.width}-${look.scheme}.png`, fullPage: true });
      const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
      if (overflow > 0) problems.push(`${name}: ${overflow}px too wide`);
      // What is folded away is read too.
      await page.evaluate('for (const fold of document.querySelectorAll("details")) fold.open = true');
      // Over the debugging protocol, which the page's policy does not hold back.
      await page.evaluate(axe);
      const { violations } = await page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })');
      for (const { id, nodes } of violations)
        if (!(name.startsWith('mail-') && notForMails.includes(id)))
          problems.push(`${name}: ${id} at ${nodes.map(node => node.html.slice(0, 160)).join(' | ')}`);
    }
    expect(problems).toEqual([]);
    expect(elsewhere).toEqual([]);
    await context.close();
  }, 300_000);
});
