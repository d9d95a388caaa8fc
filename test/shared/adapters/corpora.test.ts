import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { score as feedFiles } from '#infra/cli/corpora/feed-files.ts';
import { score as feeds } from '#infra/cli/corpora/feeds.ts';
import { score as numbers } from '#infra/cli/corpora/numbers.ts';
import { score as opml } from '#infra/cli/corpora/opml.ts';
import { score as shop } from '#infra/cli/corpora/shop.ts';
import { score as social } from '#infra/cli/corpora/social.ts';
import { score as webhookSignatures } from '#infra/cli/corpora/webhook-sig.ts';

/** Public test data beside the checkout; skipped where it is absent. */
const folder = new URL('../../../../shared/corpora/', import.meta.url);

const linesOf = (text: string): Record<string, unknown>[] =>
  text
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));
const rows = (name: string) => linesOf(gunzipSync(readFileSync(new URL(`${name}.jsonl.gz`, folder))).toString('utf8'));
const files = (name: string) =>
  linesOf(readFileSync(new URL(`${name}/index.jsonl`, folder), 'utf8')).map(row => ({
    ...row,
    bytes: readFileSync(new URL(`${name}/${String(row.file)}`, folder)),
  }));

describe.skipIf(!existsSync(folder))('public cases with known answers', () => {
  test.each([
    ['recorded platform answers', social, () => rows('social_api'), 1],
    ['webhook signatures and their spoilt forms', webhookSignatures, () => rows('webhook_sig'), 1],
    ['blogrolls', opml, () => files('opml'), 1],
    ['whole feeds', feedFiles, () => files('feeds'), 1],
    ['feeds of three test suites', feeds, () => rows('feeds'), 0.97],
    ['orders and refunds', shop, () => rows('shop_payloads'), 1],
    ['amounts in digits', numbers, () => rows('entities'), 0.95],
  ] as const)('%s', async (_, score, read, atLeast) => {
    const { total, passed, failed } = await score(read());
    expect(total).toBeGreaterThan(0);
    expect(passed / total, JSON.stringify(failed.slice(0, 10), null, 1)).toBeGreaterThanOrEqual(atLeast);
  });
});
