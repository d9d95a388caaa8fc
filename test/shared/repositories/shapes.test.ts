import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import * as audience from '#shared/repositories/shapes/audience.ts';
import * as campaign from '#shared/repositories/shapes/campaign.ts';
import * as candidate from '#shared/repositories/shapes/candidate.ts';
import * as collaboration from '#shared/repositories/shapes/collaboration.ts';
import * as records from '#shared/repositories/shapes/records.ts';
import type { Shape } from '#shared/repositories/shapes/shape.ts';
import { valuesOf } from '#test/support/product/arbitrary.ts';
import { aCampaign } from '#test/support/product/campaigns.ts';
import { freshTable } from '#test/support/product/database.ts';

const isShape = (value: unknown): value is Shape<unknown> =>
  typeof value === 'object' && value !== null && 'kind' in value && 'schema' in value;
const shapes = [audience, campaign, candidate, collaboration, records].flatMap(module =>
  Object.values(module).filter(isShape),
);

/** What is stored, without the words that describe it. */
const storedForm = (schema: z.ZodType) =>
  z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      delete jsonSchema.description;
    },
  });
const hashOf = (schema: z.ZodType) =>
  createHash('sha256')
    .update(JSON.stringify(storedForm(schema)))
    .digest('hex')
    .slice(0, 12);

describe('stored shapes', () => {
  /**
   * A hash that changed means that items already stored may not be readable any more. Either take the change back, or raise the shape's
   * version, teach `read` the old one, and write the new hash here.
   */
  test('are pinned to their versions', () => {
    const pinned = Object.fromEntries(
      shapes.map(({ kind, version, schema }) => [`${kind} v${version}`, hashOf(schema)]),
    );
    expect(pinned).toEqual({
      'attention v1': 'c6df6d7b4630',
      'call v1': 'ff7ea50689ba',
      'campaign v1': '0dae450e6a2f',
      'candidate-details v1': 'f504d164352c',
      'candidate v1': '392e7ecacc5f',
      'click v1': 'f0e45af18a57',
      'collaboration v1': 'ae94bec64797',
      'connection v1': '91c03ee54338',
      'coupon v1': '8ba2deefb5d7',
      'erasure v1': 'ca5ade77dca0',
      'follower-history v1': 'bbb6867be026',
      'known v1': '2ac6fa1ed618',
      'link v1': '3783abd059ad',
      'listed-followers v1': '2fcfac18a38d',
      'message v1': '269f7046a6f4',
      'order v1': '6d4a65391448',
      'post v1': 'ed59a002082f',
      'refund v1': '7b62bfbcc423',
      'request v1': '34021054c421',
      'snapshot v1': '88d6f9fbc604',
      'suppression v1': 'eee659e1b5e9',
      'thread v1': 'c276255ade01',
      'timeline v1': '8bae0e5ffb0f',
      'token v1': 'cabd32082ff7',
    });
  });

  test('are told apart by their kind', () => {
    expect(new Set(shapes.map(({ kind }) => kind)).size).toBe(shapes.length);
  });

  test.each(shapes.filter(({ kind }) => kind !== 'campaign'))(
    '$kind: whatever fits is read back as it was written',
    async shape => {
      const table = await freshTable();
      await fc.assert(
        fc.asyncProperty(valuesOf(storedForm(shape.schema)), async value => {
          const key = { PK: 'P', SK: 'S' };
          await table.put(shape.item(key, value));
          const item = await table.get(key);
          expect(item).toMatchObject({ kind: shape.kind, v: shape.version });
          expect(item && shape.read(item)).toEqual(value);
        }),
        { numRuns: 25 },
      );
    },
  );

  test('a campaign is read back as it was written, its spec not filled in or trimmed a second time', async () => {
    const table = await freshTable();
    const written = aCampaign({ failure: ' kept as it is ', lastReportAt: '2026-03-02T06:00:00.000Z' });
    await table.put(campaign.campaignShape.item({ PK: 'P', SK: 'S' }, written));
    const item = await table.get({ PK: 'P', SK: 'S' });
    expect(item && campaign.campaignShape.read(item)).toEqual(written);
  });

  test.each(shapes)('$kind: an item that does not fit is refused, with what is wrong', shape => {
    const read = (data: unknown) => () => shape.read({ PK: 'P', SK: 'S', v: 0, data });
    expect(read({})).toThrow(`stored ${shape.kind} v0 does not fit v${shape.version}: `);
    expect(read(undefined)).toThrow(`stored ${shape.kind} v0`);
  });
});
