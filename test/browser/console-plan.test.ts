import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { routes } from '#shared/contracts/http.ts';
import { type ConsoleVisit, openConsole } from './console-visit.ts';
import { evil } from './console-world.ts';

/** What is done before a campaign: forecasting it, launching it, looking at a list; and taking a wrong merge back. */

let visit: ConsoleVisit;
beforeAll(async () => {
  visit = await openConsole();
});
afterAll(() => visit?.close());
beforeEach(() => visit.enter());
afterEach(async () => {
  expect(visit.complaints).toEqual([]);
  await visit.leave();
});

const campaignFile = readFileSync('campaign.example.yaml', 'utf8');
const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
const candidates = file('candidates.csv', 'name,instagram\nMeera,@meera.glow\n');
const blogroll = file('blogroll.opml', '<opml version="2.0"><body/></opml>');

async function forecastExample() {
  const { page } = visit;
  await page.getByRole('link', { name: 'Plan a campaign' }).click();
  await page.getByLabel('A campaign file').setInputFiles(file('campaign.yaml', campaignFile));
  await page.getByRole('button', { name: 'Forecast' }).click();
  await page.getByLabel('The list examples/candidates.csv').setInputFiles(candidates);
  await page.getByLabel('The list examples/blogroll.opml').setInputFiles(blogroll);
  await page.getByRole('button', { name: 'Forecast' }).click();
  await page.getByRole('heading', { name: 'What it may come to' }).waitFor();
}

describe('planning a campaign', () => {
  test('asks for the lists that the file names, and forecasts it with them inside', async () => {
    await forecastExample();
    const { path, body } = visit.lastPost();
    expect(path).toBe('/campaigns/forecast');
    const { sources } = routes.forecastCampaign.body.parse(body);
    expect(sources[0]).toMatchObject({ kind: 'file', name: 'candidates.csv', text: candidates.buffer.toString() });
    expect(sources[1]).toMatchObject({ kind: 'opml', text: blogroll.buffer.toString() });
  });

  test('says what it means, draws the intervals, and tells what all of it rests on', async () => {
    await forecastExample();
    const { page } = visit;
    await page.getByText('To have 20 posts, invite about 115 people').waitFor();
    await page.getByText('1.8% chance of as many agreements as wanted; 100% that the budget is enough').waitFor();
    expect(await page.locator('svg.range').count()).toBe(4);
    const posts = page.getByRole('region', { name: 'Forecast in numbers' }).getByRole('row', { name: /^Posts/ });
    expect(await posts.getByRole('cell').allTextContents()).toEqual(['Posts', '2', '7', '14']);
    await page.getByText('81%').waitFor();
    await page.getByText('Assumptions with their sources').click();
    await page.getByText('A published figure, with where it stands.').waitFor();
  });

  test('draws a longer line for a wider interval, on one scale for all', async () => {
    await forecastExample();
    const [invited, answered] = await visit.page.evaluate<number[]>(
      '[...document.querySelectorAll("svg.range")].map(drawing => drawing.children[1].getBoundingClientRect().width)',
    );
    // 36 to 40, and 5 to 23, of 40.
    expect((answered ?? 0) / (invited ?? 1)).toBeCloseTo(18 / 4, 0);
  });

  test('launches what was forecast after a second yes, however often it is pressed', async () => {
    await forecastExample();
    const { page } = visit;
    const launch = page.getByRole('button', { name: 'Launch this campaign' });
    page.once('dialog', dialog => dialog.dismiss());
    await launch.click();
    const asked: string[] = [];
    page.once('dialog', async dialog => {
      asked.push(dialog.message());
      await dialog.accept();
    });
    await launch.click();
    await page.getByRole('heading', { name: /Winter Barrier/ }).waitFor();
    await page.getByRole('status').getByText('The campaign is launched.').waitFor();
    expect(asked).toEqual([
      expect.stringContaining('Launch “Monsoon Proof Skin” now? It looks for influencers at once'),
    ]);
    const launches = visit.posts().filter(({ path }) => path === '/campaigns');
    expect(launches).toHaveLength(1);
    const { body, key } = launches[0] ?? {};
    expect(routes.launchCampaign.body.parse(body).name).toBe('Monsoon Proof Skin');
    expect(key).toMatch(/^[\da-f-]{36}$/);
  });

  test('forgets the forecast when the campaign is changed', async () => {
    await forecastExample();
    const { page } = visit;
    await page.getByLabel('or paste the campaign here').fill('name: Another');
    await page.getByRole('heading', { name: 'What it may come to' }).waitFor({ state: 'detached' });
    expect(await page.getByRole('button', { name: 'Launch this campaign' }).count()).toBe(0);
  });

  test('says where a campaign file can not be read', async () => {
    const { page } = visit;
    await page.getByRole('link', { name: 'Plan a campaign' }).click();
    await page.getByLabel('or paste the campaign here').fill('name: "no end\nbrand: x');
    await page.getByRole('button', { name: 'Forecast' }).click();
    await page
      .getByRole('status')
      .getByText(/line \d/)
      .waitFor();
  });

  test('a campaign shows what was forecast at its launch beside how far it came', async () => {
    const { page } = visit;
    await visit.open();
    const numbers = page.getByRole('region', { name: 'Forecast in numbers' });
    const row = (name: RegExp) => numbers.getByRole('row', { name }).getByRole('cell').allTextContents();
    expect(await row(/^Invited/)).toEqual(['Invited', '36', '40', '40', '36']);
    expect(await row(/^People reached/)).toEqual(['People reached', '5,800', '21,400', '48,000', '–']);
    expect(await row(/^Spend/)).toEqual(['Spend', '₹4,200', '₹21,500', '₹53,000', '–']);
  });
});

async function previewList() {
  const { page } = visit;
  await page.getByRole('link', { name: 'Look at a list' }).click();
  await page
    .getByLabel('A list')
    .setInputFiles({ ...candidates, name: 'fair.xlsx', buffer: Buffer.from([80, 75, 255]) });
  await page.getByRole('button', { name: 'Preview' }).click();
  await page.getByRole('heading', { name: 'Columns' }).waitFor();
}

describe('looking at a list', () => {
  test('uploads it as it is and shows what was understood, what was not, and its first people', async () => {
    await previewList();
    const { page } = visit;
    const upload = visit.posts().find(({ path }) => path === '/uploads');
    expect(upload?.body).toEqual({
      name: 'fair.xlsx',
      bytes: 3,
      base64: Buffer.from([80, 75, 255]).toString('base64'),
    });
    expect(visit.lastPost().body).toEqual({ upload: 'u-1', name: 'fair.xlsx' });
    await page.getByText('csv: 1 of 2 rows can be used.').waitFor();
    await page.getByText('Numbers are written the German way').waitFor();
    await page.getByText(`no column names a profile ${evil}`).waitFor();
    expect(await page.getByLabel('What the column Fans holds').inputValue()).toBe('instagram followers');
    expect(await page.getByLabel('What the column Konto holds').inputValue()).toBe('ignore');
  });

  test('corrects what a column holds, and keeps the correction as a mapping and as a source', async () => {
    await previewList();
    const { page } = visit;
    await page.getByLabel('What the column Konto holds').selectOption('instagram handle');
    await page.getByRole('button', { name: 'Preview again' }).click();
    await page.getByText('"mapping":{"Konto":"instagram handle"}').waitFor();
    expect(routes.previewImport.body.parse(visit.lastPost().body)).toEqual({
      upload: 'u-1',
      name: 'fair.xlsx',
      mapping: { Konto: 'instagram handle' },
    });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the mapping' }).click(),
    ]);
    expect(JSON.parse(readFileSync(await download.path(), 'utf8'))).toEqual({ Konto: 'instagram handle' });
  });

  test('takes a saved mapping, and a list that is pasted', async () => {
    const { page } = visit;
    await page.getByRole('link', { name: 'Look at a list' }).click();
    await page.getByLabel('A saved mapping').setInputFiles(file('mapping.json', '{"Konto":"handle"}'));
    await page.getByText('1 columns of mapping.json are used.').waitFor();
    await page.getByLabel('or paste the list here').fill('Konto\n@meera');
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.getByRole('heading', { name: 'pasted list' }).waitFor();
    expect(visit.lastPost().body).toMatchObject({ name: 'pasted list', mapping: { Konto: 'handle' } });
  });

  test('a campaign that names the list takes it with its corrections', async () => {
    const { page } = visit;
    await page.getByRole('link', { name: 'Look at a list' }).click();
    await page.getByLabel('A list').setInputFiles(candidates);
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.getByLabel('What the column Konto holds').selectOption('instagram handle');
    await page.getByRole('button', { name: 'Preview again' }).click();
    await page.getByText('"mapping":{').waitFor();
    await page.getByRole('link', { name: 'Plan a campaign' }).first().click();
    await page
      .getByLabel('or paste the campaign here')
      .fill(campaignFile.replace(/^ {2}- kind: opml.*\n.*blogroll.*\n/m, ''));
    await page.getByRole('button', { name: 'Forecast' }).click();
    await page.getByRole('heading', { name: 'What it may come to' }).waitFor();
    const { sources } = routes.forecastCampaign.body.parse(visit.lastPost().body);
    expect(sources[0]).toMatchObject({ text: candidates.buffer.toString(), mapping: { Konto: 'instagram handle' } });
  });

  test('says what to do with a list that is too large to send', async () => {
    const { page } = visit;
    await page.getByRole('link', { name: 'Look at a list' }).click();
    await page.getByLabel('A list').setInputFiles(file('big.csv', 'x'.repeat(3 * 1024 * 1024 + 1)));
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.getByRole('status').getByText('big.csv is larger than 3 MB').waitFor();
    expect(visit.posts()).toEqual([]);
  });
});

describe('a wrong merge', () => {
  test('is taken back after its evidence and a second yes', async () => {
    const { page } = visit;
    await visit.open();
    await page.getByText('Is this one person?').click();
    await page.getByText(`the same e-mail address: list.csv line 2 ${evil}, list.csv line 3`).waitFor();
    const split = page.getByRole('button', { name: 'Split' });
    await split.click();
    await page.getByRole('status').getByText('Choose some of the profiles, but not all').waitFor();
    await page.getByLabel('@RituVlogs (youtube)').check();
    page.once('dialog', dialog => dialog.dismiss());
    await split.click();
    const asked: string[] = [];
    page.once('dialog', async dialog => {
      asked.push(dialog.message());
      await dialog.accept();
    });
    await split.click();
    await page.getByRole('status').getByText('Candidate 1 and Candidate 3 are two people now.').waitFor();
    expect(asked).toEqual([expect.stringContaining('Is @RituVlogs (youtube) really somebody else than Candidate 1?')]);
    expect(visit.posts()).toMatchObject([
      {
        path: '/campaigns/winter-barrier-7f3a/candidates/i1/split',
        body: { profiles: [{ platform: 'youtube', handle: '@RituVlogs' }] },
      },
    ]);
  });

  test('is not asked about who has one profile', async () => {
    await visit.open();
    expect(await visit.page.getByText('Is this one person?').count()).toBe(1);
  });
});
