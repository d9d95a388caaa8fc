import type { Entity } from './entities.ts';
import { sendableAddress } from './mail-address.ts';

type Handle = Exclude<Entity, { type: 'money' | 'date' | 'phone' | 'url' | 'answer' }>;

const MAX_TEXT = 20_000;

const EMAIL = /(?<![a-z0-9._%+-])[a-z0-9][a-z0-9._%+-]{0,63}@[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63}){1,8}/gi;
// What follows a mention may be a full stop, but not the rest of a domain.
const MENTION = /(?<![\w.+-]{1,64}(?=@[\w-]+\.[a-z]))@[a-z0-9_](?:[\w.]{0,28}\w)?/gi;
const HASHTAG = /(?<![\p{L}\p{N}_/&#?=])#[\p{L}\p{M}\p{N}_]{1,100}/gu;

const all = (type: Handle['type'], pattern: RegExp, text: string): Handle[] =>
  [...text.matchAll(pattern)].map(match => ({ type, text: match[0], start: match.index }));

/** E-mail addresses, @mentions and #hashtags. */
export function handlesIn(text: string): Handle[] {
  const opening = text.slice(0, MAX_TEXT);
  return [
    ...all('email', EMAIL, opening).filter(({ text: address }) => sendableAddress(address) !== undefined),
    ...all('mention', MENTION, opening),
    ...all('hashtag', HASHTAG, opening),
  ];
}
