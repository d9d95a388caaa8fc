import { readdirSync } from 'node:fs';
import { readRows, UnreadableCorpus } from '../corpora/read-rows.ts';
import type { CorpusScore, CorpusScorer } from '../corpora/scorer.ts';
import { table, terminal } from '../terminal.ts';
import { misused, toolArguments } from '../tool-arguments.ts';

const folder = new URL('../corpora/', import.meta.url);
const helpers = new Set(['scorer', 'read-rows', 'mail-rows']);

const kinds = (): string[] =>
  readdirSync(folder)
    .filter(file => file.endsWith('.ts'))
    .map(file => file.slice(0, -'.ts'.length))
    .filter(kind => !helpers.has(kind));

// The corpora's own file names are understood too.
const aliases: Readonly<Record<string, string>> = {
  'ses-docs': 'ses-events',
  'shop-payloads': 'shop',
  'social-api': 'social',
};
const kindOf = (word = ''): string => {
  const kind = word.replaceAll('_', '-');
  return aliases[kind] ?? kind;
};

const usage = (): string =>
  `Usage: npm run corpora -- KIND FILE.jsonl[.gz] [--json]\nScores one corpus file and prints the rate per source. Kinds: ${kinds().join(', ')}`;

const rate = (passed: number, total: number): string =>
  total === 0 ? '-' : `${((100 * passed) / total).toFixed(1)} %`;

const MAX_FAILED_SHOWN = 40;

/** A table for people: each source, the total, what else was counted, and the cases that failed. */
function linesOf({ bySource, total, passed, extra = {}, failed }: CorpusScore): string[] {
  const sources = Object.entries(bySource).map(([source, one]) => [
    source,
    `${one.passed} of ${one.total}`,
    rate(one.passed, one.total),
  ]);
  const shown = failed.slice(0, MAX_FAILED_SHOWN).map(({ id, why }) => `  ${id}: ${why}`);
  const hidden = failed.length - shown.length;
  return [
    ...table([['source', 'passed', 'rate'], ...sources, ['total', `${passed} of ${total}`, rate(passed, total)]]),
    ...Object.entries(extra).map(([name, count]) => `${name}: ${count}`),
    ...(failed.length > 0 ? ['', 'Failed:', ...shown] : []),
    ...(hidden > 0 ? [`  … and ${hidden} more (--json lists all)`] : []),
  ];
}

async function main(): Promise<number> {
  const { values, positionals } = toolArguments(
    usage(),
    { json: { type: 'boolean', default: false } },
    { allowPositionals: true },
  );
  const [word, file] = positionals;
  const kind = kindOf(word);
  if (!file || !kinds().includes(kind))
    return misused(file ? `There is no kind ${word}.` : 'A file is missing.', usage());
  const { score } = (await import(new URL(`${kind}.ts`, folder).href)) as { score: CorpusScorer };
  const result = await score(readRows(file));
  terminal(values).result(result, linesOf(result));
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  // A corpus of another shape than its kind says ends here too.
  console.error(error instanceof UnreadableCorpus || error instanceof TypeError ? error.message : error);
  process.exitCode = 1;
}
