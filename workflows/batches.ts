import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { DistributedMap, ItemBatcher, S3JsonLItemReader, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { sameInput, variable } from './expressions.ts';

interface EachOf {
  readonly files: IBucket;
  readonly label: string;
  readonly maxConcurrency: number;
  readonly batch?: { readonly size: number; readonly input?: object };
  readonly select?: object;
}

/**
 * Runs a child execution for each item (or batch) of the JSON Lines file that the variable `itemsKey` names. Items come from S3
 * and children answer `{}`, so that ten thousand of them stay far under the 256 KiB that a state may hold. One dead profile or
 * one failing collaboration never fails the campaign: failed children are tolerated and seen by the alarms of their functions.
 */
export function eachOf(
  scope: Construct,
  title: string,
  { files, label, maxConcurrency, batch, select }: EachOf,
): DistributedMap {
  return DistributedMap.jsonata(scope, title, {
    itemReader: new S3JsonLItemReader({ bucket: files, key: variable('itemsKey') }),
    mapExecutionType: StateMachineType.STANDARD,
    label,
    maxConcurrency,
    toleratedFailurePercentage: 100,
    outputs: sameInput,
    ...(batch && {
      itemBatcher: new ItemBatcher({ maxItemsPerBatch: batch.size, ...(batch.input && { batchInput: batch.input }) }),
    }),
    ...(select && { itemSelector: select }),
  });
}
