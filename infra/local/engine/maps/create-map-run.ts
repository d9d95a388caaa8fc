import type { Batcher, Distributed, MapState, Writer } from '../definition/machine.ts';
import type { Scope } from '../execution/execution.ts';
import { mapItem, surroundingsOf } from '../execution/surroundings.ts';
import type { Turn } from '../execution/turn.ts';
import type { Surroundings } from '../expressions/surroundings.ts';
import { fill, fillAs } from '../expressions/template.ts';
import type { Json } from '../json.ts';
import { integer, tolerance } from '../states/map-fields.ts';
import { batch } from './batches.ts';
import type { ChildInput, MapItems, MapRunHeader, ResolvedWriter } from './map-run.ts';

/** Child executions that run at once where the state sets no lower number. */
const mostConcurrent = 10_000;

/** A Map Run and the inputs of its children, out of the items that were given or read. */
export async function createMapRun(
  turn: Turn,
  scope: Scope,
  state: MapState,
  distributed: Distributed,
  arn: string,
  found: MapItems,
): Promise<{ header: MapRunHeader; inputs: ChildInput[] }> {
  const surroundings = surroundingsOf(turn, scope, state);
  const selected = await selectItems(turn, scope, state, found);
  const inputs = distributed.batcher
    ? await batchesOf(distributed.batcher, selected, surroundings)
    : selected.map(input => ({ input, itemCount: 1 }));
  const header: MapRunHeader = {
    arn,
    executionArn: turn.execution.header.arn,
    scopeId: scope.id,
    attempt: scope.attempt,
    label: distributed.label,
    block: state.processor,
    executionType: distributed.executionType,
    startMs: turn.nowMs,
    children: inputs.length,
    items: found.items.length,
    maxConcurrency: (await integer(state.maxConcurrency, 'MaxConcurrency', surroundings, 0)) || mostConcurrent,
    ...(await tolerance(turn, scope, state)),
    writer: distributed.writer && (await resolveWriter(distributed.writer, surroundings)),
    status: 'RUNNING',
    resultsWritten: 0,
    redriveCount: 0,
  };
  return { header, inputs };
}

async function selectItems(
  turn: Turn,
  scope: Scope,
  state: MapState,
  { items, keys, sources }: MapItems,
): Promise<readonly Json[]> {
  if (!state.itemSelector) return items;
  const selected: Json[] = [];
  for (const [index, item] of items.entries()) {
    const surroundings = surroundingsOf(turn, scope, state, {
      mapItem: mapItem(index, item, { Key: keys?.[index], Source: sources?.[index] }),
    });
    selected.push(await fill(state.itemSelector, 'ItemSelector', surroundings));
  }
  return selected;
}

async function batchesOf(batcher: Batcher, items: readonly Json[], surroundings: Surroundings): Promise<ChildInput[]> {
  return batch(items, {
    maxItems: await integer(batcher.maxItems, 'ItemBatcher/MaxItemsPerBatch', surroundings, 0),
    maxBytes: await integer(batcher.maxBytes, 'ItemBatcher/MaxInputBytesPerBatch', surroundings, 0),
    batchInput: batcher.input && (await fill(batcher.input, 'ItemBatcher/BatchInput', surroundings)),
  });
}

async function resolveWriter(writer: Writer, surroundings: Surroundings): Promise<ResolvedWriter> {
  const { transformation, outputType } = writer;
  if (!writer.arguments) return { bucket: undefined, prefix: '', transformation, outputType };
  const target = await fillAs('object', writer.arguments, 'ResultWriter/Arguments', surroundings);
  return { bucket: String(target.Bucket ?? ''), prefix: String(target.Prefix ?? ''), transformation, outputType };
}
