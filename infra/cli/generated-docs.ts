import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import type { MachineName } from '#infra/aws/names.ts';
import { readmeOf, withDiagram } from '#infra/aws/workflow-docs.ts';
import { workflows } from '#infra/aws/workflows.ts';
import { campaignSpec } from '#shared/contracts/campaign-spec.ts';
import { openApi } from '#shared/contracts/openapi.ts';

export interface GeneratedDoc {
  readonly file: string;
  readonly content: string;
}

const inDocs = (name: string) => fileURLToPath(new URL(`../../docs/${name}`, import.meta.url));
const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** Every document that is made from code. `npm run docs` writes them, a test holds them current. */
export function generatedDocs(): GeneratedDoc[] {
  return [
    { file: inDocs('openapi.json'), content: json(openApi()) },
    { file: inDocs('campaign-spec.schema.json'), content: json(z.toJSONSchema(campaignSpec, { io: 'input' })) },
    ...(Object.keys(workflows) as MachineName[]).map(name => {
      const file = readmeOf(name);
      return { file, content: withDiagram(name, readFileSync(file, 'utf8')) };
    }),
  ];
}
