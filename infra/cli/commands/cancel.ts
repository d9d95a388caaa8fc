import type { RouteName } from '#shared/contracts/http.ts';
import { connect } from '../api.ts';
import { type ApiOptions, apiSettings } from '../settings.ts';
import { terminal } from '../terminal.ts';

/** Commands that only say something to a campaign. */
const orders = {
  pause: { route: 'pauseCampaign', done: 'is paused: no mail goes out until it is resumed' },
  resume: { route: 'resumeCampaign', done: 'goes on' },
  cancel: { route: 'cancelCampaign', done: 'is cancelled' },
} as const satisfies Record<string, { route: RouteName; done: string }>;

export type Order = keyof typeof orders;

export async function tell(order: Order, campaignId: string, options: ApiOptions & { json?: boolean }): Promise<void> {
  const { route, done } = orders[order];
  const campaign = await connect(apiSettings(options)).call(route, { params: { campaignId } });
  terminal(options).result(campaign, [`${campaign.name} ${done}.`]);
}
