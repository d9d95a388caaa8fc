import { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { Bucket, HttpMethods } from 'aws-cdk-lib/aws-s3';
import { beforeAll, describe, expect, it } from 'vitest';
import { fastClock } from '#infra/local/fast-clock.ts';
import { runningCloud, start } from '#test/support/cloud/running-cloud.ts';

const clock = fastClock(start);
const cloud = runningCloud(
  stack => {
    new Bucket(stack, 'Files', {
      cors: [
        { allowedOrigins: ['https://*.example'], allowedMethods: [HttpMethods.PUT], allowedHeaders: ['*'], maxAge: 60 },
      ],
    });
  },
  { clock },
);

let s3: S3Client;
let Bucket_: string;
beforeAll(() => {
  s3 = new S3Client(cloud().clientConfig());
  Bucket_ = cloud().resources.ofType('AWS::S3::Bucket')[0]?.ref ?? '';
});

const put = (Key: string, Body: string | Uint8Array, more: object = {}) =>
  s3.send(new PutObjectCommand({ Bucket: Bucket_, Key, Body, ...more }));
const get = async (Key: string, more: object = {}) => {
  const { Body, ...rest } = await s3.send(new GetObjectCommand({ Bucket: Bucket_, Key, ...more }));
  return { ...rest, text: await Body?.transformToString() };
};

describe('a bucket on this machine', () => {
  it('gives back what was put, with its type and metadata', async () => {
    const key = 'a folder/ü+&=?#.json';
    await put(key, '{"n":"ñ"}', { ContentType: 'application/json', Metadata: { origin: 'test' } });
    const found = await get(key);
    expect(found).toMatchObject({
      text: '{"n":"ñ"}',
      ContentType: 'application/json',
      Metadata: { origin: 'test' },
      ContentLength: 10,
    });
    expect(found.LastModified?.getTime()).toBe(start);
    const { ETag } = await s3.send(new HeadObjectCommand({ Bucket: Bucket_, Key: key }));
    expect(ETag).toBe(found.ETag);
  });

  it('takes a stream', async () => {
    const stream = Readable.from([Buffer.alloc(100_000, 'x'), Buffer.alloc(100_000, 'x')]);
    await s3.send(new PutObjectCommand({ Bucket: Bucket_, Key: 'stream', Body: stream, ContentLength: 200_000 }));
    expect((await get('stream')).text).toBe('x'.repeat(200_000));
  });

  it('gives a part', async () => {
    await put('part', '0123456789');
    expect(await get('part', { Range: 'bytes=2-4' })).toMatchObject({ text: '234', ContentRange: 'bytes 2-4/10' });
    expect((await get('part', { Range: 'bytes=-3' })).text).toBe('789');
  });

  it('names a missing key and a missing bucket', async () => {
    await expect(get('nothing')).rejects.toMatchObject({ name: 'NoSuchKey', $metadata: { httpStatusCode: 404 } });
    const head = s3.send(new HeadObjectCommand({ Bucket: Bucket_, Key: 'nothing' }));
    await expect(head).rejects.toMatchObject({ name: 'NotFound' });
    const elsewhere = s3.send(new GetObjectCommand({ Bucket: 'no-such-bucket', Key: 'x' }));
    await expect(elsewhere).rejects.toMatchObject({ name: 'NoSuchBucket' });
  });

  it('writes only if absent when asked so', async () => {
    await put('once', '1', { IfNoneMatch: '*' });
    await expect(put('once', '2', { IfNoneMatch: '*' })).rejects.toMatchObject({ name: 'PreconditionFailed' });
    expect((await get('once')).text).toBe('1');
  });

  it('lists page by page, with folders', async () => {
    for (const key of ['list/a', 'list/b/1', 'list/b/2', 'list/c', 'list/é']) await put(key, key);
    const first = await s3.send(new ListObjectsV2Command({ Bucket: Bucket_, Prefix: 'list/', MaxKeys: 2 }));
    expect(first.Contents?.map(object => object.Key)).toEqual(['list/a', 'list/b/1']);
    const ContinuationToken = first.NextContinuationToken;
    const rest = await s3.send(new ListObjectsV2Command({ Bucket: Bucket_, Prefix: 'list/', ContinuationToken }));
    expect(rest.Contents?.map(object => object.Key)).toEqual(['list/b/2', 'list/c', 'list/é']);
    const folders = await s3.send(new ListObjectsV2Command({ Bucket: Bucket_, Prefix: 'list/', Delimiter: '/' }));
    expect(folders.CommonPrefixes).toEqual([{ Prefix: 'list/b/' }]);
  });

  it('copies and deletes', async () => {
    await put('from', 'body');
    await s3.send(new CopyObjectCommand({ Bucket: Bucket_, Key: 'to', CopySource: `${Bucket_}/from` }));
    await s3.send(new DeleteObjectCommand({ Bucket: Bucket_, Key: 'from' }));
    expect((await get('to')).text).toBe('body');
    await expect(get('from')).rejects.toMatchObject({ name: 'NoSuchKey' });
    await s3.send(new DeleteObjectsCommand({ Bucket: Bucket_, Delete: { Objects: [{ Key: 'to' }] } }));
    await expect(get('to')).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  it('lets a presigned URL work until it expires on the clock of the cloud', async () => {
    const signingDate = new Date(clock.now());
    const command = new PutObjectCommand({ Bucket: Bucket_, Key: 'upload' });
    const url = await getSignedUrl(s3, command, { expiresIn: 3600, signingDate });
    expect((await fetch(url, { method: 'PUT', body: 'by browser' })).status).toBe(200);
    expect((await get('upload')).text).toBe('by browser');
    await new Promise<void>(resolve => clock.at(clock.now() + 3_601_000, resolve));
    const late = await fetch(url, { method: 'PUT', body: 'late' });
    expect(late.status).toBe(403);
    expect(await late.text()).toContain('Request has expired');
  });

  it('answers a browser of an allowed origin and no other', async () => {
    const url = await getSignedUrl(s3, new PutObjectCommand({ Bucket: Bucket_, Key: 'x' }), {
      signingDate: new Date(clock.now()),
    });
    const preflight = (origin: string) =>
      fetch(url, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'PUT', 'access-control-request-headers': 'content-type' },
      });
    const allowed = await preflight('https://ops.example');
    expect([allowed.status, allowed.headers.get('access-control-allow-headers')]).toEqual([200, 'content-type']);
    expect((await preflight('https://evil.test')).status).toBe(403);
    const put_ = await fetch(url, { method: 'PUT', body: 'x', headers: { origin: 'https://ops.example' } });
    expect(put_.headers.get('access-control-allow-origin')).toBe('https://ops.example');
  });
});
