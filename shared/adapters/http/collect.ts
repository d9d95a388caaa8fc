import { Fault } from '#shared/errors.ts';

/** All bytes of a file that must be read as a whole; refused (`too-large`) beyond `maxBytes`. */
export async function collect(
  source: AsyncIterable<Uint8Array> | Uint8Array,
  maxBytes: number,
  name: string,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source instanceof Uint8Array ? [source] : source) {
    size += chunk.byteLength;
    if (size > maxBytes)
      throw new Fault('too-large', `${name} is larger than ${Math.floor(maxBytes / 2 ** 20)} MB: split it`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}
