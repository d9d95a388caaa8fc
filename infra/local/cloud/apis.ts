import { apiConfig } from '../services/http-api/api-config.ts';
import { createHttpApi } from '../services/http-api/http-api.ts';
import type { Permissions } from '../services/permissions/permissions.ts';
import type { Compute } from './compute.ts';
import type { Foundation } from './foundation.ts';

/** The public side: every HTTP API of the template at its own address. */
export function startApis(foundation: Foundation, { lambda }: Compute, permissions: Permissions): void {
  const { account, catalog, clock, counters, listeners, region } = foundation;
  const service = 'apigateway.amazonaws.com';
  for (const resource of catalog.ofType('AWS::ApiGatewayV2::Api')) {
    const api = apiConfig(resource, catalog);
    const handler = createHttpApi(api, {
      clock,
      counters,
      account,
      region,
      async invoke(functionArn, payload, sourceArn) {
        permissions.allow({
          action: 'lambda:InvokeFunction',
          resource: functionArn,
          roleArn: undefined,
          service,
          sourceArn,
        });
        return lambda.invoke(functionArn, payload);
      },
    });
    listeners.attach(api.endpoint, handler);
  }
}
