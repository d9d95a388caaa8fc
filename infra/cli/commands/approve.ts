import { connect } from '../api.ts';
import { type ApiOptions, apiSettings } from '../settings.ts';
import { terminal } from '../terminal.ts';

export interface ApproveOptions extends ApiOptions {
  readonly json?: boolean;
  readonly add?: readonly string[];
  readonly remove?: readonly string[];
}

export async function approve(
  campaignId: string,
  { add = [], remove = [], ...options }: ApproveOptions,
): Promise<void> {
  const api = connect(apiSettings(options));
  const campaign = await api.call('approveShortlist', { params: { campaignId }, body: { add, remove } });
  terminal(options).result(campaign, [`Approved. ${campaign.name} is ${campaign.status}.`]);
}
