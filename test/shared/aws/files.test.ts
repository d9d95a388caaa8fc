import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SecretValue } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { s3Files } from '#shared/aws/files.ts';
import { secretJson, secretText } from '#shared/aws/secrets.ts';
import type { FileStore } from '#shared/ports/files.ts';
import { runningCloud } from '#test/support/cloud/running-cloud.ts';
import { isFault } from '#test/support/product/faults.ts';

const secret = (text: string) => ({ secretStringValue: SecretValue.unsafePlainText(text) });
const cloud = runningCloud(stack => {
  new Bucket(stack, 'Files');
  new Secret(stack, 'Shops', { secretName: 'shops', ...secret('{"token":"abc"}') });
  new Secret(stack, 'Text', { secretName: 'text', ...secret('no json') });
  new Secret(stack, 'Empty', { secretName: 'empty', ...secret('') });
});

let files: FileStore;
let secrets: SecretsManagerClient;
beforeAll(() => {
  const bucket = cloud().resources.ofType('AWS::S3::Bucket')[0]?.ref ?? '';
  files = s3Files(new S3Client(cloud().clientConfig()), bucket);
  secrets = new SecretsManagerClient(cloud().clientConfig());
});

describe('files', () => {
  const text = 'name,email\nमीरा,meera@example.com\n';

  test('are removed for good, also when there is nothing to remove', async () => {
    await files.write('uploads/u-gone', text, 'text/csv');
    await files.remove('uploads/u-gone');
    await files.remove('uploads/u-gone');
    expect(await files.exists('uploads/u-gone')).toBe(false);
  });

  test('are read as they were written, whole or as a stream', async () => {
    await files.write('uploads/u-1', text, 'text/csv');
    expect(await files.readText('uploads/u-1', 1000)).toBe(text);
    await files.write('reports/1.png', new Uint8Array([137, 80, 78, 71]), 'image/png');
    expect(await files.readBytes('reports/1.png', 4)).toEqual(new Uint8Array([137, 80, 78, 71]));
    const chunks = await Array.fromAsync(await files.read('uploads/u-1'));
    expect(Buffer.concat(chunks).toString()).toBe(text);
  });

  test('are there or not', async () => {
    await files.write('uploads/u-2', '', 'text/csv');
    expect(await files.exists('uploads/u-2')).toBe(true);
    expect(await files.exists('uploads/u-3')).toBe(false);
  });

  test('that are not there are not found', async () => {
    for (const reading of [files.read('no'), files.readText('no', 10), files.readBytes('no', 10)])
      await expect(reading).rejects.toSatisfy(isFault('not-found'));
  });

  test('that are larger than expected are refused, not read', async () => {
    await files.write('uploads/u-4', 'x'.repeat(101), 'text/csv');
    await expect(files.readText('uploads/u-4', 100)).rejects.toSatisfy(isFault('too-large'));
    await expect(files.readBytes('uploads/u-4', 100)).rejects.toThrow('has 101 bytes; at most 100 are read');
  });

  test('can be sent to an address that is good for their length', async () => {
    const url = await files.uploadUrl('uploads/u-5', text.length, 60);
    const sent = await fetch(url, { method: 'PUT', body: text });
    expect(sent.status).toBe(200);
    expect(await files.readText('uploads/u-5', 1000)).toBe(text);
  });

  test('of another account are no missing files', async () => {
    const elsewhere = s3Files(new S3Client(cloud().clientConfig()), 'no-such-bucket');
    await expect(elsewhere.read('x')).rejects.not.toSatisfy(isFault('not-found'));
  });
});

describe('secrets', () => {
  const shape = z.object({ token: z.string() });

  test('are read as text or as checked JSON', async () => {
    expect(await secretText(secrets, 'shops')).toBe('{"token":"abc"}');
    expect(await secretJson(secrets, 'shops', shape)).toEqual({ token: 'abc' });
  });

  test('that are empty, no JSON or do not fit say what to do, and never what they hold', async () => {
    await expect(secretText(secrets, 'empty')).rejects.toThrow(/empty has no text. README/);
    await expect(secretJson(secrets, 'text', shape)).rejects.toThrow(/text is no JSON. README/);
    const misfit = secretJson(secrets, 'shops', z.object({ token: z.number() }));
    await expect(misfit).rejects.toThrow('The secret shops does not fit');
    await expect(misfit).rejects.not.toThrow('abc');
  });
});
