import type { Clock } from '../../clock.ts';
import type { Counters } from '../../meter.ts';
import { AwsError, type AwsRequest, type AwsResponse, type AwsService, asAwsError } from '../aws-protocol.ts';
import type { Permissions } from '../permissions/permissions.ts';
import { xml } from '../xml.ts';
import { type CorsRule, corsHeaders } from './cors.ts';
import { listObjects } from './list-objects.ts';
import type { Buckets, StoredObject } from './objects.ts';
import { addressOf, byteRange, objectHeaders, plainBody, refuseExpired } from './s3-request.ts';

export interface S3Surroundings {
  readonly clock: Clock;
  readonly counters: Counters;
  readonly buckets: Buckets;
  corsRules(bucket: string): readonly CorsRule[];
  readonly permissions: Permissions;
}

interface Addressed {
  readonly request: AwsRequest;
  readonly bucket: string;
  readonly key: string;
}

/** The part of S3 that is needed: objects, listings, conditional writes, ranges, presigned URLs and CORS. */
export function createS3(surroundings: S3Surroundings): AwsService {
  const { clock, counters, buckets, corsRules, permissions } = surroundings;

  const operations: Readonly<Record<string, { action: string; run(addressed: Addressed): AwsResponse }>> = {
    GetObject: { action: 's3:GetObject', run: addressed => getObject(buckets, addressed) },
    HeadObject: { action: 's3:GetObject', run: addressed => getObject(buckets, addressed) },
    PutObject: { action: 's3:PutObject', run: addressed => putObject(buckets, addressed) },
    CopyObject: { action: 's3:PutObject', run: addressed => copyObject(buckets, addressed) },
    DeleteObject: {
      action: 's3:DeleteObject',
      run({ bucket, key }) {
        buckets.delete(bucket, key);
        return { status: 204 };
      },
    },
    DeleteObjects: { action: 's3:DeleteObject', run: addressed => deleteObjects(buckets, addressed) },
    ListObjectsV2: {
      action: 's3:ListBucket',
      run: ({ bucket, request }) => xmlResponse(listObjects(bucket, buckets, request.query)),
    },
    HeadBucket: {
      action: 's3:ListBucket',
      run({ bucket }) {
        buckets.exists(bucket, '');
        return { status: 200 };
      },
    },
  };

  const authorize = (request: AwsRequest, action: string, bucket: string, key: string) =>
    permissions.authorize(request, action, `arn:aws:s3:::${bucket}${action === 's3:ListBucket' ? '' : `/${key}`}`);

  /** Who may not list a bucket is not told either that a key is missing. */
  const withoutListing = (error: unknown, request: AwsRequest, bucket: string): unknown => {
    const isMissing = error instanceof AwsError && error.code === 'NoSuchKey';
    if (!isMissing || permissions.may(request, 's3:ListBucket', `arn:aws:s3:::${bucket}`)) return error;
    return new AwsError(
      'AccessDenied',
      'Access Denied: the key does not exist, and the caller may not list the bucket.',
      403,
    );
  };

  return async request => {
    const { bucket, key } = addressOf(request, buckets.names);
    const { origin } = request.headers;
    const cors = origin ? corsHeaders(corsRules(bucket), origin, request.method) : undefined;
    if (request.method === 'OPTIONS') return preflight(corsRules(bucket), request);
    try {
      refuseExpired(request.query, clock.now());
      const name = operationName(request, key);
      const operation = operations[name];
      if (!operation) throw new AwsError('NotImplemented', `The local S3 has no ${name}.`, 501);
      counters.s3(name);
      authorize(request, operation.action, bucket, name === 'DeleteObjects' ? '*' : key);
      const response = operation.run({ request, bucket, key });
      return { ...response, headers: { ...response.headers, ...cors } };
    } catch (error) {
      const response = errorResponse(request, withoutListing(error, request, bucket));
      return { ...response, headers: { ...response.headers, ...cors } };
    }
  };
}

function operationName({ method, query, headers }: AwsRequest, key: string): string {
  if (key === '') {
    if (method === 'GET' && query.get('list-type') === '2') return 'ListObjectsV2';
    if (method === 'POST' && query.has('delete')) return 'DeleteObjects';
    return method === 'HEAD' ? 'HeadBucket' : `${method} on a bucket`;
  }
  if (method === 'PUT') return headers['x-amz-copy-source'] === undefined ? 'PutObject' : 'CopyObject';
  return { GET: 'GetObject', HEAD: 'HeadObject', DELETE: 'DeleteObject' }[method] ?? method;
}

function getObject(buckets: Buckets, { request, bucket, key }: Addressed): AwsResponse {
  const { object, body } = buckets.read(bucket, key);
  const { headers, query } = request;
  if (headers['if-none-match'] === object.etag) return { status: 304, headers: { etag: object.etag } };
  if (headers['if-match'] !== undefined && headers['if-match'] !== object.etag) throw preconditionFailed();
  const range = byteRange(headers.range, object.size);
  const overrides = [...query].flatMap(([name, value]) =>
    name.startsWith('response-') ? [[name.slice(9), value]] : [],
  );
  const common = { ...describe(object), 'accept-ranges': 'bytes', ...Object.fromEntries(overrides) };
  if (!range) return { status: 200, headers: { ...common, 'content-length': String(object.size) }, body };
  const part = body.subarray(range.start, range.end + 1);
  const partial = {
    'content-range': `bytes ${range.start}-${range.end}/${object.size}`,
    'content-length': String(part.length),
  };
  return { status: 206, headers: { ...common, ...partial }, body: part };
}

const describe = (object: StoredObject) => ({
  ...object.headers,
  etag: object.etag,
  'last-modified': new Date(object.modifiedMs).toUTCString(),
});

function putObject(buckets: Buckets, { request, bucket, key }: Addressed): AwsResponse {
  const { 'if-none-match': ifNoneMatch, 'if-match': ifMatch } = request.headers;
  if (ifNoneMatch === '*' && buckets.exists(bucket, key)) throw preconditionFailed();
  if (ifMatch !== undefined && buckets.head(bucket, key).etag !== ifMatch) throw preconditionFailed();
  const object = buckets.put(bucket, key, plainBody(request), objectHeaders(request));
  return { status: 200, headers: { etag: object.etag } };
}

function copyObject(buckets: Buckets, { request, bucket, key }: Addressed): AwsResponse {
  const source = decodeURIComponent(request.headers['x-amz-copy-source'] ?? '').replace(/^\//, '');
  const slash = source.indexOf('/');
  const { object, body } = buckets.read(source.slice(0, slash), source.slice(slash + 1));
  const replaces = request.headers['x-amz-metadata-directive'] === 'REPLACE';
  const copy = buckets.put(bucket, key, body, replaces ? objectHeaders(request) : object.headers);
  return xmlResponse(
    xml('CopyObjectResult', { ETag: copy.etag, LastModified: new Date(copy.modifiedMs).toISOString() }),
  );
}

function deleteObjects(buckets: Buckets, { request, bucket }: Addressed): AwsResponse {
  const keys = [...request.body.toString().matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key = '']) => unescapeXml(key));
  for (const key of keys) buckets.delete(bucket, key);
  return xmlResponse(xml('DeleteResult', { Deleted: keys.map(Key => ({ Key })) }));
}

function preflight(rules: readonly CorsRule[], { headers }: AwsRequest): AwsResponse {
  const asked = headers['access-control-request-headers']?.split(/,\s*/) ?? [];
  const allowed = corsHeaders(rules, headers.origin ?? '', headers['access-control-request-method'] ?? '', asked);
  if (allowed) return { status: 200, headers: allowed };
  return {
    status: 403,
    headers: { 'content-type': 'application/xml' },
    body: xml('Error', { Code: 'AccessForbidden' }),
  };
}

const preconditionFailed = () =>
  new AwsError('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', 412);

const xmlResponse = (body: string): AwsResponse => ({
  status: 200,
  headers: { 'content-type': 'application/xml' },
  body,
});

function errorResponse(request: AwsRequest, error: unknown): AwsResponse {
  const { code, message, status } = asS3Error(asAwsError(error));
  // A HEAD answer has no body, so the SDK knows a missing key only by its status.
  if (request.method === 'HEAD') return { status };
  const body = xml('Error', { Code: code, Message: message, Resource: request.path });
  return { status, headers: { 'content-type': 'application/xml' }, body };
}

const asS3Error = (error: AwsError) =>
  error.code === 'AccessDeniedException' ? new AwsError('AccessDenied', error.message, 403) : error;

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescapeXml = (text: string) =>
  text.replace(/&(#x?[\da-f]+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return named[name] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return String.fromCodePoint(code);
  });
