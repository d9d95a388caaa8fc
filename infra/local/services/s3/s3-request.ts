import { AwsError, type AwsRequest } from '../aws-protocol.ts';

/** Which object a request is about, path-style (`/bucket/key`) or virtual-host style (`bucket.host/key`). */
export function addressOf(request: AwsRequest, buckets: readonly string[]): { bucket: string; key: string } {
  const host = request.headers.host?.split(':')[0] ?? '';
  const hosted = buckets.find(bucket => host.startsWith(`${bucket}.`));
  const path = decodeURIComponent(request.path.slice(1).replace(/\+/g, '%2B'));
  if (hosted) return { bucket: hosted, key: path };
  const slash = path.indexOf('/');
  return slash < 0 ? { bucket: path, key: '' } : { bucket: path.slice(0, slash), key: path.slice(slash + 1) };
}

/** A presigned URL stops working at its time on the cloud's clock. */
export function refuseExpired(query: URLSearchParams, nowMs: number): void {
  const date = query.get('X-Amz-Date');
  const seconds = query.get('X-Amz-Expires');
  if (date === null || seconds === null) return;
  const signedMs = Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  if (signedMs + Number(seconds) * 1000 < nowMs) throw new AwsError('AccessDenied', 'Request has expired', 403);
}

/** The SDK sends streams in chunks with a signature or checksum each: `size;chunk-signature=...\r\n bytes \r\n ... 0\r\n`. */
export function plainBody({ headers, body }: AwsRequest): Buffer {
  if (!headers['x-amz-content-sha256']?.startsWith('STREAMING-')) return body;
  const chunks: Buffer[] = [];
  for (let at = 0; at < body.length; ) {
    const lineEnd = body.indexOf('\r\n', at);
    const size = Number.parseInt(body.subarray(at, lineEnd).toString(), 16);
    if (!size) break;
    chunks.push(body.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = lineEnd + 2 + size + 2;
  }
  return Buffer.concat(chunks);
}

const kept = ['content-type', 'content-disposition', 'content-language', 'cache-control', 'expires'];

/** What is kept with an object and given back with it. */
export function objectHeaders({ headers, query }: AwsRequest): Record<string, string> {
  const encoding = headers['content-encoding']?.replace(/,?\s*aws-chunked|aws-chunked,?\s*/, '');
  const found = Object.entries({ ...headers, ...Object.fromEntries(query), 'content-encoding': encoding || undefined });
  const stored = found.flatMap(([name, value]) => {
    const isKept = kept.includes(name) || name === 'content-encoding' || name.startsWith('x-amz-meta-');
    return isKept && value !== undefined ? [[name, value] as const] : [];
  });
  return { 'content-type': 'application/octet-stream', ...Object.fromEntries(stored) };
}

/** `bytes=0-99`, `bytes=100-`, `bytes=-100`. */
export function byteRange(range: string | undefined, size: number): { start: number; end: number } | undefined {
  const [, from, to] = range?.match(/^bytes=(\d*)-(\d*)$/) ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) return undefined;
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (start >= size || start > end) throw new AwsError('InvalidRange', 'The requested range is not satisfiable', 416);
  return { start, end };
}
