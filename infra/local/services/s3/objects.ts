import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Clock } from '../../clock.ts';
import { openBlobs, openDocuments } from '../../documents.ts';
import { AwsError } from '../aws-protocol.ts';

export interface StoredObject {
  readonly key: string;
  readonly size: number;
  readonly etag: string;
  readonly modifiedMs: number;
  /** Content-Type and its like, and `x-amz-meta-*`; names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface Buckets {
  readonly names: readonly string[];
  head(bucket: string, key: string): StoredObject;
  read(bucket: string, key: string): { object: StoredObject; body: Buffer };
  put(bucket: string, key: string, body: Uint8Array, headers?: Readonly<Record<string, string>>): StoredObject;
  delete(bucket: string, key: string): void;
  /** In the order of their keys' UTF-8 bytes, as S3 lists. */
  list(bucket: string, prefix: string): StoredObject[];
  exists(bucket: string, key: string): boolean;
}

/** The buckets of the template, in memory or on disk. */
export function openBuckets(names: readonly string[], clock: Clock, dataDir: string | undefined): Buckets {
  const buckets = new Map(
    names.map(name => {
      const directory = dataDir && join(dataDir, 's3', name);
      return [name, { objects: openDocuments<StoredObject>(directory), bodies: openBlobs(directory) }];
    }),
  );
  const of = (bucket: string) => {
    const found = buckets.get(bucket);
    if (!found) throw new AwsError('NoSuchBucket', 'The specified bucket does not exist', 404);
    return found;
  };
  const head = (bucket: string, key: string) => {
    const object = of(bucket).objects.get(key);
    if (!object) throw new AwsError('NoSuchKey', 'The specified key does not exist.', 404);
    return object;
  };
  return {
    names,
    head,
    read: (bucket, key) => ({ object: head(bucket, key), body: of(bucket).bodies.get(key) ?? Buffer.alloc(0) }),
    put(bucket, key, body, headers = {}) {
      const etag = `"${createHash('md5').update(body).digest('hex')}"`;
      const object = { key, size: body.length, etag, modifiedMs: clock.now(), headers };
      of(bucket).bodies.set(key, body);
      of(bucket).objects.set(key, object);
      return object;
    },
    delete(bucket, key) {
      of(bucket).objects.delete(key);
      of(bucket).bodies.delete(key);
    },
    list: (bucket, prefix) =>
      of(bucket)
        .objects.entries()
        .map(([, object]) => object)
        .filter(object => object.key.startsWith(prefix))
        .sort((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key))),
    exists: (bucket, key) => of(bucket).objects.get(key) !== undefined,
  };
}
