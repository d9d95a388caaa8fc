import { beforeEach, vi } from 'vitest';
import { serveApi } from '#functions/serve-api/serve-api.ts';
import { httpHandler } from '#shared/lambda/http.ts';
import { call } from './http.ts';
import { freshProduct, type Product } from './product.ts';

const environment = {
  TABLE_NAME: 'T',
  FILES_BUCKET: 'files',
  PUBLIC_URL: 'https://go.meadow.example',
  SIGNING_SECRET_ARN: 'arn',
  CONFIGURATION_SET: 'set',
  REPLY_DOMAIN: 'reply.meadow.example',
  CAMPAIGN_MACHINE_ARN: 'arn',
  SENDER_DOMAIN: 'meadow.example',
};

/** The API as the gateway calls it, over a product of its own for every test. */
export function freshApi(): { product(): Product; api(...args: ApiCall): ReturnType<typeof call> } {
  let product: Product;
  let handler: unknown;
  beforeEach(async () => {
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
    product = await freshProduct();
    handler = httpHandler('serve-api', () => serveApi(product));
  });
  return { product: () => product, api: (route, given) => call(handler, route, { scopes: 'admin', ...given }) };
}
type ApiCall = [route: string, given?: Parameters<typeof call>[2]];
