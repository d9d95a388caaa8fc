import { ArnFormat, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { StageName } from './config.ts';

export type MachineName = 'campaign' | 'chase';

/** Names that several stacks, the local cloud and people rely on. */
export const stackName = (stage: StageName, part: 'data' | 'edge' | 'automation') => `groundswell-${stage}-${part}`;
export const functionName = (stage: StageName, name: string) => `groundswell-${stage}-${name}`;
export const machineName = (stage: StageName, name: MachineName) => `groundswell-${stage}-${name}`;

/** Written from the name: the API starts machines of a stack that is deployed after its own. */
export const machineArn = (scope: Construct, stage: StageName, name: MachineName): string =>
  Stack.of(scope).formatArn({
    service: 'states',
    resource: 'stateMachine',
    resourceName: machineName(stage, name),
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });

/** Executions by pattern: `campaign:*` are a machine's own, `campaign/*` those of its Distributed Maps. */
export const executionArn = (scope: Construct, stage: StageName, pattern: `${MachineName}${':' | '/'}*`): string =>
  Stack.of(scope).formatArn({
    service: 'states',
    resource: 'execution',
    resourceName: `groundswell-${stage}-${pattern}`,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
