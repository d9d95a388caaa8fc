import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { FunctionName } from '#shared/contracts/functions.ts';
import type { Stage } from '../config.ts';
import { variableNames } from '../environment.ts';
import { executionArn, machineArn } from '../names.ts';
import { needs } from '../needs.ts';
import type { DataStack } from '../stacks/data.ts';
import { tableIndexes } from './app-table.ts';

const allow = (actions: readonly string[], resources: readonly string[]) =>
  new PolicyStatement({ actions: [...actions], resources: [...resources] });

/** What the function may do, and nothing else. */
export function grantsOf(scope: Construct, name: FunctionName, stage: Stage, data: DataStack): PolicyStatement[] {
  const { table, readsFiles = [], writesFiles = [], readsMail, completesWaits, runsCampaigns } = needs[name];
  const has = new Set<string>(variableNames(name));
  const indexes = table.includes('Query') ? tableIndexes.map(index => `${data.table.tableArn}/index/${index}`) : [];
  const objects = (prefixes: readonly string[]) => prefixes.map(prefix => data.files.arnForObjects(`${prefix}*`));
  const secrets = [
    ...(has.has('SIGNING_SECRET_ARN') ? [data.signingKey.secretArn] : []),
    ...(has.has('PLATFORM_SECRET_ARN') ? [data.platformSecret.secretArn] : []),
    ...(has.has('SHOP_SECRET_ARN') ? [data.shopSecret.secretArn] : []),
  ];
  const campaign = machineArn(scope, stage.name, 'campaign');

  const statements = [
    allow(
      table.map(action => `dynamodb:${action}`),
      [data.table.tableArn, ...indexes],
    ),
  ];
  if (readsFiles.length > 0) statements.push(allow(['s3:GetObject'], objects(readsFiles)));
  if (writesFiles.length > 0) statements.push(allow(['s3:PutObject'], objects(writesFiles)));
  if (readsMail) statements.push(allow(['s3:GetObject'], [data.mail.arnForObjects('*')]));
  if (secrets.length > 0) statements.push(allow(['secretsmanager:GetSecretValue'], secrets));
  if (has.has('CONFIGURATION_SET')) {
    statements.push(allow(['ses:SendRawEmail'], [data.identity.identityArn, data.identity.configurationSetArn]));
  }
  if (completesWaits) {
    // The tokens of collaborations belong to child executions, whose machine is `<machine>/<label of the Map>`.
    statements.push(
      allow(['states:SendTaskSuccess', 'states:SendTaskFailure'], [campaign, `${campaign}/collaborations`]),
    );
  }
  if (runsCampaigns) {
    statements.push(allow(['states:StartExecution'], [campaign]));
    statements.push(
      allow(['states:StopExecution', 'states:DescribeExecution'], [executionArn(scope, stage.name, 'campaign', '*')]),
    );
  }
  return statements;
}
