import { fileURLToPath } from 'node:url';
import { load } from 'cheerio';
import { buildSync } from 'esbuild';
import { expect, test } from 'vitest';
import { lighter } from '#infra/aws/bundling.ts';
import type { RenderedMail } from '#shared/email/render.ts';

const entry = `
  import { mailSamples } from './shared/email/samples.ts';
  export const mails = Object.fromEntries(Object.entries(mailSamples).map(([name, render]) => [name, render()]));
`;

async function mailsWith(alias: Record<string, string>): Promise<Record<string, RenderedMail>> {
  const { outputFiles } = buildSync({
    stdin: { contents: entry, resolveDir: fileURLToPath(new URL('../../../', import.meta.url)), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    jsx: 'automatic',
    mainFields: ['module', 'main'],
    define: { 'process.env.NODE_ENV': '"production"' },
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom('file:///');",
    },
    alias,
  });
  const code = Buffer.from(outputFiles[0]?.contents ?? '').toString('base64');
  return (await import(`data:text/javascript;base64,${code}`)).mails;
}

/**
 * What a mail program makes of a mail: elements with their attributes and texts. React moves elements of the head about, tells mail
 * programs to preload `cid:` pictures and leaves out the `px` of a zero; none of that says anything to a reader.
 */
function asRead(html: string): string[] {
  const $ = load(html);
  const said = (selector: string) =>
    $(selector)
      .toArray()
      .map(element => {
        const attributes = Object.entries($(element).attr() ?? {}).map(
          ([name, value]) => `${name}=${name === 'style' ? styleOf(value) : value}`,
        );
        const text = $(element)
          .contents()
          .filter((_, node) => node.type === 'text')
          .text();
        return `${$(element).prop('tagName')} ${attributes.toSorted().join(' ')} ${text}`;
      });
  return [...said('head > :not(link[rel=preload])').toSorted(), ...said('body, body *')];
}

const styleOf = (style: string): string => style.replace(/\b0px\b/g, '0').replace(/;$/, '');

test('the mails that the bundles write read like those of React, to the letter', async () => {
  const [deployed, react] = [await mailsWith(lighter), await mailsWith({})];
  expect(Object.keys(deployed)).toEqual(Object.keys(react));
  for (const [name, mail] of Object.entries(react)) {
    expect(deployed[name]?.text).toBe(mail.text);
    expect(deployed[name]?.subject).toBe(mail.subject);
    expect(asRead(deployed[name]?.html ?? '')).toEqual(asRead(mail.html));
  }
  expect(react).toHaveProperty('invitation');
});
