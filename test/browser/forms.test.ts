import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { briefAnswer } from '#shared/pages/brief-form.ts';
import { offerAnswer } from '#shared/pages/offer-form.ts';
import { pageSamples } from '#shared/pages/samples.ts';
import { launchBrowser, openContext } from '#test/support/browser.ts';
import { servePages } from '#test/support/page-server.ts';

/** Every form is filled in with scripts switched off, on a phone, under the page's own policy. */

let browser: Browser;
let context: BrowserContext;
let page: Page;
let server: Awaited<ReturnType<typeof servePages>>;

beforeAll(async () => {
  browser = await launchBrowser();
  server = await servePages(({ path }) => {
    const sample = pageSamples[path.slice(1)]?.();
    return sample && { body: sample.html, headers: sample.headers };
  });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});
beforeEach(async () => {
  context = await openContext(browser, { width: 'phone', scheme: 'light', javaScript: false });
  page = await context.newPage();
});
afterEach(() => context.close());

const posted = (): Record<string, string> => {
  const last = server.asked.findLast(one => one.method === 'POST');
  expect(last?.headers['content-type']).toBe('application/x-www-form-urlencoded');
  return Object.fromEntries(new URLSearchParams(last?.body));
};

describe('the offer page', () => {
  beforeEach(() => page.goto(`${server.url}/offer`).then(() => undefined));

  test('accepts exactly the offer that was shown', async () => {
    await page.getByRole('button', { name: 'Accept the offer' }).click();
    expect(offerAnswer.parse(posted())).toEqual({ answer: 'accept', version: 'v1' });
  });

  test('takes another fee', async () => {
    await page.getByText('Propose another fee').click();
    await page.getByLabel('Your fee for all of it').fill('₹18,000');
    await page.locator('details[open]').getByRole('button', { name: 'Send' }).click();
    expect(offerAnswer.parse(posted())).toEqual({
      answer: 'counter',
      version: 'v1',
      amount: '₹18,000',
      note: undefined,
    });
  });

  test('books one of the offered times', async () => {
    await page.getByText('Book a call').click();
    await page.getByLabel('Thursday, 26 November, 3:00 – 3:20 pm IST').check();
    await page.getByRole('button', { name: 'Book this time' }).click();
    expect(offerAnswer.parse(posted())).toEqual({ answer: 'call', slot: '2026-11-26T09:30:00Z' });
  });

  test('takes a question', async () => {
    await page.getByText('Ask a question').click();
    await page.getByLabel('Your question').fill('May I film in Hindi?\nAnd in Marathi?');
    await page.locator('details[open]').getByRole('button', { name: 'Send' }).click();
    expect(offerAnswer.parse(posted())).toEqual({
      answer: 'question',
      question: 'May I film in Hindi?\r\nAnd in Marathi?',
    });
  });

  test('takes case studies, numbers, working model, exclusivity and rate', async () => {
    await page.getByText('Tell us about your work').click();
    await page.getByLabel('Past collaborations').fill('https://a.example/reel');
    await page.getByLabel('What they brought').fill('40,000 views, 120 orders');
    await page.getByLabel('A smaller fee and a share').check();
    await page.getByLabel('Are you under an exclusivity agreement').fill('no');
    await page.getByLabel('Your usual rate').fill('15k');
    await page.locator('details[open]').getByRole('button', { name: 'Send' }).click();
    expect(offerAnswer.parse(posted())).toEqual({
      answer: 'details',
      caseStudies: 'https://a.example/reel',
      numbers: '40,000 views, 120 orders',
      model: 'mixed',
      exclusivity: 'no',
      rate: '15k',
    });
  });

  test('takes a no, with or without a reason', async () => {
    await page.getByText('No, thank you').click();
    await page.getByRole('button', { name: 'Decline the offer' }).click();
    expect(offerAnswer.parse(posted())).toEqual({ answer: 'decline', because: 'other', note: undefined });
  });

  test('does not send an empty fee', async () => {
    const before = server.asked.length;
    await page.getByText('Propose another fee').click();
    await page.locator('details[open]').getByRole('button', { name: 'Send' }).click();
    expect(server.asked.slice(before).filter(one => one.method === 'POST')).toEqual([]);
  });

  test('shows what was wrong at the field, with what had been written', async () => {
    await page.goto(`${server.url}/offer-problem`);
    const amount = page.getByLabel('Your fee for all of it');
    expect(await amount.isVisible()).toBe(true);
    expect(await amount.inputValue()).toBe('a lot');
    expect(await amount.getAttribute('aria-invalid')).toBe('true');
  });
});

describe('the brief page', () => {
  test('confirms', async () => {
    await page.goto(`${server.url}/brief`);
    await page.getByRole('button', { name: 'Confirm the brief' }).click();
    expect(briefAnswer.parse(posted())).toEqual({ answer: 'confirm' });
  });

  test('takes the address of the post', async () => {
    await page.goto(`${server.url}/brief-confirmed`);
    await page.getByLabel('Address of the published post').fill('https://www.instagram.com/reel/abc/');
    await page.getByRole('button', { name: 'Hand in' }).click();
    expect(briefAnswer.parse(posted())).toEqual({ answer: 'post', url: 'https://www.instagram.com/reel/abc/' });
  });

  test('takes a draft: a link, the text, or both', async () => {
    await page.goto(`${server.url}/brief-draft-asked`);
    await page.getByLabel('Link to the draft').fill('https://drive.google.com/file/d/1');
    await page.getByRole('button', { name: 'Hand in the draft' }).click();
    expect(briefAnswer.parse(posted())).toEqual({ answer: 'draft', link: 'https://drive.google.com/file/d/1' });
    await page.goto(`${server.url}/brief-draft-changes`);
    await page.getByLabel('Text, or anything').fill('#ad Two weeks with it.');
    await page.getByRole('button', { name: 'Hand in the draft' }).click();
    expect(briefAnswer.parse(posted())).toEqual({ answer: 'draft', text: '#ad Two weeks with it.' });
  });

  test('takes another version of a draft, and the post of who has published all the same', async () => {
    await page.goto(`${server.url}/brief-draft-handed-in`);
    await page.getByText('Hand in another version').click();
    await page.getByLabel('Text, or anything').fill('#ad Better light.');
    await page.getByRole('button', { name: 'Hand in the draft' }).click();
    expect(briefAnswer.parse(posted())).toEqual({ answer: 'draft', text: '#ad Better light.' });
    await page.goto(`${server.url}/brief-draft-handed-in`);
    await page.getByText('It is published already').click();
    await page.getByLabel('Address of the published post').fill('https://www.instagram.com/reel/C9x2k1mQ/');
    await page.getByRole('button', { name: 'Hand in', exact: true }).click();
    expect(briefAnswer.parse(posted())).toMatchObject({ answer: 'post' });
  });

  test('keeps what was written where a draft is not understood', async () => {
    await page.goto(`${server.url}/brief-draft-problem`);
    const link = page.getByLabel('Link to the draft');
    expect([await link.inputValue(), await link.getAttribute('aria-invalid')]).toEqual(['my drive', 'true']);
  });
});

test('the unsubscribe page changes nothing until its one button is pressed, which posts what RFC 8058 names', async () => {
  await page.goto(`${server.url}/unsubscribe`);
  expect(server.asked.at(-1)?.method).toBe('GET');
  await page.getByRole('button').click();
  expect(posted()).toEqual({ 'List-Unsubscribe': 'One-Click' });
});

test.each(Object.keys(pageSamples).filter(name => name !== 'console'))('%s has no script at all', async name => {
  expect(pageSamples[name]?.().html).not.toContain('<script');
});
