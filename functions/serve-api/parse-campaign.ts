import { filesBeside, parseCampaignText } from '#shared/contracts/campaign-file.ts';
import { routes } from '#shared/contracts/http.ts';
import { Fault } from '#shared/errors.ts';
import type { RouteHandler } from '#shared/lambda/http.ts';
import { jsonBody } from '#shared/lambda/json-body.ts';

/** Reads a campaign file for those who can not read YAML themselves, such as the console. */
export const parseCampaign =
  (): RouteHandler =>
  async ({ rawBody }) => {
    const { text } = jsonBody(routes.parseCampaign.body, rawBody, 'The campaign file');
    const read = parseCampaignText(text);
    if ('flaws' in read)
      throw new Fault('invalid-request', 'This is no campaign file.', {
        fields: read.flaws.map(detail => ({ pointer: '/text', detail })),
      });
    return { status: 200, json: { campaign: read.campaign, files: filesBeside(read.campaign) } };
  };
