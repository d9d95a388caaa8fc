import { expect, test } from 'vitest';
import { inLines } from '#infra/cli/commands/why.ts';
import { routes } from '#shared/contracts/http.ts';
import { scoreCandidate } from '#shared/domain/scoring/scoring.ts';
import { scoringBrief } from '#shared/operations/spec-terms.ts';
import { aCandidate, aPost, at, somePosts } from '#test/shared/domain/builders.ts';
import { freshApi } from '#test/support/product/api.ts';
import { aCampaign, aSpec } from '#test/support/product/campaigns.ts';

const { api, product } = freshApi();

test('why somebody has their score is told by the API and, in lines, by the command', async () => {
  const posts = [aPost({ text: 'my betting app', url: 'https://x.example/p/1' }), ...somePosts(5, { likes: 40 })];
  const candidate = aCandidate({}, { posts });
  await product().campaigns.create(aCampaign());
  await product().candidates.putAll([{ ...candidate, score: scoreCandidate(candidate, scoringBrief(aSpec()), at) }]);

  const { json, body } = await api('GET /campaigns/c1/candidates/i1');
  expect(routes.getCandidate.answer.parse(json)).toEqual(json);
  expect(body).not.toContain('asha@example.com');

  const lines = inLines(routes.getCandidate.answer.parse(json)).join('\n');
  expect(lines).toMatch(/of 100 by score\.v2 on 2026-03-02/);
  expect(lines).toMatch(/doubt: may be gambling \("betting app", 2026-02-28, https:\/\/x\.example\/p\/1\)/);
  expect(lines).toMatch(/would have added \d+\.\d points?\./);
  expect(lines).not.toContain('asha@example.com');

  expect((await api('GET /campaigns/c1/candidates/nobody')).status).toBe(404);
});
