import { App, Stack } from 'aws-cdk-lib';
import { type IFunction, Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Bucket, type IBucket } from 'aws-cdk-lib/aws-s3';
import {
  type CfnStateMachine,
  DefinitionBody,
  type IChainable,
  QueryLanguage,
  StateMachine,
} from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { campaign } from '#workflows/campaign/definition.ts';
import { chase } from '#workflows/chase/definition.ts';
import type { FunctionOf } from '#workflows/invoke.ts';
import type { MachineName } from './names.ts';
import { definitionFrom, type JsonObject } from './validation/definitions.ts';

type Define = (scope: Construct, functionOf: FunctionOf, files: IBucket) => IChainable;

/** Every state machine by its name. */
export const workflows: Readonly<Record<MachineName, Define>> = { campaign, chase };

/**
 * A definition by itself, for diagrams and for tests that run it: functions are `arn:aws:lambda:…:function:<name>`, the bucket
 * is `files`.
 */
export function definitionOf(name: MachineName): JsonObject {
  const stack = new Stack(new App(), 'Definition', { env: { account: '111111111111', region: 'us-east-1' } });
  const known = new Map<string, IFunction>();
  const functionOf: FunctionOf = called => {
    const arn = `arn:aws:lambda:us-east-1:111111111111:function:${called}`;
    const handler = known.get(called) ?? LambdaFunction.fromFunctionArn(stack, called, arn);
    known.set(called, handler);
    return handler;
  };
  const machine = new StateMachine(stack, 'Machine', {
    queryLanguage: QueryLanguage.JSONATA,
    definitionBody: DefinitionBody.fromChainable(
      workflows[name](stack, functionOf, Bucket.fromBucketName(stack, 'Files', 'files')),
    ),
  });
  return definitionFrom(stack.resolve((machine.node.defaultChild as CfnStateMachine).definitionString));
}
