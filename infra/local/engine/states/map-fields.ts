import type { MapState } from '../definition/machine.ts';
import type { Scope } from '../execution/execution.ts';
import { surroundingsOf } from '../execution/surroundings.ts';
import type { Turn } from '../execution/turn.ts';
import type { Surroundings } from '../expressions/surroundings.ts';
import { FieldFault, fill, fillAs, type Template } from '../expressions/template.ts';
import { isJsonObject, type Json, textOf } from '../json.ts';
import type { MapItems } from '../maps/map-run.ts';

/** What a Map without a reader iterates over. */
export async function mapItems(turn: Turn, scope: Scope, state: MapState): Promise<readonly Json[]> {
  if (state.items) return fillAs('array', state.items, 'Items', surroundingsOf(turn, scope, state));
  if (Array.isArray(scope.input)) return scope.input;
  throw new FieldFault(`Map state input must be an array but was: ${textOf(scope.input)}`);
}

/** The same for a Distributed Map, which goes over the entries of an object too. */
export async function mapEntries(turn: Turn, scope: Scope, state: MapState): Promise<MapItems> {
  const given = state.items ? await fill(state.items, 'Items', surroundingsOf(turn, scope, state)) : scope.input;
  if (isJsonObject(given)) return { items: Object.values(given), keys: Object.keys(given) };
  return { items: Array.isArray(given) ? given : await mapItems(turn, scope, state) };
}

export async function integer(
  template: Template | undefined,
  field: string,
  surroundings: Surroundings,
  otherwise: number,
): Promise<number> {
  const value = await number(template, field, surroundings, otherwise);
  if (Number.isInteger(value)) return value;
  throw new FieldFault(`The ${field} field must be a non-negative integer but was: ${value}`, field);
}

export async function number(
  template: Template | undefined,
  field: string,
  surroundings: Surroundings,
  otherwise: number,
): Promise<number> {
  if (!template) return otherwise;
  const value = await fillAs('number', template, field, surroundings);
  if (value >= 0) return value;
  throw new FieldFault(`The ${field} field must not be negative but was: ${value}`, field);
}
