import { fileURLToPath } from 'node:url';
import { type CampaignSpec, type CampaignSpecInput, campaignSpec } from '#shared/contracts/campaign-spec.ts';
import { readCampaignFile } from './campaign-file.ts';

/** The campaign that the README starts from. */
export const exampleFile = fileURLToPath(new URL('../../campaign.example.yaml', import.meta.url));

/** The example with other sources: its own lists are three lines long, and whoever runs it brings people along. */
export const exampleCampaign = (
  sources: CampaignSpecInput['sources'] = [{ kind: 'csv', text: 'handle' }],
): CampaignSpec => campaignSpec.parse({ ...readCampaignFile(exampleFile).spec, sources });
