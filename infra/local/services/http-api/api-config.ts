import * as z from 'zod';
import type { Resource, ResourceCatalog } from '../../assembly/resource.ts';
import { type Authorizer, authorizerOf } from './authorizer.ts';
import { functionArnOf } from './lambda-uri.ts';
import { type RoutePattern, routePattern } from './routing.ts';

const corsSchema = z.object({
  AllowOrigins: z.array(z.string()).default([]),
  AllowMethods: z.array(z.string()).default([]),
  AllowHeaders: z.array(z.string()).default([]),
  ExposeHeaders: z.array(z.string()).default([]),
  AllowCredentials: z.boolean().default(false),
  MaxAge: z.coerce.number().optional(),
});

const routeSettingsSchema = z.object({
  ThrottlingRateLimit: z.coerce.number().optional(),
  ThrottlingBurstLimit: z.coerce.number().optional(),
});

const apiSchema = z.object({ ProtocolType: z.literal('HTTP'), CorsConfiguration: corsSchema.optional() });

const stageSchema = z.object({
  StageName: z.string(),
  DefaultRouteSettings: routeSettingsSchema.default({}),
  RouteSettings: z.record(z.string(), routeSettingsSchema).default({}),
  StageVariables: z.record(z.string(), z.string()).optional(),
});

const routeSchema = z.object({
  RouteKey: z.string(),
  Target: z.string(),
  AuthorizationType: z.enum(['NONE', 'CUSTOM']).default('NONE'),
  AuthorizerId: z.string().optional(),
});

const integrationSchema = z.object({
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  IntegrationSubtype: z.undefined().optional(),
  PayloadFormatVersion: z.literal('2.0'),
  TimeoutInMillis: z.coerce.number().default(30_000),
});

export type CorsConfiguration = z.infer<typeof corsSchema>;
export type Stage = z.infer<typeof stageSchema>;
export type Throttle = z.infer<typeof routeSettingsSchema>;

export interface Route {
  readonly pattern: RoutePattern;
  readonly functionArn: string;
  readonly timeoutMs: number;
  readonly authorizer: Authorizer | undefined;
  readonly throttle: Throttle;
}

export interface ApiConfig {
  readonly id: string;
  readonly endpoint: string;
  readonly cors: CorsConfiguration | undefined;
  readonly stage: Stage;
  readonly routes: readonly Route[];
}

/** An HTTP API with its routes, integrations, authorizers and its one stage. */
export function apiConfig(api: Resource, catalog: ResourceCatalog): ApiConfig {
  const of = (type: string) =>
    catalog.ofType(`AWS::ApiGatewayV2::${type}`).filter(one => one.properties.ApiId === api.ref);
  const stages = of('Stage').map(stage => stageSchema.parse(stage.properties));
  const stage = stages.find(one => one.StageName === '$default') ?? stages[0];
  if (!stage) throw new Error(`${api.logicalId}: an HTTP API without a stage cannot be called.`);
  const integrations = new Map(of('Integration').map(one => [one.ref, one]));
  const authorizers = new Map(of('Authorizer').map(one => [one.ref, authorizerOf(one)]));
  return {
    id: api.ref,
    endpoint: String(api.attributes.ApiEndpoint),
    cors: apiSchema.parse(api.properties).CorsConfiguration,
    stage,
    routes: of('Route').map(route => routeOf(route, stage, integrations, authorizers)),
  };
}

function routeOf(
  resource: Resource,
  stage: Stage,
  integrations: ReadonlyMap<string, Resource>,
  authorizers: ReadonlyMap<string, Authorizer>,
): Route {
  const { RouteKey, Target, AuthorizerId, AuthorizationType } = checked(resource, routeSchema);
  const integration = integrations.get(Target.replace('integrations/', ''));
  if (!integration) throw new Error(`${resource.logicalId}: route ${RouteKey} names no integration.`);
  const { IntegrationUri, TimeoutInMillis } = checked(integration, integrationSchema);
  return {
    pattern: routePattern(RouteKey),
    functionArn: functionArnOf(IntegrationUri),
    timeoutMs: TimeoutInMillis,
    authorizer: AuthorizationType === 'CUSTOM' ? authorizers.get(AuthorizerId ?? '') : undefined,
    throttle: { ...stage.DefaultRouteSettings, ...stage.RouteSettings[RouteKey] },
  };
}

function checked<T>(resource: Resource, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(resource.properties);
  if (parsed.success) return parsed.data;
  throw new Error(
    `${resource.logicalId} (${resource.type}) asks for what the local HTTP API cannot do: ${parsed.error.message}`,
  );
}
