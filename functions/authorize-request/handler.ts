import type { APIGatewayRequestAuthorizerEventV2 } from 'aws-lambda';
import { step } from '#shared/lambda/step.ts';
import { stores } from '#shared/lambda/stores.ts';
import { authorizeRequest } from './authorize-request.ts';

export const handler = step('authorize-request', env => {
  const authorize = authorizeRequest(stores(env));
  return event => authorize(event as APIGatewayRequestAuthorizerEventV2);
});
