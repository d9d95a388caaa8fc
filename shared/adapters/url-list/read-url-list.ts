import type { RowReading } from '#shared/domain/import/import.ts';
import { profileKey, profileRef } from '#shared/domain/import/profile.ts';
import type { ProfileRef } from '#shared/domain/influencer.ts';
import { sendableAddress } from '#shared/domain/listening/mail-address.ts';
import type { Line } from '../csv/lines.ts';

const comment = /^\s*(?:#(?!\p{L}+\s*$)|\/\/|;|--)/u;
/** Bullets and numbers in front of an entry. */
const bullet = /^\s*(?:[-*•–]|\d{1,6}[.)])\s+/;
const maxEntryCharacters = 2000;
/** People write remarks between the links without marking them as such. */
const majority = 0.6;

/** Whether these lines name a profile each, with nothing beside it but a name: no table, whatever its delimiter. */
export function isUrlList(lines: readonly string[]): boolean {
  const entries = lines.filter(line => line.trim() !== '' && !comment.test(line));
  const plain = entries.filter(
    line => !/[,;\t|"]/.test(line) && partsOf(line).some(part => isLinkOrHandle(part) || /^https?:\/\//i.test(part)),
  );
  return (
    entries.length > 0 &&
    plain.length >= entries.length * majority &&
    lines.some(line => comment.test(line) || bullet.test(line) || /\s/.test(line.trim()))
  );
}

/** One person a line: links and @handles, perhaps with a name and an address; lines that begin with # or // are comments. */
export async function* readUrlList(lines: AsyncIterable<Line>, source: string): AsyncGenerator<RowReading> {
  for await (const { number: line, text, tooLong } of lines) {
    if (text.trim() === '' || comment.test(text)) continue;
    const entry = text.slice(0, maxEntryCharacters);
    yield tooLong
      ? { rejected: { source, line, because: 'the line is too long to be an entry' } }
      : readEntry(entry, { source, line });
  }
}

function readEntry(text: string, sighting: { readonly source: string; readonly line: number }): RowReading {
  const parts = partsOf(text);
  const email = parts.flatMap(part => sendableAddress(part) ?? [])[0];
  const refs = parts.filter(part => sendableAddress(part) === undefined).flatMap(part => refOf(part) ?? []);
  const single = refs.length === 0 && parts.length === 1 ? profileRef('instagram', parts[0] ?? '') : undefined;
  const profiles = [...new Map([...refs, ...(single ? [single] : [])].map(ref => [profileKey(ref), ref])).values()];
  if (profiles.length === 0)
    return {
      rejected: { ...sighting, because: `"${text.trim().slice(0, 80)}" is no link to a profile and no @handle` },
    };
  const name = parts
    .filter(part => !isLinkOrHandle(part) && sendableAddress(part) === undefined)
    .join(' ')
    .replace(/^[\s:–—-]+|[\s:–—-]+$/g, '')
    .slice(0, 200);
  return {
    found: {
      ...(name && single === undefined && { name }),
      profiles,
      ...(email && { email: email.toLowerCase() }),
      languages: [],
      topics: [],
      claimed: {},
      sighting,
      raw: {},
    },
  };
}

const partsOf = (line: string): string[] =>
  line
    .replace(bullet, '')
    .replace(/\s(?:#|\/\/)\s.*$/, '')
    .split(/[\s,;|<>]+/)
    .filter(Boolean);

/** Handles without a link are Instagram's, as everywhere. */
const refOf = (part: string): ProfileRef | undefined =>
  part.startsWith('@') ? profileRef('instagram', part) : /[./]/.test(part) ? profileRef(undefined, part) : undefined;

const isLinkOrHandle = (part: string): boolean => refOf(part) !== undefined;
