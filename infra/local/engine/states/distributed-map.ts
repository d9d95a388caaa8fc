import type { Distributed, MapState, Reader } from '../definition/machine.ts';
import type { Answer, Behaviour, Outcome } from '../execution/behaviour.ts';
import { details } from '../execution/details.ts';
import type { ReadRequest, Scope } from '../execution/execution.ts';
import { StateFault } from '../execution/state-fault.ts';
import { surroundingsOf } from '../execution/surroundings.ts';
import { record, type Turn, write } from '../execution/turn.ts';
import { FieldFault, fill, fillAs } from '../expressions/template.ts';
import { createMapRun } from '../maps/create-map-run.ts';
import { type MapItems, newMapRunArn } from '../maps/map-run.ts';
import { mapEntries, tolerance } from './map-fields.ts';

/** A Map whose iterations are executions of their own, gathered in a Map Run. */
export const distributedMap: Behaviour<MapState> = {
  async begin(turn, scope, state) {
    scope.attempt += 1;
    const { reader } = distributedOf(state);
    const found = reader ? undefined : await mapEntries(turn, scope, state);
    const source = reader && (await readerFields(turn, scope, state, reader));
    const mapRunArn = newMapRunArn(turn, distributedOf(state).label);
    record(turn, scope, 'MapStateStarted', details.of('mapStateStarted', { length: found?.items.length ?? 0 }));
    // Before there is a Map Run (recorded).
    await tolerance(turn, scope, state);
    record(turn, scope, 'MapRunStarted', details.of('mapRunStarted', { mapRunArn }));
    scope.waiting = { kind: 'mapRun', mapRunArn, ...(source && { reading: source }) };
    if (found) return launch(turn, scope, state, found);
    if (source && source.maxItems < 0)
      return runFailed(turn, scope, new StateFault('States.ItemReaderFailed', 'field MaxItems must be positive'));
    if (source) turn.effects.push({ kind: 'readItems', scope, request: source });
    return 'waiting';
  },

  answered(turn, scope, state, answer: Answer): Outcome | Promise<Outcome> {
    if (answer.kind === 'items') return launch(turn, scope, state, answer.found);
    if (answer.kind === 'fault') return runFailed(turn, scope, answer.fault);
    if (answer.kind !== 'result') return 'waiting';
    record(turn, scope, 'MapRunSucceeded');
    write(turn, 'MapStateSucceeded', scope.lastEvent);
    return { exit: state, result: answer.result };
  },

  redriven(turn, scope, state) {
    if (scope.waiting?.kind !== 'mapRun' || scope.waiting.reading) return distributedMap.begin(turn, scope, state);
    record(turn, scope, 'MapRunRedriven', details.of('mapRunRedriven', { mapRunArn: scope.waiting.mapRunArn }));
    turn.effects.push({ kind: 'redriveMapRun', mapRunArn: scope.waiting.mapRunArn });
    return 'waiting';
  },
};

async function launch(turn: Turn, scope: Scope, state: MapState, found: MapItems): Promise<Outcome> {
  if (scope.waiting?.kind !== 'mapRun') return 'waiting';
  const { mapRunArn } = scope.waiting;
  const { header, inputs } = await createMapRun(turn, scope, state, distributedOf(state), mapRunArn, found);
  scope.waiting = { kind: 'mapRun', mapRunArn };
  turn.effects.push({ kind: 'runMap', header, inputs });
  return 'waiting';
}

function runFailed(turn: Turn, scope: Scope, fault: StateFault): never {
  record(turn, scope, 'MapRunFailed', details.fault('mapRunFailed', fault.error, fault.reason));
  throw fault;
}

async function readerFields(turn: Turn, scope: Scope, state: MapState, reader: Reader): Promise<ReadRequest> {
  const surroundings = surroundingsOf(turn, scope, state);
  const target = await fillAs('object', reader.arguments, 'ItemReader/Arguments', surroundings);
  const field = 'ItemReader/ReaderConfig/MaxItems';
  const maxItems = Number(reader.maxItems ? await fill(reader.maxItems, field, surroundings) : 0); // AWS takes '2' as well (recorded)
  if (!Number.isInteger(maxItems)) throw new FieldFault(`The ${field} field must be an integer`, field);
  return {
    bucket: String(target.Bucket ?? ''),
    key: String(target.Key ?? ''),
    prefix: String(target.Prefix ?? ''),
    maxItems,
  };
}

function distributedOf(state: MapState): Distributed {
  if (!state.distributed) throw new Error(`the Map '${state.name}' is not distributed`);
  return state.distributed;
}
