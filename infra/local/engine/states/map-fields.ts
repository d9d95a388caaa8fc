import type { MapState } from '../definition/machine.ts';
import { type Scope, whereabouts } from '../execution/execution.ts';
import { StateFault } from '../execution/state-fault.ts';
import { surroundingsOf } from '../execution/surroundings.ts';
import type { Turn } from '../execution/turn.ts';
import type { Surroundings } from '../expressions/surroundings.ts';
import { FieldFault, fill, fillAs, type Template } from '../expressions/template.ts';
import { isJsonObject, type Json, textOf } from '../json.ts';
import type { MapItems, Tolerance } from '../maps/map-run.ts';

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

/** How many of its items a Distributed Map may lose. */
export async function tolerance(turn: Turn, scope: Scope, state: MapState): Promise<Tolerance> {
  const { toleratedFailureCount: count, toleratedFailurePercentage: percentage } = state;
  const surroundings = surroundingsOf(turn, scope, state);
  const toleratedFailureCount = count && (await fillAs('number', count, 'ToleratedFailureCount', surroundings));
  const toleratedFailurePercentage =
    percentage && (await fillAs('number', percentage, 'ToleratedFailurePercentage', surroundings));
  const refuse = (text: string) => new StateFault('States.Runtime', `${whereabouts(scope)} ${text}`);
  if ((toleratedFailureCount ?? 0) < 0) throw refuse('ToleratedFailureCount cannot be negative.');
  if (!isBetween(0, 100, toleratedFailurePercentage ?? 0))
    throw refuse('ToleratedFailurePercentage must be between 0 and 100.');
  return { toleratedFailureCount, toleratedFailurePercentage };
}

const isBetween = (least: number, most: number, value: number): boolean => value >= least && value <= most;

export async function integer(
  template: Template | undefined,
  field: string,
  surroundings: Surroundings,
  otherwise: number,
): Promise<number> {
  if (!template) return otherwise;
  const value = await fillAs('number', template, field, surroundings);
  if (Number.isInteger(value) && value >= 0) return value;
  throw new FieldFault(`The ${field} field must be a non-negative integer but was: ${value}`, field);
}
