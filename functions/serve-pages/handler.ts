import { httpHandler } from '#shared/lambda/http.ts';
import { mailing } from '#shared/lambda/mailing.ts';
import { stores } from '#shared/lambda/stores.ts';
import { pages, troubleView } from './pages.ts';

export const handler = httpHandler(
  'serve-pages',
  async env => pages({ ...stores(env), ...(await mailing(env)), connects: env.TIKTOK_CLIENT_KEY !== '' }),
  troubleView,
);
