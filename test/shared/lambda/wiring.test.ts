import { createHmac } from 'node:crypto';
import { SecretValue } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Context } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { stageOf } from '#infra/aws/config.ts';
import { AppTable } from '#infra/aws/constructs/app-table.ts';
import { runningCloud } from '#test/support/cloud/running-cloud.ts';
import { call, gatewayEvent } from '#test/support/product/http.ts';

/** The handlers as they are deployed, SDK clients and all, with nothing but their environment. */

const shop = 'meadow.myshopify.com';
const given = (secretName: string, value: string) => ({
  secretName,
  secretStringValue: SecretValue.unsafePlainText(value),
});
const cloud = runningCloud(stack => {
  new AppTable(stack, 'Table', stageOf('local'));
  new Bucket(stack, 'Files');
  new Secret(stack, 'Key', given('key', 'a key'));
  const admin = { webhookSecrets: ['hook'], adminToken: 'shpat' };
  new Secret(stack, 'Shops', given('shops', JSON.stringify({ [shop]: admin })));
  new Secret(
    stack,
    'Platforms',
    given(
      'platforms',
      JSON.stringify({
        instagram: { userId: '1', token: 't' },
        youtube: { apiKey: 'k' },
        tiktok: { clientSecret: 's' },
        hypeauditor: { clientId: 'c', token: 't' },
        modash: { apiKey: 'm', creditsPerMonth: 10 },
      }),
    ),
  );
  new Secret(stack, 'NoPlatforms', given('no-platforms', '{}'));
});

beforeAll(() => {
  const { endpoint, region, credentials } = cloud().clientConfig();
  const environment = {
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    TABLE_NAME: cloud().resources.ofType('AWS::DynamoDB::Table')[0]?.ref ?? '',
    FILES_BUCKET: cloud().resources.ofType('AWS::S3::Bucket')[0]?.ref ?? '',
    PUBLIC_URL: 'https://go.meadow.example',
    SIGNING_SECRET_ARN: 'key',
    SHOP_SECRET_ARN: 'shops',
    CONFIGURATION_SET: 'set',
    REPLY_DOMAIN: 'reply.meadow.example',
    CAMPAIGN_MACHINE_ARN: 'arn:aws:states:us-east-1:000000000000:stateMachine:campaign',
    SENDER_DOMAIN: 'meadow.example',
    TIKTOK_CLIENT_KEY: '',
  };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
});
afterAll(() => {
  vi.unstubAllEnvs();
});

const handlerOf = async (module: Promise<{ handler: unknown }>) => (await module).handler;
const invoke = async (handler: unknown, event: unknown) =>
  (handler as (event: unknown, context: Context) => Promise<unknown>)(event, { awsRequestId: '1' } as Context);

describe('the deployed handlers', () => {
  test('serve-api makes a token, authorize-request lets its bearer in', async () => {
    const api = await handlerOf(import('#functions/serve-api/handler.ts'));
    const body = { name: 'ops', scopes: ['read'] };
    const { status, json } = await call(api, 'POST /tokens', { body, scopes: 'admin' });
    expect(status).toBe(201);
    const authorize = await handlerOf(import('#functions/authorize-request/handler.ts'));
    const request = gatewayEvent('GET /campaigns', { headers: { authorization: `Bearer ${json.token}` } });
    expect(await invoke(authorize, request)).toEqual({
      isAuthorized: true,
      context: { tokenId: json.id, scopes: 'read' },
    });
    expect((await call(api, 'GET /campaigns', { scopes: 'read' })).json).toEqual({ items: [] });
  });

  test('serve-api refuses an upload that is not there, by asking the bucket', async () => {
    const api = await handlerOf(import('#functions/serve-api/handler.ts'));
    const upload = await call(api, 'POST /uploads', { body: { name: 'a.csv', bytes: 5 }, scopes: 'launch' });
    expect((await fetch(upload.json.url, { method: 'PUT', body: 'a,b,c' })).status).toBe(200);
  });

  test('receive-order knows the shop by its secret', async () => {
    const orders = await handlerOf(import('#functions/receive-order/handler.ts'));
    const body = JSON.stringify({ id: 1, created_at: '2026-03-02T06:00:00Z', currency: 'INR', total_price: '5.00' });
    const signature = createHmac('sha256', 'hook').update(body).digest('base64');
    const sent = (header: string) =>
      call(orders, `POST /shops/${shop}/orders`, { body, headers: { 'x-shopify-hmac-sha256': header } });
    expect(await sent(signature)).toMatchObject({ status: 200, json: { counted: false } });
    expect((await sent('x')).status).toBe(401);
  });

  test('follow-link and record-mail-event read the table', async () => {
    const follow = await handlerOf(import('#functions/follow-link/handler.ts'));
    expect((await call(follow, 'GET /l/nobody')).status).toBe(404);
    const record = await handlerOf(import('#functions/record-mail-event/handler.ts'));
    const mail = { messageId: 'm', timestamp: '2026-03-02T06:00:00Z', destination: ['a@b.example'] };
    expect(await invoke(record, { eventType: 'Send', mail, send: {} })).toEqual({});
  });
});

describe('what is wired from secrets and addresses', () => {
  const platforms = {
    TABLE_NAME: 'table',
    INSTAGRAM_URL: 'https://graph.facebook.com/v26.0',
    YOUTUBE_URL: 'https://youtube.example',
    TIKTOK_URL: 'https://tiktok.example',
    TIKTOK_CLIENT_KEY: 'key-of-the-app',
    VAULT_SECRET_ARN: 'key',
  };
  const rateBudget = { take: async () => ({ kind: 'granted' as const }), close: async () => {} };

  test('sources for the platforms that have credentials; blogs need none', async () => {
    const { metricsSources } = await import('#shared/lambda/platforms.ts');
    const sources = async (arn: string, over: object = {}) =>
      metricsSources({ ...platforms, PLATFORM_SECRET_ARN: arn, ALLOWED_PRIVATE_HOSTS: '', ...over }, { rateBudget });
    expect(Object.keys(await sources('platforms')).toSorted()).toEqual(['blog', 'instagram', 'tiktok', 'youtube']);
    expect(await sources('platforms', { TIKTOK_CLIENT_KEY: '' })).not.toHaveProperty('tiktok');
    expect(Object.keys(await sources('no-platforms'))).toEqual(['blog']);
    const unversioned = sources('platforms', { INSTAGRAM_URL: 'https://graph.facebook.com' });
    await expect(unversioned).rejects.toThrow('must end in a Graph API version');
  });

  test('reports of the vendors that the operator has a plan with', async () => {
    const { reportSources } = await import('#shared/lambda/vendors.ts');
    const urls = { HYPEAUDITOR_URL: 'https://hypeauditor.example', MODASH_URL: 'https://modash.example' };
    const sources = (arn: string) => reportSources({ ...urls, PLATFORM_SECRET_ARN: arn }, { rateBudget });
    expect(Object.keys(await sources('platforms')).toSorted()).toEqual(['hypeauditor', 'modash']);
    expect(await sources('no-platforms')).toEqual({});
  });

  test('coupons for the shops that have an Admin API token', async () => {
    const { couponIssuer } = await import('#shared/lambda/shops.ts');
    const url = 'https://{shop}/admin/api/2026-07/graphql.json';
    const issuer = await couponIssuer({ SHOP_SECRET_ARN: 'shops', SHOPIFY_URL: url });
    const coupon = { shop: 'unknown.myshopify.com', code: 'A', percent: 10, title: 'A', startsAt: '', endsAt: '' };
    expect(await issuer.create(coupon)).toMatchObject({ kind: 'failed', retry: false });
    const misread = couponIssuer({ SHOP_SECRET_ARN: 'shops', SHOPIFY_URL: 'https://shop.example' });
    await expect(misread).rejects.toThrow('it must look like https://{shop}/admin/api/');
  });

  test('one key signs the same text the same, and another text otherwise', async () => {
    const { signing } = await import('#shared/lambda/signing.ts');
    const sign = await signing('key');
    expect(sign('a')).toEqual(createHmac('sha256', 'a key').update('a').digest());
    expect(sign('a')).not.toEqual(sign('b'));
  });

  test('the role’s variables are the credentials', async () => {
    const { defaultProvider } = await import('#shared/lambda/credentials.ts');
    expect(await defaultProvider()()).toEqual({ accessKeyId: 'owner', secretAccessKey: 'local' });
    vi.stubEnv('AWS_SESSION_TOKEN', 'session');
    expect(await defaultProvider()()).toMatchObject({ sessionToken: 'session' });
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', '');
    await expect(defaultProvider()()).rejects.toThrow('are not set');
  });
});
