import { SecretValue, type Stack } from 'aws-cdk-lib';
import { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnPermission } from 'aws-cdk-lib/aws-lambda';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { DefinitionBody, Pass, QueryLanguage, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { describe, expect, it } from 'vitest';
import { runningCloud } from '#test/support/cloud/running-cloud.ts';
import { testFunction } from '#test/support/cloud/test-app.ts';

const cloud = runningCloud(guarded);

function guarded(stack: Stack): void {
  const caller = testFunction(stack, 'caller');
  const id = { name: 'id', type: AttributeType.STRING };
  const table = new Table(stack, 'Granted', { partitionKey: id });
  table.addGlobalSecondaryIndex({ indexName: 'byOwner', partitionKey: id });
  new Table(stack, 'Other', { partitionKey: id });
  const files = new Bucket(stack, 'Files');
  const secret = new Secret(stack, 'Secret', { secretStringValue: SecretValue.unsafePlainText('s') });
  new Secret(stack, 'OtherSecret');
  new StateMachine(stack, 'Machine', {
    queryLanguage: QueryLanguage.JSONATA,
    definitionBody: DefinitionBody.fromChainable(Pass.jsonata(stack, 'Pass')),
  });
  const grant = (actions: string[], resources: string[]) =>
    caller.addToRolePolicy(new PolicyStatement({ actions, resources }));
  grant(['dynamodb:GetItem', 'dynamodb:PutItem'], [table.tableArn]);
  grant(['s3:GetObject', 's3:PutObject'], [`${files.bucketArn}/mine/*`]);
  grant(['secretsmanager:GetSecretValue'], [secret.secretArn]);

  const api = new HttpApi(stack, 'Api');
  api.addRoutes({ path: '/', integration: new HttpLambdaIntegration('Integration', testFunction(stack, 'probe')) });
  for (const construct of stack.node.findAll()) {
    if (construct instanceof CfnPermission) construct.node.scope?.node.tryRemoveChild(construct.node.id);
  }
}

const named = (type: string, logicalId: string) =>
  cloud()
    .resources.ofType(type)
    .find(resource => resource.logicalId.startsWith(logicalId))?.ref ?? '';
const call = async (name: string, on: string, key = '') => {
  const functionName =
    cloud()
      .resources.ofType('AWS::Lambda::Function')
      .find(one => one.logicalId.startsWith('caller'))?.ref ?? '';
  const { payload } = await cloud().functions.invoke(functionName, { call: name, on, key });
  return JSON.parse(payload) as string;
};

describe('the permissions of a function', () => {
  it('let it do what its role was granted', async () => {
    expect(await call('getItem', named('AWS::DynamoDB::Table', 'Granted'))).toBe('ok');
    expect(await call('putObject', named('AWS::S3::Bucket', 'Files'), 'mine/1')).toBe('ok');
    expect(await call('getObject', named('AWS::S3::Bucket', 'Files'), 'mine/1')).toBe('ok');
    expect(await call('getSecret', named('AWS::SecretsManager::Secret', 'Secret'))).toBe('ok');
  });

  it.each([
    ['getItem', 'AWS::DynamoDB::Table', 'Other', '', 'AccessDeniedException', 'dynamodb:GetItem'],
    ['queryIndex', 'AWS::DynamoDB::Table', 'Granted', '', 'AccessDeniedException', 'dynamodb:Query'],
    ['putObject', 'AWS::S3::Bucket', 'Files', 'theirs/1', 'AccessDenied', 's3:PutObject'],
    ['listObjects', 'AWS::S3::Bucket', 'Files', '', 'AccessDenied', 's3:ListBucket'],
    [
      'getSecret',
      'AWS::SecretsManager::Secret',
      'OtherSecret',
      '',
      'AccessDeniedException',
      'secretsmanager:GetSecretValue',
    ],
    [
      'startExecution',
      'AWS::StepFunctions::StateMachine',
      'Machine',
      '',
      'AccessDeniedException',
      'states:StartExecution',
    ],
  ])('refuse %s on %s %s', async (name, type, logicalId, key, error, action) => {
    const answer = await call(name, named(type, logicalId), key);
    expect(answer).toMatch(
      new RegExp(`^${error}: User: arn:aws:sts::123456789012:assumed-role/Test-caller\\S+ is not authorized`),
    );
    expect(answer).toContain(`because no identity-based policy allows the ${action} action`);
    const refusals = cloud()
      .permissions.refused()
      .filter(text => answer.endsWith(text));
    expect(refusals.length, 'the SDK does not repeat a refused call').toBe(1);
  });

  it('refuse to send mail', async () => {
    expect(await call('sendMail', 'me@brand.example')).toMatch(
      /^AccessDenied: .* ses:SendRawEmail on resource: .*identity\/brand.example/,
    );
  });

  it('do not tell who may not list whether a key exists', async () => {
    expect(await call('getObject', named('AWS::S3::Bucket', 'Files'), 'mine/none')).toMatch(/^AccessDenied/);
  });

  it('keep an API from a function whose policy does not let it in', async () => {
    expect((await fetch(cloud().apiUrl)).status).toBe(500);
    expect(cloud().permissions.refused().at(-1)).toMatch(/^apigateway.amazonaws.com .* lambda:InvokeFunction/);
  });

  it('are counted by use, one by one', () => {
    const own = cloud()
      .permissions.grants()
      .filter(grant => grant.kind === 'role' && grant.of.includes('Test-caller') && !grant.beyondLocal)
      .map(({ action, used, needed }) => ({ action, used, needed }));
    expect(own).toEqual([
      { action: 'dynamodb:GetItem', used: 1, needed: 1 },
      { action: 'dynamodb:PutItem', used: 0, needed: 0 },
      { action: 's3:GetObject', used: 2, needed: 2 },
      { action: 's3:PutObject', used: 1, needed: 1 },
      { action: 'secretsmanager:GetSecretValue', used: 1, needed: 1 },
    ]);
  });
});
