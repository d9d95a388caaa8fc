import { readFileSync } from 'node:fs';
import { count } from '#shared/domain/words.ts';
import { connect } from '../api.ts';
import { CliError } from '../exit-codes.ts';
import { type ApiOptions, apiSettings } from '../settings.ts';
import { table, terminal } from '../terminal.ts';

export interface SuppressOptions extends ApiOptions {
  readonly json?: boolean;
  readonly because: 'imported' | 'unsubscribe' | 'complaint' | 'erasure';
}

interface Found {
  readonly line: number;
  readonly address: string;
}

/** As many as the route takes in one request. */
const atOnce = 1000;

/** Suppresses every address of a file, whatever its other columns; says which lines held none that can be one. */
export async function suppress(file: string, { because, ...options }: SuppressOptions): Promise<void> {
  const api = connect(apiSettings(options));
  const out = terminal(options);
  const found = addressesIn(readText(file));
  if (found.length === 0) throw new CliError('refused', `${file} holds no e-mail address.`);
  const refused: { line: number; address: string; because: string }[] = [];
  let suppressed = 0;
  for (let from = 0; from < found.length; from += atOnce) {
    const part = found.slice(from, from + atOnce);
    const addresses = part.map(({ address }) => address);
    const answer = await api.call('suppressAddresses', { body: { addresses, because } });
    suppressed += answer.suppressed;
    for (const { index, because: why } of answer.refused) {
      const one = part[index];
      if (one) refused.push({ ...one, because: why });
    }
    out.progress(`${count(Math.min(from + atOnce, found.length))} of ${count(found.length)} addresses`);
  }
  out.result({ suppressed, refused }, [
    `${count(suppressed)} addresses are never written to again.`,
    ...(refused.length > 0 ? ['Not taken:'] : []),
    ...table(refused.map(({ line, address, because: why }) => [`  line ${line}`, address, why])),
  ]);
}

/** Whatever holds an @ between spaces, quotes, brackets and separators. */
const addressesIn = (text: string): Found[] =>
  text.split(/\r\n?|\n/).flatMap((row, index) =>
    row
      .split(/[\s,;"'<>()[\]]+/)
      .filter(word => word.includes('@'))
      .map(address => ({ line: index + 1, address: address.replace(/^mailto:/i, '') })),
  );

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new CliError('refused', `${file} cannot be read: ${error instanceof Error ? error.message : 'unknown'}`);
  }
}
