import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { after, attempted, type Maybe } from '../maybe.ts';
import { compileExpression, EvaluationFault, type Expression, isExpression, typeName } from './expression.ts';
import type { Surroundings } from './surroundings.ts';

/** A JSON value with expressions in it, parsed once. */
export type Template =
  | { readonly kind: 'constant'; readonly value: Json }
  | { readonly kind: 'expression'; readonly expression: Expression }
  | { readonly kind: 'array'; readonly items: readonly Template[] }
  | { readonly kind: 'object'; readonly fields: readonly (readonly [string, Template])[] };

/** An EvaluationFault together with the field it happened in: text and location of AWS's EvaluationFailed event. */
export class FieldFault extends Error {
  readonly location: string | undefined;

  constructor(text: string, location?: string) {
    super(text);
    this.location = location;
  }
}

export const constant = (value: Json): Template => ({ kind: 'constant', value });

export function compileTemplate(value: Json): Template {
  if (typeof value === 'string' && isExpression(value))
    return { kind: 'expression', expression: compileExpression(value) };
  if (Array.isArray(value)) {
    const items = value.map(compileTemplate);
    return items.every(isConstant) ? constant(value) : { kind: 'array', items };
  }
  if (isJsonObject(value)) {
    const fields = Object.entries(value).map(([key, item]) => [key, compileTemplate(item)] as const);
    return fields.every(([, item]) => isConstant(item)) ? constant(value) : { kind: 'object', fields };
  }
  return constant(value);
}

const isConstant = (template: Template): boolean => template.kind === 'constant';

/** The template's value. `field` is how AWS writes the place: `Output/result`, `Assign/x`, `Arguments/list[0]`. */
export function fill(template: Template, field: string, surroundings: Surroundings): Maybe<Json> {
  switch (template.kind) {
    case 'constant':
      return template.value;
    case 'expression':
      return evaluate(template.expression, field, surroundings);
    case 'array':
      return fillArray(template.items, field, surroundings, []);
    case 'object':
      return fillObject(template.fields, field, surroundings, {});
  }
}

/** One after the other, so that the first fault is the one that is told. */
function fillArray(items: readonly Template[], field: string, surroundings: Surroundings, filled: Json[]): Maybe<Json> {
  for (let at = filled.length; at < items.length; at += 1) {
    const value = fill(items[at] ?? constant(null), `${field}[${at}]`, surroundings);
    if (value instanceof Promise) return value.then(later => fillArray(items, field, surroundings, [...filled, later]));
    filled.push(value);
  }
  return filled;
}

function fillObject(
  fields: readonly (readonly [string, Template])[],
  field: string,
  surroundings: Surroundings,
  filled: JsonObject,
  from = 0,
): Maybe<Json> {
  for (let at = from; at < fields.length; at += 1) {
    const [key, template] = fields[at] ?? ['', constant(null)];
    const value = template.kind === 'constant' ? template.value : fill(template, `${field}/${key}`, surroundings);
    if (value instanceof Promise)
      return value.then(later => {
        filled[key] = later;
        return fillObject(fields, field, surroundings, filled, at + 1);
      });
    filled[key] = value;
  }
  return filled;
}

function evaluate(expression: Expression, field: string, surroundings: Surroundings): Maybe<Json> {
  return attempted(
    () => expression.evaluate(surroundings),
    fault => {
      if (!(fault instanceof EvaluationFault)) throw fault;
      throw new FieldFault(`${named(expression, field)} ${fault.message}`, field);
    },
  );
}

interface JsonTypes {
  array: Json[];
  number: number;
  string: string;
  boolean: boolean;
  object: JsonObject;
}

/** The template's value, which must be of one type. */
export function fillAs<T extends keyof JsonTypes>(
  type: T,
  template: Template,
  field: string,
  surroundings: Surroundings,
): Maybe<JsonTypes[T]> {
  return after(fill(template, field, surroundings), value => {
    if (typeName(value) === type) return value as JsonTypes[T];
    const subject =
      template.kind === 'expression'
        ? named(template.expression, field)
        : `The value specified for the field '${field}'`;
    const text = `${subject} returned an unexpected result type. Expected '${type}', but was '${typeName(value)}' for value: ${JSON.stringify(value)}`;
    throw new FieldFault(text, field);
  });
}

function named(expression: Expression, field: string): string {
  return `The JSONata expression '${expression.source}' specified for the field '${field}'`;
}
