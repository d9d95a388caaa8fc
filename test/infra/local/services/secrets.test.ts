import {
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { SecretValue } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { beforeAll, describe, expect, it } from 'vitest';
import { runningCloud } from '#test/support/cloud/running-cloud.ts';

const cloud = runningCloud(stack => {
  new Secret(stack, 'Generated', {
    secretName: 'app/generated',
    generateSecretString: {
      secretStringTemplate: '{"user":"ops"}',
      generateStringKey: 'password',
      passwordLength: 20,
      excludePunctuation: true,
    },
  });
  new Secret(stack, 'Given', { secretStringValue: SecretValue.unsafePlainText('{"key":1}') });
});

let client: SecretsManagerClient;
const arn = (logicalId: string) =>
  cloud()
    .resources.ofType('AWS::SecretsManager::Secret')
    .find(secret => secret.logicalId.startsWith(logicalId))?.ref ?? '';
const get = (SecretId: string, more: object = {}) => client.send(new GetSecretValueCommand({ SecretId, ...more }));
beforeAll(() => {
  client = new SecretsManagerClient(cloud().clientConfig());
});

describe('secrets on this machine', () => {
  it('generates a password as the template asks', async () => {
    const { SecretString = '' } = await get('app/generated');
    expect(JSON.parse(SecretString)).toEqual({ user: 'ops', password: expect.stringMatching(/^[A-Za-z0-9]{20}$/) });
  });

  it('finds a secret by ARN, by name and by ARN without its suffix', async () => {
    for (const id of [arn('Generated'), 'app/generated', arn('Generated').replace(/-[^-]{6}$/, '')]) {
      expect((await get(id)).Name).toBe('app/generated');
    }
    await expect(get('app/other')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  it('keeps the previous value when a new one is put', async () => {
    expect((await get(arn('Given'))).SecretString).toBe('{"key":1}');
    await client.send(new PutSecretValueCommand({ SecretId: arn('Given'), SecretString: 'two' }));
    expect(await get(arn('Given'))).toMatchObject({ SecretString: 'two', VersionStages: ['AWSCURRENT'] });
    expect((await get(arn('Given'), { VersionStage: 'AWSPREVIOUS' })).SecretString).toBe('{"key":1}');
    const { VersionIdsToStages = {} } = await client.send(new DescribeSecretCommand({ SecretId: arn('Given') }));
    expect(Object.values(VersionIdsToStages)).toEqual([['AWSCURRENT'], ['AWSPREVIOUS']]);
  });
});
