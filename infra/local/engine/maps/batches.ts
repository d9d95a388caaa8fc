import { byteLength, type Json } from '../json.ts';
import type { ChildInput } from './map-run.ts';

interface BatchLimits {
  /** 0: no limit. */
  readonly maxItems: number;
  readonly maxBytes: number;
  readonly batchInput: Json | undefined;
}

/** Groups items into the inputs of child executions. An item larger than a batch may be stands alone. */
export function batch(items: readonly Json[], { maxItems, maxBytes, batchInput }: BatchLimits): ChildInput[] {
  const wrapper = (list: Json[]): Json => ({
    ...(batchInput !== undefined && { BatchInput: batchInput }),
    Items: list,
  });
  const empty = byteLength(wrapper([]));
  const batches: ChildInput[] = [];
  let list: Json[] = [];
  let bytes = empty;
  const close = () => {
    if (list.length > 0) batches.push({ input: wrapper(list), itemCount: list.length });
    list = [];
    bytes = empty;
  };
  for (const item of items) {
    const size = byteLength(item) + 1; // and its comma
    const isFull = (maxItems > 0 && list.length >= maxItems) || (maxBytes > 0 && bytes + size - 1 > maxBytes);
    if (isFull) close();
    list.push(item);
    bytes += size;
  }
  close();
  return batches;
}
