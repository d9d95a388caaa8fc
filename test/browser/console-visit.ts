import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type Look, launchBrowser, looks, openContext } from '#test/support/browser.ts';
import { servePages } from '#test/support/page-server.ts';
import { consoleWorld, goodToken } from './console-world.ts';

/** The console in a browser, entered with a good token; what it asks and what the browser complains about are kept. */
export async function openConsole() {
  const browser: Browser = await launchBrowser();
  const server = await servePages(consoleWorld);
  let context: BrowserContext;
  let current: Page;
  let complaints: string[] = [];
  let askedBefore = 0;

  const posts = () =>
    server.asked
      .slice(askedBefore)
      .filter(one => one.method === 'POST')
      .map(({ path, body, headers }) => ({ path, body: JSON.parse(body), key: headers['idempotency-key'] }));

  return {
    get page() {
      return current;
    },
    get context() {
      return context;
    },
    get complaints() {
      return complaints;
    },
    async enter(look: Look | undefined = looks[0]) {
      if (!look) throw new Error('There is no look to open the console in.');
      context = await openContext(browser, look);
      current = await context.newPage();
      complaints = [];
      askedBefore = server.asked.length;
      current.on('pageerror', error => complaints.push(error.message));
      current.on('console', message => {
        // A refused request is also told to the developer's console; that is not a fault of the page.
        if (message.type() === 'error' && !message.text().includes('status of')) complaints.push(message.text());
      });
      await current.goto(`${server.url}/console`);
      await current.getByLabel('API token').fill(goodToken);
      await current.getByRole('button', { name: 'Enter' }).click();
      await current.getByRole('heading', { name: 'Campaigns' }).waitFor();
    },
    /** Goes to the one campaign that there is. */
    async open() {
      await current.getByRole('link', { name: /Winter Barrier/ }).click();
      await current.getByRole('heading', { name: 'Collaborations' }).waitFor();
    },
    /** What was sent since the entry. */
    posts,
    lastPost: () => posts().at(-1) ?? { path: undefined, body: null, key: undefined },
    leave: () => context.close(),
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

export type ConsoleVisit = Awaited<ReturnType<typeof openConsole>>;
