import { connect } from '../api.ts';
import { readCampaignFile, resolveFiles, uploadFile } from '../campaign-file.ts';
import { type ApiOptions, apiSettings } from '../settings.ts';
import { terminal } from '../terminal.ts';

export interface LaunchOptions extends ApiOptions {
  readonly json?: boolean;
  readonly key?: string;
}

export async function launch(file: string, options: LaunchOptions): Promise<void> {
  const out = terminal(options);
  const campaignFile = readCampaignFile(file);
  const api = connect(apiSettings(options));
  const body = await resolveFiles(campaignFile, (path, name) => {
    out.say(`Uploading ${name} ...`);
    return uploadFile(api, path, name);
  });
  const campaign = await api.call('launchCampaign', { body, ...(options.key && { idempotencyKey: options.key }) });
  out.result(campaign, [
    `Launched ${campaign.name} as ${campaign.id}.`,
    `Follow it with: npx groundswell status ${campaign.id} --watch`,
  ]);
}
