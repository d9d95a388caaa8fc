import { tiktokClient } from '#shared/adapters/tiktok/client.ts';
import { Fault, faults } from '#shared/errors.ts';
import { type ErrorView, httpHandler } from '#shared/lambda/http.ts';
import { platformCredentials, tiktokApp } from '#shared/lambda/platforms.ts';
import { signing } from '#shared/lambda/signing.ts';
import { stores } from '#shared/lambda/stores.ts';
import { connectionsOf } from '#shared/lambda/vault.ts';
import { troublePage } from '#shared/pages/trouble.ts';
import { connectAccount } from './connect-account.ts';

/** People come here, not programs. The link does not say whose it was. */
const inWords: ErrorView = error => {
  const status = error instanceof Fault ? faults[error.fault].status : 500;
  const trouble = status === 410 ? 'expired' : status < 500 ? 'invalid' : 'failed';
  return { status, ...troublePage({ language: 'en', brand: 'Groundswell' }, trouble) };
};

export const handler = httpHandler(
  'connect-account',
  async env => {
    const app = tiktokApp(env, await platformCredentials(env));
    return connectAccount({
      ...stores(env),
      connections: await connectionsOf(env),
      sign: await signing(env.SIGNING_SECRET_ARN),
      publicUrl: env.PUBLIC_URL,
      ...(app && { tiktok: { app, client: tiktokClient(app), authUrl: env.TIKTOK_AUTH_URL } }),
    });
  },
  inWords,
);
