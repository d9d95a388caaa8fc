import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A small keyed store of JSON values that can be read at once; on disk each value is a file, written atomically. */
export interface Documents<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
  delete(key: string): void;
  entries(): [key: string, value: T][];
  readonly size: number;
}

export function openDocuments<T>(directory: string | undefined): Documents<T> {
  const values = new Map<string, T>(directory === undefined ? [] : readAll<T>(directory));
  const file = (key: string) => join(directory ?? '', `${fileName(key)}.json`);
  return {
    get: key => values.get(key),
    set(key, value) {
      values.set(key, value);
      if (directory !== undefined) writeAtomically(file(key), JSON.stringify({ key, value }));
    },
    delete(key) {
      values.delete(key);
      if (directory !== undefined) rmSync(file(key), { force: true });
    },
    entries: () => [...values],
    get size() {
      return values.size;
    },
  };
}

/** Bytes by key, in memory or one file each. */
export interface Blobs {
  get(key: string): Buffer | undefined;
  set(key: string, bytes: Uint8Array): void;
  delete(key: string): void;
}

export function openBlobs(directory: string | undefined): Blobs {
  if (directory === undefined) return memoryBlobs();
  mkdirSync(directory, { recursive: true });
  const file = (key: string) => join(directory, `${fileName(key)}.bin`);
  return {
    get(key) {
      try {
        return readFileSync(file(key));
      } catch {
        return undefined;
      }
    },
    set: (key, bytes) => writeAtomically(file(key), bytes),
    delete: key => rmSync(file(key), { force: true }),
  };
}

function memoryBlobs(): Blobs {
  const blobs = new Map<string, Buffer>();
  return {
    get: key => blobs.get(key),
    set: (key, bytes) => void blobs.set(key, Buffer.from(bytes)),
    delete: key => void blobs.delete(key),
  };
}

/** Keys may be longer than file names and hold any character. */
const fileName = (key: string) => createHash('sha256').update(key).digest('hex');

function readAll<T>(directory: string): [string, T][] {
  mkdirSync(directory, { recursive: true });
  return readdirSync(directory)
    .filter(name => name.endsWith('.json'))
    .map(name => JSON.parse(readFileSync(join(directory, name), 'utf8')) as { key: string; value: T })
    .map(({ key, value }) => [key, value]);
}

/** A reader sees the old file or the new one, never half of it. */
function writeAtomically(file: string, content: string | Uint8Array): void {
  const half = `${file}.${process.pid}.tmp`;
  writeFileSync(half, content);
  renameSync(half, file);
}
