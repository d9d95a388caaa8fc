import jsonata from 'jsonata';
import { isJsonObject, type Json } from '../json.ts';
import { compileComparison } from './comparison.ts';
import { addFunctions, surroundingsName } from './functions.ts';
import { guardAgainstEndlessEvaluation, stepsName } from './guard.ts';
import { compilePath, undecided } from './path.ts';
import type { Surroundings } from './surroundings.ts';

export interface Expression {
  /** The text between `{%` and `%}`, trimmed. */
  readonly source: string;
  /** Rejects, or throws, with an EvaluationFault. */
  evaluate(surroundings: Surroundings): Json | Promise<Json>;
}

/** Why an expression has no value. The texts are AWS's own (recorded). */
export class EvaluationFault extends Error {}

/** Only exactly so: a leading blank makes it a literal (recorded on AWS). */
export function isExpression(text: string): boolean {
  return text.startsWith('{%') && text.endsWith('%}') && text.length >= 4;
}

const fromMillis = jsonata('$fromMillis($at, $picture, $timezone)');
const cache = new Map<string, Expression>();
const cacheSize = 10_000;

/** Parses an expression once. Throws jsonata's own syntax error. */
export function compileExpression(text: string): Expression {
  const source = text.slice(2, -2).trim();
  const known = cache.get(source);
  if (known) return known;
  if (cache.size >= cacheSize) cache.clear();
  const expression = compile(source);
  cache.set(source, expression);
  return expression;
}

function compile(source: string): Expression {
  const parsed = jsonata(source);
  addFunctions(parsed, fromMillis);
  guardAgainstEndlessEvaluation(parsed, source);
  const shortCut = compilePath(source) ?? compileComparison(source);
  return {
    source,
    evaluate(surroundings) {
      const value = shortCut?.(surroundings.lookup) ?? undecided;
      return value === undecided ? evaluateSlowly(parsed, surroundings) : (value as Json);
    },
  };
}

async function evaluateSlowly(parsed: ReturnType<typeof jsonata>, surroundings: Surroundings): Promise<Json> {
  let value: unknown;
  try {
    value = await parsed.evaluate(undefined, {
      ...surroundings.variables(),
      states: surroundings.lookup('states'),
      eval: undefined, // not available on AWS
      [surroundingsName]: surroundings,
      [stepsName]: { taken: 0 },
    });
  } catch (thrown) {
    throw new EvaluationFault(`threw an error during evaluation${explain(thrown)}`);
  }
  if (value === undefined) throw new EvaluationFault('returned nothing (undefined).');
  return toJson(value);
}

function explain(thrown: unknown): string {
  const { code, message } = thrown as { code?: unknown; message?: unknown };
  return typeof code === 'string' ? `. ${code}: ${message}` : `: ${message ?? thrown}`;
}

/** Plain JSON out of what jsonata answers: no sequences, no functions, no non-finite numbers (AWS writes those as strings). */
function toJson(value: unknown): Json {
  if (typeof value === 'function') throw new EvaluationFault('returned an unsupported result type.');
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (typeof value !== 'object' || value === null) return value as Json;
  if (Array.isArray(value)) return value.map(item => (item === undefined ? null : toJson(item)));
  if (isFunction(value)) throw new EvaluationFault('returned an unsupported result type.');
  const plain: { [key: string]: Json } = {};
  for (const [key, item] of Object.entries(value)) if (item !== undefined) put(plain, key, toJson(item));
  return plain;
}

/** An own property even where the key is `__proto__`. */
function put(target: { [key: string]: Json }, key: string, value: Json): void {
  if (key === '__proto__')
    Object.defineProperty(target, key, { value, enumerable: true, writable: true, configurable: true });
  else target[key] = value;
}

function isFunction(value: object): boolean {
  return '_jsonata_lambda' in value || '_jsonata_function' in value;
}

/** The name by which AWS's error texts call a value's type. */
export function typeName(value: Json): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return isJsonObject(value) ? 'object' : typeof value;
}
