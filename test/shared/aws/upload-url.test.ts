import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { s3 } from '#shared/aws/clients.ts';
import { s3Files } from '#shared/aws/files.ts';

beforeEach(() => {
  vi.stubEnv('AWS_REGION', 'eu-west-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'key');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
});
afterEach(() => vi.unstubAllEnvs());

it('is signed for a file of this length, whatever its bytes will be', async () => {
  const url = new URL(await s3Files(s3(), 'files').uploadUrl('uploads/u-1', 1234, 3600));
  expect(url.pathname).toContain('uploads/u-1');
  expect(url.searchParams.get('X-Amz-Expires')).toBe('3600');
  expect(url.searchParams.get('X-Amz-SignedHeaders')).toContain('content-length');
  expect([...url.searchParams.keys()].filter(name => name.includes('checksum'))).toEqual([]);
});
