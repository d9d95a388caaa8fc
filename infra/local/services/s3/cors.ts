import * as z from 'zod';
import type { Resource } from '../../assembly/resource.ts';

const schema = z.object({
  CorsConfiguration: z
    .object({
      CorsRules: z.array(
        z.object({
          AllowedOrigins: z.array(z.string()),
          AllowedMethods: z.array(z.string()),
          AllowedHeaders: z.array(z.string()).default([]),
          ExposedHeaders: z.array(z.string()).default([]),
          MaxAge: z.coerce.number().optional(),
        }),
      ),
    })
    .default({ CorsRules: [] }),
});

export type CorsRule = z.infer<typeof schema>['CorsConfiguration']['CorsRules'][number];

export const corsRules = (bucket: Resource): CorsRule[] => schema.parse(bucket.properties).CorsConfiguration.CorsRules;

/** The CORS headers of the first rule that allows this; nothing where no rule does. */
export function corsHeaders(
  rules: readonly CorsRule[],
  origin: string,
  method: string,
  askedHeaders: readonly string[] = [],
): Record<string, string> | undefined {
  const rule = rules.find(
    ({ AllowedOrigins, AllowedMethods, AllowedHeaders }) =>
      AllowedOrigins.some(pattern => matches(pattern, origin)) &&
      AllowedMethods.includes(method) &&
      askedHeaders.every(header =>
        AllowedHeaders.some(pattern => matches(pattern.toLowerCase(), header.toLowerCase())),
      ),
  );
  if (!rule) return undefined;
  return {
    'access-control-allow-origin': rule.AllowedOrigins.includes('*') ? '*' : origin,
    'access-control-allow-methods': rule.AllowedMethods.join(', '),
    ...(askedHeaders.length > 0 ? { 'access-control-allow-headers': askedHeaders.join(', ') } : {}),
    ...(rule.ExposedHeaders.length > 0 ? { 'access-control-expose-headers': rule.ExposedHeaders.join(', ') } : {}),
    ...(rule.MaxAge === undefined ? {} : { 'access-control-max-age': String(rule.MaxAge) }),
  };
}

function matches(pattern: string, text: string): boolean {
  const [before = '', after] = pattern.split('*');
  return after === undefined ? pattern === text : text.startsWith(before) && text.endsWith(after);
}
