import { LineCounter, parseDocument } from 'yaml';

/** A campaign as people write it: YAML or JSON (which is YAML), whose sources may name lists beside it. */

/** A source that names a list beside the campaign file: `{ kind: file, file: candidates.csv }`. */
export interface FileBeside {
  readonly file: string;
  readonly name?: string;
}

export type ParsedCampaign =
  | { readonly campaign: Readonly<Record<string, unknown>> }
  | { readonly flaws: readonly string[] };

const mostFlaws = 5;
/** Few aliases are honest, many are a bomb. */
const maxAliasCount = 100;

/** As written: nothing is checked but that it can be read. A flaw says where. */
export function parseCampaignText(text: string): ParsedCampaign {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0)
    return {
      flaws: document.errors
        .slice(0, mostFlaws)
        .map(({ pos, message }) => `line ${lines.linePos(pos[0]).line}: ${message}`),
    };
  try {
    const campaign: unknown = document.toJS({ maxAliasCount });
    return isRecord(campaign) ? { campaign } : { flaws: ['it has no fields'] };
  } catch (error) {
    return { flaws: [error instanceof Error ? error.message : 'it can not be read'] };
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const hasFile = (source: unknown): source is FileBeside => isRecord(source) && typeof source.file === 'string';

/** Which sources name a list beside the file. */
export function filesBeside({ sources }: Readonly<Record<string, unknown>>): { source: number; file: string }[] {
  if (!Array.isArray(sources)) return [];
  return sources.flatMap((source: unknown, index) => (hasFile(source) ? [{ source: index, file: source.file }] : []));
}
