import { parseArgs } from 'node:util';
import type { StageName } from '#infra/aws/config.ts';
import { synthesize } from '#infra/aws/synth.ts';

const { values } = parseArgs({ options: { stage: { type: 'string', default: 'dev' }, out: { type: 'string' } } });
const startedAt = performance.now();
const directory = await synthesize({
  stage: values.stage as StageName,
  outdir: values.out ?? process.env.CDK_OUTDIR ?? 'cdk.out',
});
console.error(`${directory}: synthesized and validated in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`);
