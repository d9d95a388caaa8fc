import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CliError } from '../exit-codes.ts';

/** A folder that a command fills anew each time; what an earlier run left in `parts` goes, everything else stays. */
export function openOutFolder(path: string, parts: readonly string[]) {
  try {
    mkdirSync(path, { recursive: true });
    for (const part of parts) rmSync(join(path, part), { recursive: true, force: true });
  } catch (error) {
    throw new CliError(
      'failed',
      `${path} can not be written: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  return {
    path,
    write(name: string, content: string | Uint8Array): string {
      const file = join(path, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
      return file;
    },
  };
}

export type OutFolder = ReturnType<typeof openOutFolder>;

/** A name that every file system takes. */
export const fileName = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase()
    .slice(0, 60) || 'unnamed';
