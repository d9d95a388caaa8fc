import { createReadStream, readFileSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { hasFile, parseCampaignText } from '#shared/contracts/campaign-file.ts';
import type { Api } from './api.ts';
import { CliError } from './exit-codes.ts';

export interface CampaignFile {
  /** As written, `file:` and all. */
  readonly spec: Record<string, unknown>;
  /** Folder that `file:` is relative to. */
  readonly folder: string;
}

/** Reads YAML or JSON (which is YAML); a syntax error says where. */
export function readCampaignFile(path: string): CampaignFile {
  const read = parseCampaignText(readText(path));
  if ('flaws' in read)
    throw new CliError('refused', `${path} is no campaign file. See campaign.example.yaml.`, { details: read.flaws });
  return { spec: read.campaign, folder: dirname(resolve(path)) };
}

/** Replaces every `file:` of a source by what `take` makes of the file. */
export async function resolveFiles(
  { spec, folder }: CampaignFile,
  take: (path: string, name: string) => Promise<{ upload: string } | { text: string }>,
): Promise<Record<string, unknown>> {
  if (!Array.isArray(spec.sources)) return spec;
  const sources: unknown[] = [];
  for (const source of spec.sources as unknown[]) {
    if (!hasFile(source)) {
      sources.push(source);
      continue;
    }
    const { file, ...rest } = source;
    const name = rest.name ?? basename(file);
    sources.push({ ...rest, name, ...(await take(resolve(folder, file), name)) });
  }
  return { ...spec, sources };
}

export async function uploadFile(api: Api, path: string, name: string): Promise<{ upload: string }> {
  const bytes = sizeOf(path);
  return uploadBytes(api, name, bytes, Readable.toWeb(createReadStream(path)) as ReadableStream);
}

/** Sends a file to the address that POST /uploads gives out; the bytes never go through the API. */
export async function uploadBytes(
  api: Api,
  name: string,
  bytes: number,
  body: ReadableStream | Uint8Array<ArrayBuffer>,
): Promise<{ upload: string }> {
  const { upload, url } = await api.call('createUpload', { body: { name, bytes } });
  const headers = { 'content-length': String(bytes) };
  const answer = await fetch(url, { method: 'PUT', headers, body, duplex: 'half' } as RequestInit);
  if (answer.ok) return { upload };
  throw new CliError(
    'failed',
    `${name} could not be uploaded: ${answer.status} ${(await answer.text()).slice(0, 200)}`,
  );
}

function sizeOf(path: string): number {
  const { size } = statOf(path);
  if (size === 0) throw new CliError('refused', `${path} is empty.`);
  return size;
}

function statOf(path: string) {
  try {
    return statSync(path);
  } catch {
    throw new CliError(
      'refused',
      `There is no file ${path}. A source's "file" is looked for beside the campaign file.`,
    );
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new CliError('refused', `There is no file ${path}.`);
  }
}
