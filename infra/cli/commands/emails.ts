import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as z from 'zod';
import { chartAssets } from '#shared/charts/assets.ts';
import { campaignSpec } from '#shared/contracts/campaign-spec.ts';
import { consoleAssets } from '#shared/pages/console/assets.ts';
import { bundleForNode } from '../bundle-for-node.ts';
import { readCampaignFile, resolveFiles } from '../campaign-file.ts';
import { toolArguments } from '../tool-arguments.ts';

const usage = `Usage: npm run emails -- [--campaign FILE.yaml] [--port N] [--out FOLDER]
Every mail and page with its sample, wide and narrow, light and dark, on a local port; a reload shows changes. A campaign shows its own
words (outreach.messages) instead of sample ones; --out writes files and starts nothing.`;

interface Gallery {
  readonly ownSamples: (outreach: object, campaign: object) => Readonly<Record<string, () => Mail>>;
  readonly mailSamples: Readonly<Record<string, () => Mail>>;
  readonly pageSamples: Readonly<Record<string, () => { html: string }>>;
  readonly sampleMailPictures: () => Promise<readonly { cid: string; content: Uint8Array }[]>;
}

interface Mail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

interface Exhibit {
  readonly name: string;
  readonly subject?: string;
  readonly html: string;
  readonly text?: string;
}

const root = fileURLToPath(new URL('../../../', import.meta.url));
const cache = join(root, 'node_modules/.cache/groundswell-emails');

const entry = `
  export { mailSamples } from './shared/email/samples.ts';
  export { pageSamples } from './shared/pages/samples.ts';
  export { ownSamples } from './shared/email/own-samples.ts';
  import { mailPictures } from './shared/charts/mail-pictures.ts';
  import { sampleReport } from './shared/email/sample-report.ts';
  export const sampleMailPictures = () => mailPictures(sampleReport, 'Asia/Kolkata');
`;

/** Node runs no .tsx, so the templates are bundled first; the number makes each build a module of its own. */
async function build(number: number): Promise<Gallery> {
  const outfile = join(cache, `gallery-${number}.mjs`);
  bundleForNode(entry, outfile);
  const { resolve } = createRequire(import.meta.url);
  for (const { from, name } of chartAssets) copyFileSync(resolve(from), join(cache, name));
  for (const name of consoleAssets) copyFileSync(join(root, 'shared/pages/console', name), join(cache, name));
  return (await import(pathToFileURL(outfile).href)) as Gallery;
}

async function exhibits(gallery: Gallery, own: OwnWordsOf): Promise<Exhibit[]> {
  const mailSamples = own
    ? { ...withoutOwn(gallery.mailSamples), ...gallery.ownSamples(...(await own())) }
    : gallery.mailSamples;
  const pictures = await gallery.sampleMailPictures();
  const withPictures = (html: string) =>
    pictures.reduce(
      (page, { cid, content }) =>
        page.replaceAll(`cid:${cid}`, `data:image/png;base64,${Buffer.from(content).toString('base64')}`),
      html,
    );
  return [
    ...Object.entries(mailSamples)
      .toSorted(byName)
      .map(([name, show]) => {
        const mail = show();
        return { ...mail, name: `mail-${name}`, html: withPictures(mail.html) };
      }),
    ...Object.entries(gallery.pageSamples).map(([name, show]) => ({ name: `page-${name}`, html: show().html })),
  ];
}

const withoutOwn = (samples: Gallery['mailSamples']): Gallery['mailSamples'] =>
  Object.fromEntries(Object.entries(samples).filter(([name]) => !/-own(-|$)/.test(name)));

/** A campaign's own words beside ours. */
const byName = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1);

type OwnWordsOf = (() => Promise<[outreach: object, campaign: object]>) | undefined;

/** Read anew for every picture, so that a reload shows a changed file; its lists do not matter here. */
const ownWordsOf = (path: string | undefined): OwnWordsOf =>
  path === undefined
    ? undefined
    : async () => {
        const given = await resolveFiles(readCampaignFile(path), async () => ({ text: 'not looked at' }));
        const { success, data, error } = campaignSpec.safeParse(given);
        if (!success) throw new Error(`${path} can not be launched.\n${z.prettifyError(error)}`);
        const { brand, outreach, name, period, budget } = data;
        const { postalAddress, website, about } = brand;
        return [
          outreach,
          {
            brand: { name: brand.name, website, ...(about !== undefined && { about }) },
            sender: outreach.sender,
            campaign: { name, startsOn: period.startsOn, endsOn: period.endsOn },
            currency: budget.currency,
            postalAddress,
          },
        ];
      };

/** A frame follows the browser's scheme; to see both at once, the condition itself is answered. */
const inScheme = (html: string, scheme: string | null): string =>
  scheme === null ? html : html.replaceAll('(prefers-color-scheme:dark)', scheme === 'dark' ? 'all' : 'not all');

const text = (words: string): string => words.replace(/[&<>]/g, sign => `&#${sign.charCodeAt(0)};`);

const sheet = (title: string, body: string): string =>
  `<!doctype html><meta charset="utf-8"><title>${text(title)}</title><style>body{font:15px/1.5 system-ui;margin:24px;background:#ddd}
.row{display:flex;gap:16px;align-items:flex-start}iframe{border:0;height:2400px;background:#fff;flex:none}pre{background:#fff;padding:16px;max-width:80ch;overflow:auto}</style>${body}`;

const frames = [
  ['light', 760],
  ['light', 390],
  ['dark', 390],
  ['dark', 760],
] as const;

const wall = ({ name, subject, text: plain }: Exhibit): string =>
  sheet(
    name,
    `<p><a href="/">All</a></p><h1>${text(subject ?? name)}</h1><div class="row">${frames
      .map(
        ([scheme, width]) =>
          `<iframe title="${name}, ${scheme}" width="${width}" src="/raw/${name}?scheme=${scheme}"></iframe>`,
      )
      .join('')}</div>${plain === undefined ? '' : `<h2>Text part</h2><pre>${text(plain)}</pre>`}`,
  );

const index = (all: readonly Exhibit[], href: (name: string) => string): string =>
  sheet(
    'E-mails and pages',
    `<ul>${all.map(({ name, subject }) => `<li><a href="${href(name)}">${name}</a> ${text(subject ?? '')}</li>`).join('')}</ul>`,
  );

function serve(port: number, own: OwnWordsOf): void {
  let builds = 0;
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    try {
      const isRaw = pathname.startsWith('/raw/');
      const all = await exhibits(await build(isRaw ? builds : ++builds), own);
      const found = all.find(({ name }) => name === pathname.replace(/^\/(raw\/)?/, ''));
      const body = !found
        ? index(all, name => `/${name}`)
        : isRaw
          ? inScheme(found.html, searchParams.get('scheme'))
          : wall(found);
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body);
    } catch (error) {
      response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' }).end(String(error));
    }
  });
  server.listen(port, '127.0.0.1', () => {
    console.log(`E-mails and pages: http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  });
}

async function write(directory: string, own: OwnWordsOf): Promise<void> {
  const all = await exhibits(await build(0), own);
  mkdirSync(directory, { recursive: true });
  for (const { name, subject, html, text: plain } of all) {
    writeFileSync(join(directory, `${name}.html`), html);
    if (plain !== undefined) writeFileSync(join(directory, `${name}.txt`), `Subject: ${subject}\n\n${plain}\n`);
  }
  writeFileSync(
    join(directory, 'index.html'),
    index(all, name => `${name}.html`),
  );
  console.log(`${all.length} e-mails and pages are in ${directory}`);
}

if (import.meta.main) {
  const { values } = toolArguments(usage, {
    campaign: { type: 'string' },
    out: { type: 'string' },
    port: { type: 'string', default: '4080' },
  });
  mkdirSync(cache, { recursive: true });
  const own = ownWordsOf(values.campaign);
  if (values.out === undefined) serve(Number(values.port), own);
  else await write(values.out, own);
}
