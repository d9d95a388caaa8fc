import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CfnParameter, type Stack } from 'aws-cdk-lib';
import { CfnAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { beforeAll, expect, test } from 'vitest';
import { groundswell } from '#infra/aws/app.ts';
import { stageOf } from '#infra/aws/config.ts';
import { validated } from '#infra/aws/synth.ts';
import { emptyBundles } from '#test/support/bundles.ts';

let bundles: string;
beforeAll(() => {
  bundles = emptyBundles();
});

/** What the synth says after a change to the stacks. */
function synthWith(change: (stack: Stack) => void): Promise<void> {
  const app = groundswell(stageOf('dev', {}), { bundles, outdir: mkdtempSync(join(tmpdir(), 'groundswell-cdk-')) });
  change(app.node.findChild('groundswell-dev-data') as Stack);
  return validated(app);
}

test('the stacks as they are have no finding', async () => {
  await synthWith(() => undefined);
});

test('a wildcard permission without a written reason fails the synth', async () => {
  const attempt = synthWith(stack => {
    const role = new Role(stack, 'Careless', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    role.addToPolicy(new PolicyStatement({ actions: ['dynamodb:*'], resources: ['*'] }));
  });
  await expect(attempt).rejects.toThrow('AwsSolutions-IAM5[Action::dynamodb:*]');
});

test('a template that CloudFormation would refuse fails the synth', async () => {
  const attempt = synthWith(stack => {
    new CfnAlarm(stack, 'Broken', { comparisonOperator: 'Sometimes', evaluationPeriods: 1 });
  });
  await expect(attempt).rejects.toThrow('F3014');
});

test('even a warning fails the synth: a parameter that nothing uses', async () => {
  const attempt = synthWith(stack => {
    new CfnParameter(stack, 'Idle', { default: 'x' });
  });
  await expect(attempt).rejects.toThrow("Parameter 'Idle' is not referenced");
});

test.each(['', 'Prod', 'toString'])('there is no stage "%s"', name => {
  expect(() => stageOf(name, {})).toThrow(/use one of dev, prod, local/);
});
