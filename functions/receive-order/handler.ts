import { secretsManager } from '#shared/aws/clients.ts';
import { secretJson } from '#shared/aws/secrets.ts';
import { shopSecret } from '#shared/contracts/secrets.ts';
import { httpHandler } from '#shared/lambda/http.ts';
import { stores } from '#shared/lambda/stores.ts';
import { receiveOrder } from './receive-order.ts';

export const handler = httpHandler('receive-order', async env => {
  const shops = await secretJson(secretsManager(), env.SHOP_SECRET_ARN, shopSecret);
  return { receiveOrder: receiveOrder({ ...stores(env), shops }) };
});
