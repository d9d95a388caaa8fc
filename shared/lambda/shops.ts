import { shopifyCoupons } from '#shared/adapters/shopify/coupons.ts';
import { secretsManager } from '#shared/aws/clients.ts';
import { secretJson } from '#shared/aws/secrets.ts';
import { shopSecret } from '#shared/contracts/secrets.ts';
import type { CouponIssuer } from '#shared/ports/tracking.ts';

/** Creates coupons in the shops that the operator gave an Admin API token for. */
export async function couponIssuer(env: { SHOP_SECRET_ARN: string; SHOPIFY_URL: string }): Promise<CouponIssuer> {
  const shops = await secretJson(secretsManager(), env.SHOP_SECRET_ARN, shopSecret);
  const tokens = Object.entries(shops).flatMap(([shop, { adminToken }]) =>
    adminToken ? [[shop, adminToken] as const] : [],
  );
  const [, baseUrl, version] = /^(.*)\/admin\/api\/([^/]+)\/graphql\.json$/.exec(env.SHOPIFY_URL) ?? [];
  if (baseUrl === undefined || version === undefined)
    throw new Error(
      `SHOPIFY_URL is "${env.SHOPIFY_URL}"; it must look like https://{shop}/admin/api/2026-07/graphql.json`,
    );
  return shopifyCoupons({ fetch, baseUrl, version, tokens: Object.fromEntries(tokens) });
}
