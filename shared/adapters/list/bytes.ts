import { Fault } from '#shared/errors.ts';

export type Bytes = AsyncIterable<Uint8Array> | Uint8Array;

/** The file's bytes, refused (`too-large`) beyond `maxBytes`. */
export async function* capped(bytes: Bytes, maxBytes: number, name: string): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of bytes instanceof Uint8Array ? [bytes] : bytes) {
    size += chunk.byteLength;
    if (size > maxBytes)
      throw new Fault('too-large', `${name} is larger than ${Math.floor(maxBytes / 2 ** 20)} MB: split it`);
    yield chunk;
  }
}

/** The first bytes, and all of them. */
export async function peek(
  source: AsyncGenerator<Uint8Array>,
  wanted: number,
): Promise<{ head: Uint8Array; all: AsyncIterable<Uint8Array> }> {
  const first: Uint8Array[] = [];
  for (let size = 0; size < wanted; ) {
    const next = await source.next();
    if (next.done) break;
    first.push(next.value);
    size += next.value.byteLength;
  }
  return { head: Buffer.concat(first).subarray(0, wanted), all: chain(first, source) };
}

export async function take<T>(items: AsyncIterator<T>, most: number): Promise<T[]> {
  const taken: T[] = [];
  while (taken.length < most) {
    const next = await items.next();
    if (next.done) break;
    taken.push(next.value);
  }
  return taken;
}

export async function* chain<T>(first: readonly T[], rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield* first;
  yield* rest;
}
