import { spawnSync } from 'node:child_process';
import { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { type StageName, stageNames } from '#infra/aws/config.ts';
import { synthesize } from '#infra/aws/synth.ts';
import { parametersPerStack } from '../deploy-parameters.ts';
import { toolArguments } from '../tool-arguments.ts';

const usage = `Deploys Groundswell to the AWS account that your credentials point to.

  npm run deploy -- --stage dev --parameters SenderDomain=mail.brand.example --parameters AlarmEmail=ops@brand.example

  --stage        ${stageNames.join(' | ')} (default dev)
  --parameters   Name=value, as often as needed; what is not named keeps its value
  --yes          do not ask before changing permissions`;

const { values } = toolArguments(usage, {
  stage: { type: 'string', default: 'dev' },
  parameters: { type: 'string', multiple: true, default: [] },
  yes: { type: 'boolean', default: false },
});

// What is deployed is what was validated here, so the CDK CLI gets the finished assembly.
const assembly = await synthesize({ stage: values.stage as StageName });
const { stacks } = new CloudAssembly(assembly);
const parameters = parametersPerStack(stacks, values.parameters).flatMap(parameter => ['--parameters', parameter]);
const approval = ['--require-approval', values.yes ? 'never' : 'broadening'];
const { status } = spawnSync('cdk', ['deploy', '--all', '--app', assembly, ...approval, ...parameters], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
