import { type StageName, stageNames } from '#infra/aws/config.ts';
import { synthesize } from '#infra/aws/synth.ts';
import { toolArguments } from '../tool-arguments.ts';

const usage = `Usage: npm run synth -- [--stage ${stageNames.join('|')}] [--out FOLDER]
Writes the CloudFormation templates, into cdk.out unless told otherwise, and validates them.`;

const { values } = toolArguments(usage, { stage: { type: 'string', default: 'dev' }, out: { type: 'string' } });
const startedAt = performance.now();
const directory = await synthesize({
  stage: values.stage as StageName,
  outdir: values.out ?? process.env.CDK_OUTDIR ?? 'cdk.out',
});
console.error(`${directory}: synthesized and validated in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`);
