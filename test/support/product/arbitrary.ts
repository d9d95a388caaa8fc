import * as fc from 'fast-check';
import type * as z from 'zod';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** Values that fit a JSON Schema, as far as our stored shapes use it; formats and patterns are not followed. */
export function valuesOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  const alternatives = schema.anyOf ?? schema.oneOf ?? typesOf(schema);
  if (alternatives) return fc.oneof(...alternatives.map(one => valuesOf(one as JsonSchema)));
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'string':
      return fc.string({ unit: 'grapheme' });
    case 'number':
    case 'integer':
      // DynamoDB keeps 38 digits of every number, but no negative zero.
      return fc.oneof(
        fc.maxSafeInteger(),
        fc.integer({ max: 1e9 }).map(millionths => millionths / 1e6 || 0),
      );
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(valuesOf(schema.items as JsonSchema), { maxLength: 3 });
    case 'object':
      return objectsOf(schema);
    default:
      throw new Error(`no values are known for ${JSON.stringify(schema)}`);
  }
}

/** `["number", "null"]` stands for one schema per type. */
const typesOf = ({ type, ...rest }: JsonSchema): JsonSchema[] | undefined =>
  Array.isArray(type) ? type.map(one => ({ ...rest, type: one })) : undefined;

/** No object can hold a member called `__proto__`; the importer renames such columns. */
const names = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter(name => name !== '__proto__');

function objectsOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  const { properties, required = [], propertyNames, additionalProperties } = schema;
  if (!properties)
    return fc.dictionary(
      (propertyNames as JsonSchema | undefined)?.enum ? (valuesOf(propertyNames as JsonSchema) as typeof names) : names,
      valuesOf(additionalProperties as JsonSchema),
      { maxKeys: 3, noNullPrototype: true },
    );
  const fields = Object.entries(properties).map(([name, one]) => [name, valuesOf(one as JsonSchema)] as const);
  return fc.record(Object.fromEntries(fields), { requiredKeys: required, noNullPrototype: true });
}
