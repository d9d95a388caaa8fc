import { xml } from '../xml.ts';
import type { Buckets } from './objects.ts';

/** ListObjectsV2: keys and, with a delimiter, common prefixes, in one order and paged together. */
export function listObjects(bucket: string, buckets: Buckets, query: URLSearchParams): string {
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const maxKeys = Math.min(Number(query.get('max-keys') ?? 1000), 1000);
  const token = query.get('continuation-token');
  const after = token === null ? (query.get('start-after') ?? '') : Buffer.from(token, 'base64url').toString();
  const encode = query.get('encoding-type') === 'url' ? encodeURIComponent : (text: string) => text;

  const entries = new Map<string, ReturnType<Buckets['head']> | undefined>();
  for (const object of buckets.list(bucket, prefix)) {
    const cut = delimiter ? object.key.indexOf(delimiter, prefix.length) : -1;
    if (cut < 0) entries.set(object.key, object);
    else entries.set(object.key.slice(0, cut + delimiter.length), undefined);
  }
  const rest = [...entries].filter(
    ([name]) => after === '' || Buffer.compare(Buffer.from(name), Buffer.from(after)) > 0,
  );
  const page = rest.slice(0, maxKeys);
  const truncated = rest.length > page.length;
  const next = truncated ? Buffer.from(page.at(-1)?.[0] ?? '').toString('base64url') : undefined;
  return xml(
    'ListBucketResult',
    {
      Name: bucket,
      Prefix: encode(prefix),
      ...(delimiter ? { Delimiter: encode(delimiter) } : {}),
      MaxKeys: maxKeys,
      KeyCount: page.length,
      IsTruncated: truncated,
      ...(query.get('encoding-type') ? { EncodingType: 'url' } : {}),
      NextContinuationToken: next,
      Contents: page.flatMap(([key, object]) =>
        object
          ? [
              {
                Key: encode(key),
                LastModified: new Date(object.modifiedMs).toISOString(),
                ETag: object.etag,
                Size: object.size,
                StorageClass: 'STANDARD',
              },
            ]
          : [],
      ),
      CommonPrefixes: page.flatMap(([name, object]) => (object ? [] : [{ Prefix: encode(name) }])),
    },
    'http://s3.amazonaws.com/doc/2006-03-01/',
  );
}
