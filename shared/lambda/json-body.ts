import type * as z from 'zod';
import { Fault } from '#shared/errors.ts';
import { parsed } from './problem.ts';

/** The JSON body of a request, held to its schema. An empty body is an empty object. */
export function jsonBody<S extends z.ZodType>(schema: S, rawBody: Uint8Array, what: string): z.output<S> {
  return parsed(schema, readJson(rawBody), what);
}

function readJson(rawBody: Uint8Array): unknown {
  if (rawBody.byteLength === 0) return {};
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(rawBody));
  } catch (error) {
    throw new Fault('invalid-request', `The body is no JSON: ${error instanceof Error ? error.message : 'unreadable'}`);
  }
}
