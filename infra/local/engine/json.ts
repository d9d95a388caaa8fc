export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const texts = new WeakMap<object, string>();

/** Compact JSON text. Remembered for objects, which nobody changes once they are in an execution. */
export function textOf(value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const known = texts.get(value);
  if (known !== undefined) return known;
  const text = JSON.stringify(value);
  texts.set(value, text);
  return text;
}

/** UTF-8 bytes of the JSON text, which is what AWS counts. */
export function byteLength(value: Json): number {
  return Buffer.byteLength(textOf(value));
}
