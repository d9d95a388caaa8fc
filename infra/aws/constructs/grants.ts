import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { FunctionName } from '#shared/contracts/functions.ts';
import type { Stage } from '../config.ts';
import { variableNames } from '../environment.ts';
import { executionArn, machineArn } from '../names.ts';
import { needs } from '../needs.ts';
import type { DataStack } from '../stacks/data.ts';
import type { Permission } from './permissions.ts';

/** What the function may do, and nothing else: its row of needs.ts, and what its variables imply. */
export function grantsOf(scope: Construct, name: FunctionName, stage: Stage, data: DataStack): Permission[] {
  return [
    ...tableGrants(name, data),
    ...modelGrants(scope, name, stage),
    ...bucketGrants(name, data),
    ...secretGrants(name, data),
    ...campaignGrants(scope, name, stage),
  ];
}

function tableGrants(name: FunctionName, { table }: DataStack): Permission[] {
  const { table: actions, indexes = [] } = needs[name];
  const indexArns = indexes.map(index => `${table.tableArn}/index/${index}`);
  return [
    ...(actions.length > 0
      ? [{ actions: actions.map(action => `dynamodb:${action}`), resources: [table.tableArn] }]
      : []),
    ...(indexes.length > 0 ? [{ actions: ['dynamodb:Query'], resources: indexArns }] : []),
  ];
}

function bucketGrants(name: FunctionName, data: DataStack): Permission[] {
  const { readsFiles = [], writesFiles = [], removesFiles = [], readsMail, removesMail } = needs[name];
  const files = (action: string, prefixes: readonly string[]): Permission => ({
    actions: [action],
    resources: prefixes.map(prefix => `${data.filesArn}/${prefix}*`),
    wildcardBecause:
      'Objects are named after campaigns and uploads that do not exist yet; the prefix is the narrowest name.',
  });
  const mail = (action: string): Permission => ({
    actions: [action],
    resources: [`${data.mailArn}/inbound/*`],
    wildcardBecause: 'SES names each mail by an id that only it knows.',
  });
  // Without it S3 answers 403 and not 404 for a file that was never uploaded.
  const missing: Permission = { actions: ['s3:ListBucket'], resources: [data.filesArn] };
  return [
    ...(readsFiles.length > 0 ? [missing, files('s3:GetObject', readsFiles)] : []),
    ...(writesFiles.length > 0 ? [files('s3:PutObject', writesFiles)] : []),
    ...(removesFiles.length > 0 ? [files('s3:DeleteObject', removesFiles)] : []),
    ...(readsMail ? [mail('s3:GetObject')] : []),
    ...(removesMail ? [mail('s3:DeleteObject')] : []),
  ];
}

function secretGrants(name: FunctionName, data: DataStack): Permission[] {
  const given = new Set<string>(variableNames(name));
  const secrets = [
    ...(given.has('SIGNING_SECRET_ARN') ? [data.signingKey.secretArn] : []),
    ...(given.has('VAULT_SECRET_ARN') ? [data.vaultKey.secretArn] : []),
    ...(given.has('PLATFORM_SECRET_ARN') ? [data.platformSecret.secretArn] : []),
    ...(given.has('SHOP_SECRET_ARN') ? [data.shopSecret.secretArn] : []),
  ];
  const { identityArn, configurationSetArn } = data.identity;
  const quota: Permission = {
    actions: ['ses:GetSendQuota'],
    resources: ['*'],
    wildcardBecause: 'The quota is of the whole account; SES knows no resource for it.',
  };
  return [
    ...(secrets.length > 0 ? [{ actions: ['secretsmanager:GetSecretValue'], resources: secrets }] : []),
    ...(given.has('CONFIGURATION_SET')
      ? [{ actions: ['ses:SendRawEmail'], resources: [identityArn, configurationSetArn] }]
      : []),
    ...(needs[name].asksSendQuota ? [quota] : []),
  ];
}

/** A model is invoked by its own ARN, or through an inference profile that spreads over regions. */
function modelGrants(scope: Construct, name: FunctionName, { replyModel }: Stage): Permission[] {
  if (!replyModel || !(variableNames(name) as readonly string[]).includes('REPLY_MODEL')) return [];
  const { partition, region, account } = Stack.of(scope);
  const model = replyModel.replace(/^[a-z]{2,6}\./, '');
  return [
    {
      actions: ['bedrock:InvokeModel'],
      resources: [
        `arn:${partition}:bedrock:*::foundation-model/${model}`,
        `arn:${partition}:bedrock:${region}:${account}:inference-profile/${replyModel}`,
      ],
      wildcardBecause: 'An inference profile answers from any region of its group.',
    },
  ];
}

function campaignGrants(scope: Construct, name: FunctionName, stage: Stage): Permission[] {
  const { completesWaits = [], runsCampaigns } = needs[name];
  const machine = machineArn(scope, stage.name, 'campaign');
  // The tokens of collaborations belong to child executions, whose machine is `<machine>/<label of the Map>`.
  const waiting = { campaign: machine, collaborations: `${machine}/collaborations` };
  const completing = {
    actions: ['states:SendTaskSuccess'],
    resources: completesWaits.map(who => waiting[who]),
  };
  const running: Permission[] = [
    { actions: ['states:StartExecution'], resources: [machine] },
    {
      actions: ['states:StopExecution'],
      resources: [executionArn(scope, stage.name, 'campaign:*')],
      wildcardBecause: 'Executions are named after campaigns that do not exist yet.',
    },
  ];
  return [...(completesWaits.length > 0 ? [completing] : []), ...(runsCampaigns ? running : [])];
}
