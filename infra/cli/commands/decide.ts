import type * as z from 'zod';
import { decision as decisionSchema } from '#shared/contracts/decisions.ts';
import { connect } from '../api.ts';
import { CliError } from '../exit-codes.ts';
import { type ApiOptions, apiSettings } from '../settings.ts';
import { terminal } from '../terminal.ts';
import { nextInWords } from './collaborations.ts';

export interface DecideOptions extends ApiOptions {
  readonly json?: boolean;
  readonly fee?: number;
  readonly message?: string;
  readonly because?: string;
  readonly note?: string;
  readonly until?: string;
  readonly url?: string;
  readonly who?: string;
  readonly confirm?: string;
}

export async function decide(
  campaignId: string,
  influencerId: string,
  what: string,
  { json, api: address, token, ...given }: DecideOptions,
): Promise<void> {
  // The API would say the same; here it says so by the names of the options, and without a connection.
  const body = decisionSchema.safeParse({ decision: what, ...given });
  if (!body.success)
    throw new CliError('refused', `"${what}" can not be decided like this; see: npx groundswell decide --help`, {
      details: body.error.issues.map(problem),
    });
  const settings = { ...(address !== undefined && { api: address }), ...(token !== undefined && { token }) };
  const api = connect(apiSettings(settings));
  const now = await api.call('decideCollaboration', { params: { campaignId, influencerId }, body: body.data });
  terminal({ json }).result(now, [`${now.name} is ${now.status}. Next: ${nextInWords(now)}.`]);
}

function problem(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys')
    return `${issue.keys.map(key => `--${key}`).join(', ')}: not for this decision`;
  const [field] = issue.path;
  return field === 'decision' ? 'that is no decision' : `--${String(field)}: ${issue.message}`;
}
