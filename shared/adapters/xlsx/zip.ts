import type { Readable } from 'node:stream';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { Fault } from '#shared/errors.ts';

/** A hundred thousand rows take some 10 MB, zipped; the directory of the parts lies at the end, so all of it is held. */
export const maxZippedBytes = 32 * 1024 * 1024;
/** The largest real workbooks have some hundred parts. */
const maxEntries = 2000;
/** XML of tables shrinks to a tenth, at most to a fiftieth. Deflate can do a thousand: a bomb. */
const maxRatio = 200;
const maxInflatedBytes = 512 * 1024 * 1024;
/** Below this nothing can explode. */
const harmlessBytes = 10 * 1024 * 1024;

export interface Archive {
  has(path: string): boolean;
  /** The text of one part, in pieces. */
  read(path: string): AsyncGenerator<string>;
}

/** The parts of a zipped document. Sizes are checked against what the archive declares, and what comes out against that. */
export async function openArchive(bytes: Uint8Array, name: string): Promise<Archive> {
  const refused = (because: string) => new Fault('unprocessable', `${name} ${because}`);
  const broken = (error: unknown) =>
    error instanceof Fault
      ? error
      : refused(`is a damaged workbook (${error instanceof Error ? error.message : 'unreadable'}): save it again`);
  const entries = new Map<string, Entry>();
  let zip: ZipFile;
  try {
    zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      lazyEntries: true,
      autoClose: false,
    });
    if (zip.entryCount > maxEntries) throw refused(`holds ${zip.entryCount} parts, which no list does`);
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName.replace(/^\//, '').toLowerCase(), entry);
  } catch (error) {
    throw broken(error);
  }
  for (const entry of entries.values()) refuseBomb(entry, refused);

  return {
    has: path => entries.has(path.toLowerCase()),
    async *read(path) {
      const entry = entries.get(path.toLowerCase());
      if (!entry) throw refused(`lacks its part ${path}: save it again`);
      if (entry.isEncrypted()) throw refused('is protected by a password: take it off and save it again');
      try {
        const stream: Readable = await zip.openReadStreamPromise(entry);
        const decoder = new TextDecoder('utf-8');
        for await (const chunk of stream) yield decoder.decode(chunk as Uint8Array, { stream: true });
        yield decoder.decode();
      } catch (error) {
        throw broken(error);
      }
    },
  };
}

function refuseBomb({ uncompressedSize, compressedSize }: Entry, refused: (because: string) => Fault): void {
  if (uncompressedSize <= harmlessBytes) return;
  if (uncompressedSize > maxInflatedBytes || uncompressedSize > compressedSize * maxRatio)
    throw refused(
      `would unpack to ${Math.round(uncompressedSize / 2 ** 20)} MB and is not opened: save the list as CSV (UTF-8)`,
    );
}
