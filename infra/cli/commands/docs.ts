import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { generatedDocs } from '../generated-docs.ts';

for (const { file, content } of generatedDocs()) {
  writeFileSync(file, content);
  console.log(relative(process.cwd(), file));
}
