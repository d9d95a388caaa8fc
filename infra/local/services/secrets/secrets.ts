import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Resource } from '../../assembly/resource.ts';
import type { Clock } from '../../clock.ts';
import type { Documents } from '../../documents.ts';
import { AwsError, type AwsRequest, type AwsService, jsonService } from '../aws-protocol.ts';
import { generateSchema, generateSecret } from './generate.ts';

export interface SecretVersion {
  readonly id: string;
  readonly value: string;
  readonly binary: boolean;
  readonly createdMs: number;
}

/** Newest first: AWSCURRENT, then AWSPREVIOUS. */
export type StoredSecret = readonly SecretVersion[];

export interface Secrets {
  readonly service: AwsService;
  get(nameOrArn: string): string;
  put(nameOrArn: string, value: string): void;
}

const resourceSchema = z.object({
  SecretString: z.string().optional(),
  GenerateSecretString: generateSchema.optional(),
});

interface Addressed {
  readonly SecretId: string;
}

/** The secrets of the template. Values put later outlive a restart; generated ones are generated once. */
export function openSecrets(
  resources: readonly Resource[],
  clock: Clock,
  stored: Documents<StoredSecret>,
  authorize: (request: AwsRequest, action: string, resource: string) => void,
): Secrets {
  const arns = resources.map(resource => resource.ref);
  const version = (value: string, binary = false): SecretVersion => ({
    id: randomUUID(),
    value,
    binary,
    createdMs: clock.now(),
  });
  for (const resource of resources) {
    if (stored.get(resource.ref)) continue;
    const { SecretString, GenerateSecretString } = resourceSchema.parse(resource.properties);
    // Secrets Manager makes an empty declaration a generated password.
    stored.set(resource.ref, [
      version(SecretString ?? generateSecret(GenerateSecretString ?? generateSchema.parse({}))),
    ]);
  }

  const arnOf = (nameOrArn: string) => {
    const arn = arns.find(one => one === nameOrArn || nameOf(one) === nameOrArn || withoutSuffix(one) === nameOrArn);
    if (!arn) throw new AwsError('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
    return arn;
  };
  const put = (arn: string, next: SecretVersion) => stored.set(arn, [next, ...(stored.get(arn) ?? []).slice(0, 1)]);
  const allowed = (request: AwsRequest, action: string, id: string) => {
    const arn = arnOf(id);
    authorize(request, `secretsmanager:${action}`, arn);
    return arn;
  };

  const putValue =
    (action: string) => (input: Addressed & { SecretString?: string; SecretBinary?: string }, request: AwsRequest) => {
      const arn = allowed(request, action, input.SecretId);
      const next = version(input.SecretString ?? input.SecretBinary ?? '', input.SecretString === undefined);
      put(arn, next);
      return { ARN: arn, Name: nameOf(arn), VersionId: next.id, VersionStages: ['AWSCURRENT'] };
    };

  const service = jsonService({
    GetSecretValue(input: Addressed & { VersionId?: string; VersionStage?: string }, request: AwsRequest) {
      const arn = allowed(request, 'GetSecretValue', input.SecretId);
      const versions = stored.get(arn) ?? [];
      const index = input.VersionId
        ? versions.findIndex(one => one.id === input.VersionId)
        : input.VersionStage === 'AWSPREVIOUS'
          ? 1
          : 0;
      const found = versions[index];
      if (!found)
        throw new AwsError('ResourceNotFoundException', "Secrets Manager can't find the specified secret value.");
      return {
        ARN: arn,
        Name: nameOf(arn),
        VersionId: found.id,
        VersionStages: [stages[index] ?? 'AWSPREVIOUS'],
        CreatedDate: found.createdMs / 1000,
        ...(found.binary ? { SecretBinary: found.value } : { SecretString: found.value }),
      };
    },
    PutSecretValue: putValue('PutSecretValue'),
    UpdateSecret: putValue('UpdateSecret'),
    DescribeSecret(input: Addressed, request: AwsRequest) {
      const arn = allowed(request, 'DescribeSecret', input.SecretId);
      const versions = stored.get(arn) ?? [];
      return {
        ARN: arn,
        Name: nameOf(arn),
        LastChangedDate: (versions[0]?.createdMs ?? 0) / 1000,
        VersionIdsToStages: Object.fromEntries(versions.map(({ id }, index) => [id, [stages[index]]])),
      };
    },
  });

  return {
    service,
    get: nameOrArn => stored.get(arnOf(nameOrArn))?.[0]?.value ?? '',
    put: (nameOrArn, value) => put(arnOf(nameOrArn), version(value)),
  };
}

const stages = ['AWSCURRENT', 'AWSPREVIOUS'];

/** Secrets Manager adds six letters to the name to make the ARN; either form and the name itself may be asked for. */
const withoutSuffix = (arn: string) => arn.replace(/-[^-]{6}$/, '');
const nameOf = (arn: string) => withoutSuffix(arn).split(':').slice(6).join(':');
