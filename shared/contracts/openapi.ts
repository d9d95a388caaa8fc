import * as z from 'zod';
import { faults } from '#shared/errors.ts';
import { routes } from './http.ts';
import { isRepeatable, type Route } from './route.ts';

type Json = Readonly<Record<string, unknown>>;

const problemSchema = {
  type: 'object',
  description: 'RFC 9457 problem details',
  required: ['type', 'title', 'status', 'detail', 'instance'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'detail'],
        properties: {
          pointer: { type: 'string', description: 'JSON Pointer into the body' },
          detail: { type: 'string' },
        },
      },
    },
  },
};

/** The OpenAPI 3.1 description, from the same schemas that requests are held to. */
export function openApi(): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const [name, route] of Object.entries(routes) as [string, Route][]) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation(name, route) };
  }
  return withSharedSchemas({
    openapi: '3.1.0',
    info: {
      title: 'Groundswell',
      version: '0.1.0',
      description: 'Micro-influencer campaigns as serverless workflows.',
    },
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'An API token: gs_...' } },
      schemas: { Problem: problemSchema },
      responses: {
        Problem: {
          description: [...new Set(Object.values(faults).map(({ status, title }) => `${status}: ${title}`))].join('\n'),
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
  });
}

/** Every JSON Schema brings the named ones that it uses; in the whole document each stands once, among the components. */
function withSharedSchemas({ components, ...document }: Json): Json {
  const schemas: Record<string, unknown> = {};
  const rest = JSON.parse(JSON.stringify(document), (key, value: unknown) => {
    if (key === '$ref') return String(value).replace('#/$defs/', '#/components/schemas/');
    if (key !== '$defs') return value;
    Object.assign(schemas, value);
    return undefined;
  });
  const { schemas: own, ...others } = components as { schemas: Json };
  return { ...rest, components: { ...others, schemas: { ...own, ...schemas } } };
}

function operation(name: string, route: Route): Json {
  const isPublic = route.scope === 'public';
  return {
    operationId: name,
    summary: route.summary,
    ...(isPublic
      ? { security: [] }
      : { security: [{ token: [] }], description: `Needs a token with scope ${route.scope}.` }),
    parameters: [
      ...pathNames(route.path).map(given => ({ name: given, in: 'path', required: true, schema: { type: 'string' } })),
      ...queryParameters(route.query),
      ...(isRepeatable(route) ? [idempotencyKey] : []),
    ],
    ...(route.body && { requestBody: { required: true, content: json(schemaOf(route.body, 'input')) } }),
    responses: { [route.status]: answer(route), default: { $ref: '#/components/responses/Problem' } },
  };
}

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'The same key and body give the same answer again, for two days.',
  schema: { type: 'string', maxLength: 200 },
};

const pathNames = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, given = '']) => given);

function queryParameters(query: z.ZodObject | undefined): Json[] {
  return Object.entries(query?.shape ?? {}).map(([given, schema]) => ({
    name: given,
    in: 'query',
    required: false,
    schema: schemaOf(schema as z.ZodType, 'input'),
  }));
}

function answer({ status, summary, answer: schema, produces }: Route): Json {
  if (status === 302) return { description: summary, headers: { location: { schema: { type: 'string' } } } };
  const types = produces ?? (schema ? ['application/json'] : []);
  return {
    description: summary,
    ...(types.length > 0 && {
      content: Object.fromEntries(
        types.map(type => [type, type === 'application/json' && schema ? { schema: schemaOf(schema, 'output') } : {}]),
      ),
    }),
  };
}

const json = (schema: Json): Json => ({ 'application/json': { schema } });

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' });
  return rest;
}
