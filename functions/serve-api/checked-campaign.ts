import { isFileSource } from '#shared/contracts/campaign/sources.ts';
import { type CampaignSpec, campaignSpec } from '#shared/contracts/campaign-spec.ts';
import { endOfDay } from '#shared/domain/time.ts';
import { uploadKey } from '#shared/domain/upload.ts';
import { Fault, type FieldProblem } from '#shared/errors.ts';
import { jsonBody } from '#shared/lambda/json-body.ts';
import type { FileStore } from '#shared/ports/files.ts';
import { flawOfList } from './imports.ts';
import { flawsInOwnWords } from './own-words.ts';

/** A campaign that could be launched now; everything that stands against it is told at once. */
export async function checkedCampaign(
  { files, senderDomain }: { readonly files: FileStore; readonly senderDomain: string },
  rawBody: Uint8Array,
  at: string,
): Promise<{ readonly spec: CampaignSpec; readonly endsAt: string }> {
  const spec = jsonBody(campaignSpec, rawBody, 'The campaign');
  const endsAt = endOfDay(spec.period.endsOn, spec.period.timeZone);
  const stored = { ...spec, sources: spec.sources.map(withoutText) };
  if (JSON.stringify(stored).length > mostCharacters)
    throw new Fault('too-large', 'The campaign is too long to be kept; upload its lists with POST /uploads.');
  const fields = [...problemsOf(spec, endsAt, senderDomain, at), ...(await flawedLists(files, spec))];
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
  return [...fields, ...flawsInOwnWords(spec)];
}

/** Lists that are not there or can not be read: better said now than by a campaign that fails. */
async function flawedLists(files: FileStore, { sources }: CampaignSpec): Promise<FieldProblem[]> {
  const fields: FieldProblem[] = [];
  for (const [index, source] of sources.entries()) {
    if (!isFileSource(source)) continue;
    if (source.upload !== undefined && !(await files.exists(uploadKey(source.upload)))) {
      fields.push({
        pointer: `/sources/${index}/upload`,
        detail: 'no such file was uploaded; POST /uploads gives an address to PUT it to',
      });
      continue;
    }
    const flaw = await flawOfList(files, source);
    if (flaw !== undefined) fields.push({ pointer: `/sources/${index}`, detail: flaw });
  }
  return fields;
}

/** A campaign is one item of at most 400 kB, in which its promises to influencers must find room as well. */
const mostCharacters = 150_000;

const withoutText = (source: CampaignSpec['sources'][number]) =>
  isFileSource(source) ? { ...source, text: undefined } : source;
