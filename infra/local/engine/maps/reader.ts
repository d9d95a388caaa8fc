import type { Reader } from '../definition/machine.ts';
import type { ReadRequest } from '../execution/execution.ts';
import { StateFault } from '../execution/state-fault.ts';
import { isJsonObject, type Json } from '../json.ts';
import type { ObjectStore, ObjectSummary } from '../ports.ts';
import { readCsv } from './csv.ts';
import type { MapItems } from './map-run.ts';

const readerFault = (cause: string): StateFault => new StateFault('States.ItemReaderFailed', cause);

/** The items of a Distributed Map out of an object, a listing, or the objects of a listing. `maxItems` 0: all of them. */
export async function readItems(objects: ObjectStore, reader: Reader, request: ReadRequest): Promise<MapItems> {
  try {
    const { items, sources } = await readAll(objects, reader, request);
    const kept = request.maxItems > 0 ? request.maxItems : items.length;
    return { items: items.slice(0, kept), sources: sources.slice(0, kept) };
  } catch (thrown) {
    throw thrown instanceof StateFault ? thrown : readerFault((thrown as Error).message);
  }
}

async function readAll(
  objects: ObjectStore,
  reader: Reader,
  request: ReadRequest,
): Promise<Required<Omit<MapItems, 'keys'>>> {
  const { bucket, key, prefix, maxItems } = request;
  if (reader.operation === 'getObject') return from(bucket, key, parse(reader, await text(objects, bucket, key)));
  const listed = await objects.list(bucket, prefix);
  if (!reader.loadsObjects) return from(bucket, undefined, listed.map(asItem));
  const items: Json[] = [];
  const sources: string[] = [];
  for (const { Key } of listed) {
    const loaded = from(bucket, Key, parse(reader, await text(objects, bucket, Key)));
    items.push(...loaded.items);
    sources.push(...loaded.sources);
    if (maxItems > 0 && items.length >= maxItems) break;
  }
  return { items, sources };
}

function from(bucket: string, key: string | undefined, items: Json[]): { items: Json[]; sources: string[] } {
  const source = `S3://${bucket}${key === undefined ? '' : `/${key}`}`;
  return { items, sources: items.map(() => source) };
}

function asItem({ Key, Size, LastModified, ETag, StorageClass = 'STANDARD' }: ObjectSummary): Json {
  return { Etag: ETag, Key, LastModified, Size, StorageClass };
}

async function text(objects: ObjectStore, bucket: string, key: string): Promise<string> {
  return new TextDecoder().decode(await objects.get(bucket, key));
}

function parse(reader: Reader, body: string): Json[] {
  if (reader.inputType === 'CSV') return readCsv(body, reader);
  if (reader.inputType === 'JSON') return itemsAt(parseJson(body), reader.itemsPointer);
  return body
    .split(/\r?\n/)
    .filter(line => line.trim() !== '')
    .map(parseJson);
}

function parseJson(body: string): Json {
  try {
    return JSON.parse(body);
  } catch (error) {
    throw readerFault(`The object is not valid JSON: ${(error as Error).message}`);
  }
}

/** The array, or the entries of the object, at a JSON Pointer (RFC 6901). */
function itemsAt(document: Json, pointer: string): Json[] {
  let value: Json | undefined = document;
  for (const step of pointer.split('/').slice(1)) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    value = Array.isArray(value) ? value[Number(key)] : isJsonObject(value) ? value[key] : undefined;
  }
  if (!Array.isArray(value)) throw readerFault('Attempting to map over non-iterable node.');
  return value;
}
