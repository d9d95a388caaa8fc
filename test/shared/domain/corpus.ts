import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** Public test data beside the checkout; tests that need it skip where it is absent. */
const folder = new URL('../../../../shared/corpora/', import.meta.url);

export const hasCorpora = existsSync(folder);

export interface CorpusRow<Input, Expected> {
  readonly id: string;
  readonly input: Input;
  readonly expected: Expected;
}

/** Nothing where the data is absent: the bodies of skipped suites are read all the same. */
export function corpusRows<Input, Expected>(name: string): CorpusRow<Input, Expected>[] {
  if (!hasCorpora) return [];
  const text = gunzipSync(readFileSync(new URL(`${name}.jsonl.gz`, folder))).toString('utf8');
  return text
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));
}
