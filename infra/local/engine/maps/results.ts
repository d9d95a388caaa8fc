import type { Header } from '../execution/execution.ts';
import { type Json, textOf } from '../json.ts';
import type { ObjectStore } from '../ports.ts';
import type { MapRunHeader, ResolvedWriter } from './map-run.ts';

/** A child of a Map Run: its execution, or the input it never got to start with. */
export type Child = { readonly header: Header } | { readonly pending: Json };

/** The Map state's result: the children's outputs, or where they were written. */
export async function resultOf(objects: ObjectStore, run: MapRunHeader, children: readonly Child[]): Promise<Json> {
  const { writer } = run;
  if (writer?.bucket !== undefined) return exportResults(objects, run, writer, writer.bucket, children);
  const started = children.flatMap(child => ('header' in child ? child.header : []));
  return started.flatMap(header => shape(header, writer?.transformation ?? 'COMPACT'));
}

function shape(header: Header, transformation: ResolvedWriter['transformation']): Json[] {
  if (transformation === 'NONE' || header.status !== 'SUCCEEDED') return [withMetadata(header)];
  const output = header.output ?? null;
  return transformation === 'FLATTEN' && Array.isArray(output) ? output : [output];
}

/** A child as the results show it; the FAILED and PENDING files always do. */
function withMetadata(header: Header): Json {
  const redrivable = header.status !== 'SUCCEEDED' && header.type === 'STANDARD';
  return {
    ExecutionArn: header.arn,
    Input: textOf(header.input),
    InputDetails: { Included: true },
    Name: header.name,
    ...(header.output !== undefined && { Output: textOf(header.output), OutputDetails: { Included: true } }),
    ...(header.error !== undefined && { Error: header.error }),
    ...(header.cause !== undefined && { Cause: header.cause }),
    RedriveCount: header.redriveCount,
    RedriveStatus: redrivable ? 'REDRIVABLE' : 'NOT_REDRIVABLE',
    ...(!redrivable && { RedriveStatusReason: `Execution is ${header.status} and cannot be redriven` }),
    StartDate: new Date(header.startMs).toISOString(),
    StateMachineArn: header.machineArn,
    Status: header.status,
    ...(header.stopMs !== undefined && { StopDate: new Date(header.stopMs).toISOString() }),
  };
}

async function exportResults(
  objects: ObjectStore,
  run: MapRunHeader,
  writer: ResolvedWriter,
  bucket: string,
  children: readonly Child[],
): Promise<Json> {
  const folder = [writer.prefix.replace(/\/$/, ''), run.arn.split(':').at(-1)].filter(Boolean).join('/');
  const files: { [status: string]: Json[] } = {};
  for (const [status, list] of Object.entries(byStatus(children, writer))) {
    files[status] = [];
    if (list.length === 0) continue;
    const Key = `${folder}/${status}_0.${writer.outputType === 'JSONL' ? 'jsonl' : 'json'}`;
    const body = writer.outputType === 'JSONL' ? list.map(textOf).join('\n') : `[${list.map(textOf).join(',')}]`;
    await objects.put(bucket, Key, body);
    files[status].push({ Key, Size: Buffer.byteLength(body) });
  }
  const Key = `${folder}/manifest.json`;
  await objects.put(bucket, Key, textOf({ DestinationBucket: bucket, MapRunArn: run.arn, ResultFiles: files }));
  return { MapRunArn: run.arn, ResultWriterDetails: { Bucket: bucket, Key } };
}

/** ABORTED and TIMED_OUT children are among the FAILED ones. */
function byStatus(
  children: readonly Child[],
  writer: ResolvedWriter,
): { FAILED: Json[]; PENDING: Json[]; SUCCEEDED: Json[] } {
  const lists: { FAILED: Json[]; PENDING: Json[]; SUCCEEDED: Json[] } = { FAILED: [], PENDING: [], SUCCEEDED: [] };
  for (const child of children) {
    if ('pending' in child) lists.PENDING.push(pendingChild(child.pending));
    else if (child.header.status === 'SUCCEEDED') lists.SUCCEEDED.push(...shape(child.header, writer.transformation));
    else lists.FAILED.push(withMetadata(child.header));
  }
  return lists;
}

function pendingChild(input: Json): Json {
  return { Input: textOf(input), InputDetails: { Included: true }, Status: 'PENDING' };
}
