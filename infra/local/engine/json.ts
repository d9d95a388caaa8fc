export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Each value is written several times in a row: as a state's output, as the next one's input, to count its bytes. */
let texts = new Map<object, string>();
let textLength = 0;
const mostTexts = 2000;
const longestTexts = 8_000_000;

/**
 * Compact JSON text. Remembered for a while for objects, which nobody changes once they are in an execution. Not in a WeakMap:
 * going through one made garbage collection take as long as everything else.
 */
export function textOf(value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const known = texts.get(value);
  if (known !== undefined) return known;
  const text = JSON.stringify(value);
  textLength += text.length;
  if (texts.size >= mostTexts || textLength > longestTexts) {
    texts = new Map();
    textLength = text.length;
  }
  texts.set(value, text);
  return text;
}

/** UTF-8 bytes of the JSON text, which is what AWS counts. */
export function byteLength(value: Json): number {
  return Buffer.byteLength(textOf(value));
}

/** A character has at most three bytes, so most values need no counting. */
export function isLongerThan(bytes: number, value: Json): boolean {
  const text = textOf(value);
  return text.length * 3 > bytes && Buffer.byteLength(text) > bytes;
}
