import { parse } from 'csv-parse/sync';
import { type PublicProfile, publicProfileOf, type ShownAccount } from '#shared/domain/audience/public-profile.ts';
import { profileRef } from '#shared/domain/import/profile.ts';
import type { Platform } from '#shared/domain/influencer.ts';
import { Fault } from '#shared/errors.ts';
import { detectDelimiter } from '../csv/delimiter.ts';
import { decodeDocument } from '../http/charset.ts';
import { accountIn, columnsOf } from './columns.ts';
import { namesInExport, namesInPage } from './instagram-export.ts';

/** Who is on a list. Handles stay here: hash them before they are kept. */
export interface FollowerList {
  /** Canonical, without doubles. */
  readonly handles: readonly string[];
  /** Of those with columns of counts: what can be judged of each. */
  readonly profiles: readonly PublicProfile[];
  /** Entries that name no account, and the first of them as they stand. */
  readonly unreadable: number;
  readonly examples: readonly string[];
}

/** An influencer of three million followers, as Instagram splits and writes them. */
const maxBytes = 256 * 2 ** 20;
const shownExamples = 3;

/**
 * Any list of followers that people have: Instagram's own download (JSON or HTML), a table with a column of user names and perhaps
 * public counts, or plain handles and links. Only a file that is none of these is refused.
 */
export function readFollowerList(bytes: Uint8Array, name: string, platform: Platform = 'instagram'): FollowerList {
  if (bytes.byteLength > maxBytes)
    throw new Fault('too-large', `${name} is larger than ${maxBytes / 2 ** 20} MB: split it`);
  const text = decodeDocument(bytes).trim();
  if (text === '') throw new Fault('unprocessable', `${name} is empty`);
  const list = listOf(accountsIn(text, name), platform);
  if (list.handles.length > 0 || list.unreadable === 0) return list;
  throw new Fault(
    'unprocessable',
    `${name} names no account (it begins with ${JSON.stringify(list.examples[0])}). Give followers_1.json of Instagram's download, a table with a column "username", or one handle per line`,
  );
}

type Named = ShownAccount | undefined;

function accountsIn(text: string, name: string): Named[] {
  const named = (names: readonly (string | undefined)[]): Named[] =>
    names.map(one => (one === undefined ? undefined : { username: one }));
  if (/^[[{]/.test(text)) {
    const found = namesInExport(jsonOf(text, name));
    if (found) return named(found);
    throw new Fault(
      'unprocessable',
      `${name} is JSON without followers: give followers_1.json of Instagram's download`,
    );
  }
  if (/^<(?:!doctype|html|\?xml)/i.test(text)) return named(namesInPage(text));
  return tableIn(text, name) ?? named(text.split(/[\s,;]+/).filter(Boolean));
}

function jsonOf(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Fault('unprocessable', `${name} begins like JSON and breaks off: download it again`);
  }
}

/** A table has a header that names the column of accounts; without one the text is a plain list. */
function tableIn(text: string, name: string): ShownAccount[] | undefined {
  const head = text.slice(0, 20_000).split(/\r?\n/).slice(0, 20);
  const delimiter = detectDelimiter(head);
  const columns = columnsOf(head[0]?.split(delimiter).map(cell => cell.replaceAll('"', '')) ?? []);
  if (!columns) return undefined;
  try {
    const rows = parse(text, { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: true });
    return (rows as string[][]).slice(1).map(cells => accountIn(cells, columns));
  } catch (error) {
    throw new Fault('unprocessable', `${name} is no table: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function listOf(accounts: readonly Named[], platform: Platform): FollowerList {
  const handles = new Map<string, PublicProfile>();
  const examples: string[] = [];
  let unreadable = 0;
  for (const account of accounts) {
    const ref = account?.username === undefined ? undefined : profileRef(platform, account.username);
    if (account && ref?.platform === platform) {
      if (!handles.has(ref.handle)) handles.set(ref.handle, publicProfileOf({ ...account, username: ref.handle }));
      continue;
    }
    unreadable += 1;
    if (examples.length < shownExamples) examples.push((account?.username ?? '').slice(0, 60));
  }
  const profiles = [...handles.values()].filter(hasCounts);
  return { handles: [...handles.keys()], profiles, unreadable, examples };
}

/** A handle alone says too little to judge who is behind it. */
const hasCounts = ({ followers, followings, posts }: PublicProfile): boolean =>
  followers !== undefined || followings !== undefined || posts !== undefined;
