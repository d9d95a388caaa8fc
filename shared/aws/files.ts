import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { Fault } from '#shared/errors.ts';
import type { FileStore } from '#shared/ports/files.ts';

export function s3Files(client: S3Client, bucket: string): FileStore {
  const body = async (key: string) => {
    try {
      const { Body: stream, ContentLength: bytes = 0 } = await client.send(
        new GetObjectCommand({ Bucket: bucket, Key: key }),
      );
      if (stream) return { stream, bytes };
    } catch (error) {
      if (!(error instanceof NoSuchKey)) throw error;
    }
    throw new Fault('not-found', `There is no file ${key}.`);
  };
  const readBytes = async (key: string, maxBytes: number) => {
    const { stream, bytes } = await body(key);
    if (bytes > maxBytes) throw new Fault('too-large', `${key} has ${bytes} bytes; at most ${maxBytes} are read.`);
    return stream.transformToByteArray();
  };
  return {
    readBytes,
    read: async key => (await body(key)).stream as unknown as AsyncIterable<Uint8Array>,
    readText: async (key, maxBytes) => new TextDecoder().decode(await readBytes(key, maxBytes)),
    async exists(key) {
      try {
        await client.send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
        return true;
      } catch (error) {
        if (error instanceof NotFound) return false;
        throw error;
      }
    },
    async write(key, content, contentType) {
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: content, ContentType: contentType }));
    },
    async remove(key) {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
    },
    uploadUrl: (key, bytes, expiresInS) =>
      getSignedUrl(client, new PutObjectCommand({ Bucket: bucket, Key: key, ContentLength: bytes }), {
        expiresIn: expiresInS,
      }),
  };
}
