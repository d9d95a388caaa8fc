import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A corpus file that cannot be read; the message says which and why. */
export class UnreadableCorpus extends Error {
  override readonly name = 'UnreadableCorpus';
}

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

function textOf(file: string): string {
  try {
    const bytes = readFileSync(file);
    return (isGzip(bytes) ? gunzipSync(bytes) : bytes).toString('utf8');
  } catch (error) {
    throw new UnreadableCorpus(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** A row of an index names a whole file beside it; the row gets its bytes. */
function withBytes(row: unknown, index: string): unknown {
  if (typeof row !== 'object' || row === null || !('file' in row) || typeof row.file !== 'string') return row;
  const file = join(dirname(index), row.file);
  return existsSync(file) ? { ...row, bytes: readFileSync(file) } : row;
}

/** A row that says neither who it is nor where it comes from is its line of the file. */
const withName = (row: unknown, file: string, line: number): unknown =>
  typeof row === 'object' && row !== null && !Array.isArray(row)
    ? { id: `line ${line}`, source: basename(file), ...row }
    : row;

/** The rows of a .jsonl or .jsonl.gz file. */
export function readRows(file: string): unknown[] {
  const lines = textOf(file).split('\n');
  return lines.flatMap((line, at) => {
    if (line.trim() === '') return [];
    try {
      return [withName(withBytes(JSON.parse(line), file), file, at + 1)];
    } catch {
      throw new UnreadableCorpus(`${file} line ${at + 1} is no JSON`);
    }
  });
}
