import { type CampaignSpec, campaignSpec } from '#shared/contracts/campaign-spec.ts';
import { shortHash } from '#shared/domain/import/identity.ts';
import { endOfDay } from '#shared/domain/time.ts';
import { uploadKey } from '#shared/domain/upload.ts';
import { Fault, type FieldProblem } from '#shared/errors.ts';
import type { RouteHandler } from '#shared/lambda/http.ts';
import { inMinor } from '#shared/operations/spec-terms.ts';
import type { CampaignStore } from '#shared/ports/campaigns.ts';
import type { FileStore } from '#shared/ports/files.ts';
import type { Workflows } from '#shared/ports/workflows.ts';
import { jsonBody } from './body.ts';
import { campaignSummary } from './views.ts';

interface Deps {
  readonly campaigns: CampaignStore;
  readonly files: FileStore;
  readonly workflows: Workflows;
  readonly senderDomain: string;
}

/** Checks the whole launch before anything is written, then stores the campaign and starts its execution. */
export const launchCampaign =
  (deps: Deps): RouteHandler =>
  async ({ rawBody, headers, caller, requestId, at }) => {
    const { spec, endsAt } = await checkedCampaign(deps, rawBody, at);

    // The same key and body launch the same campaign, whatever happened to the first answer.
    const key = headers['idempotency-key'] ?? requestId;
    const campaignId = `c-${shortHash(`${caller?.tokenId}|${key}|${new TextDecoder().decode(rawBody)}`)}`;
    await deps.campaigns.create({
      campaignId,
      spec: { ...spec, sources: await storedSources(deps.files, campaignId, spec.sources) },
      status: 'launched',
      paused: false,
      createdAt: at,
      endsAt,
      budget: inMinor(spec.budget.amount, spec.budget.currency),
      commitments: { committed: 0, byInfluencer: {} },
      counts: {},
      rejectedRows: [],
    });
    const executionArn = await deps.workflows.startCampaign(campaignId);
    const campaign = await deps.campaigns.change(campaignId, { executionArn });
    if (!campaign) throw new Fault('internal', 'The campaign was stored and is gone.');
    return { status: 201, json: campaignSummary(campaign), headers: { location: `/campaigns/${campaignId}` } };
  };

/** A campaign that could be launched now; everything that stands against it is told at once. */
export async function checkedCampaign(
  { files, senderDomain }: Pick<Deps, 'files' | 'senderDomain'>,
  rawBody: Uint8Array,
  at: string,
): Promise<{ readonly spec: CampaignSpec; readonly endsAt: string }> {
  const spec = jsonBody(campaignSpec, rawBody, 'The campaign');
  const endsAt = endOfDay(spec.period.endsOn, spec.period.timeZone);
  const stored = { ...spec, sources: spec.sources.map(withoutText) };
  if (JSON.stringify(stored).length > mostCharacters)
    throw new Fault('too-large', 'The campaign is too long to be kept; upload its lists with POST /uploads.');
  const fields = [...problemsOf(spec, endsAt, senderDomain, at), ...(await missingUploads(files, spec))];
  if (fields.length > 0) throw new Fault('invalid-request', 'The campaign can not run like this.', { fields });
  return { spec, endsAt };
}

/** What only shows against the clock and this deployment. */
function problemsOf(spec: CampaignSpec, endsAt: string, senderDomain: string, at: string): FieldProblem[] {
  const fields: FieldProblem[] = [];
  if (endsAt <= at) fields.push({ pointer: '/period/endsOn', detail: 'lies in the past' });
  const { address } = spec.outreach.sender;
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  if (domain !== senderDomain.toLowerCase())
    fields.push({
      pointer: '/outreach/sender/address',
      detail: `must be at ${senderDomain}, the domain that this deployment may send from`,
    });
  return fields;
}

async function missingUploads(files: FileStore, { sources }: CampaignSpec): Promise<FieldProblem[]> {
  const fields: FieldProblem[] = [];
  for (const [index, source] of sources.entries()) {
    if (source.kind === 'profiles' || source.upload === undefined) continue;
    if (!(await files.exists(uploadKey(source.upload))))
      fields.push({
        pointer: `/sources/${index}/upload`,
        detail: 'no such file was uploaded; POST /uploads gives an address to PUT it to',
      });
  }
  return fields;
}

/** A campaign is one item of at most 400 kB, in which its promises to influencers must find room as well. */
const mostCharacters = 150_000;

const withoutText = (source: CampaignSpec['sources'][number]) =>
  source.kind === 'profiles' ? source : { ...source, text: undefined };

/** Lists given in the request itself become files like the uploaded ones: a campaign is one item of at most 400 kB. */
const storedSources = (files: FileStore, campaignId: string, sources: CampaignSpec['sources']) =>
  Promise.all(
    sources.map(async (source, index) => {
      if (source.kind === 'profiles' || source.text === undefined) return source;
      const { text, ...rest } = source;
      const upload = `${campaignId}-${index}`;
      await files.write(uploadKey(upload), text, 'text/plain; charset=utf-8');
      return { ...rest, upload };
    }),
  );
