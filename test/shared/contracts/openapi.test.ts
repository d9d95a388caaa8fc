import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import { routes } from '#shared/contracts/http.ts';
import { openApi } from '#shared/contracts/openapi.ts';
import { isRepeatable, type Route } from '#shared/contracts/route.ts';

interface Operation {
  readonly operationId: string;
  readonly security: object[];
  readonly parameters: { readonly name: string; readonly in: string }[];
  readonly requestBody?: object;
  readonly responses: Record<string, object>;
}
const document = openApi() as { paths: Record<string, Record<string, Operation>>; components: { schemas: object } };
const all = Object.entries(routes) as [string, Route][];
const operationOf = ({ path, method }: Route) => document.paths[path]?.[method.toLowerCase()];

describe('the OpenAPI description', () => {
  test('is valid OpenAPI 3.1, and every reference resolves', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(structuredClone(document));
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
    expect(validator.version).toBe('3.1');
    expect(() => validator.resolveRefs()).not.toThrow();
    expect(JSON.stringify(document)).not.toContain('$defs');
  });

  test.each(all)('has %s, with its parameters, body, answers and token', (name, route) => {
    const operation = operationOf(route);
    expect(operation?.operationId).toBe(name);
    expect(operation?.security).toEqual(route.scope === 'public' ? [] : [{ token: [] }]);
    expect(Object.keys(operation?.responses ?? {})).toEqual([String(route.status), 'default']);
    expect(operation?.requestBody !== undefined).toBe(route.body !== undefined);
    const namesIn = (where: string) => operation?.parameters.flatMap(one => (one.in === where ? one.name : []));
    expect(namesIn('path')).toEqual([...route.path.matchAll(/\{(\w+)\}/g)].map(([, param]) => param));
    expect(namesIn('query')).toEqual(Object.keys(route.query?.shape ?? {}));
    expect(namesIn('header')).toEqual(isRepeatable(route) ? ['Idempotency-Key'] : []);
  });

  test('has no route that nobody serves', () => {
    const operations = Object.values(document.paths).flatMap(methods => Object.values(methods));
    expect(operations).toHaveLength(all.length);
  });

  test('names shared schemas once', () => {
    expect(Object.keys(document.components.schemas).toSorted()).toEqual([
      'AttentionItem',
      'AttentionList',
      'Campaign',
      'CampaignSummary',
      'Candidate',
      'Collaboration',
      'Erasure',
      'Forecast',
      'ImportPreview',
      'Money',
      'NextStep',
      'Problem',
      'ProfileFigures',
      'TimelineEntry',
      'UnmatchedMail',
    ]);
  });
});
