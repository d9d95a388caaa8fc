import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { CliError } from './exit-codes.ts';

/** Where `npm start` leaves address and token for the commands of the same folder. */
export const localSettingsFile = join('.groundswell', 'cli.json');

const localSettings = z.object({ api: z.url(), token: z.string() });
export type LocalSettings = z.output<typeof localSettings>;

export interface ApiOptions {
  readonly api?: string;
  readonly token?: string;
}

export interface ApiSettings {
  readonly url: string;
  readonly token: string;
}

/** Flags first, then the environment, then the local cloud that runs in this folder. */
export function apiSettings(options: ApiOptions, environment = process.env, folder = process.cwd()): ApiSettings {
  const local = readLocalSettings(folder);
  const url = options.api ?? environment.GROUNDSWELL_API ?? local?.api;
  // The local token fits the local cloud only; sending it elsewhere would give it away.
  const token = options.token ?? environment.GROUNDSWELL_TOKEN ?? (url === local?.api ? local?.token : undefined);
  if (!url)
    throw new CliError('refused', 'Which API? Use --api URL, set GROUNDSWELL_API, or run "npm start" in this folder.');
  if (!URL.canParse(url))
    throw new CliError('refused', `"${url}" is no address. Give one such as https://api.example.com.`);
  if (!token) throw new CliError('unauthorized', 'No API token. Use --token TOKEN or set GROUNDSWELL_TOKEN.');
  return { url: url.replace(/\/+$/, ''), token };
}

function readLocalSettings(folder: string): LocalSettings | undefined {
  try {
    return localSettings.parse(JSON.parse(readFileSync(join(folder, localSettingsFile), 'utf8')));
  } catch {
    return undefined;
  }
}
