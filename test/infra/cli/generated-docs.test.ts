import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { expect, test } from 'vitest';
import { generatedDocs } from '#infra/cli/generated-docs.ts';

test.each(generatedDocs().map(doc => [`${basename(dirname(doc.file))}/${basename(doc.file)}`, doc] as const))(
  '%s is current: if not, run `npm run docs`',
  (_name, { file, content }) => {
    expect(readFileSync(file, 'utf8') === content).toBe(true);
  },
);
