import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCampaignFile, resolveFiles } from '#infra/cli/campaign-file.ts';
import { campaignSpec } from '#shared/contracts/campaign-spec.ts';

describe('campaign.example.yaml', () => {
  it('is a valid campaign once its files are resolved', async () => {
    const spec = await resolveFiles(readCampaignFile('campaign.example.yaml'), async path => ({
      text: readFileSync(path, 'utf8'),
    }));
    const answer = campaignSpec.safeParse(spec);
    expect(answer.error?.issues ?? []).toEqual([]);
    expect(answer.data?.sources).toHaveLength(3);
  });

  it('tells editors where its schema is', () => {
    expect(readFileSync('campaign.example.yaml', 'utf8').split('\n')[0]).toBe(
      '# yaml-language-server: $schema=docs/campaign-spec.schema.json',
    );
  });
});
