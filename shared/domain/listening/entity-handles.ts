import type { Entity } from './entities.ts';
import { sendableAddress } from './mail-address.ts';

type Handle = Exclude<Entity, { type: 'money' | 'date' | 'phone' | 'url' | 'answer' }>;

const MAX_TEXT = 20_000;

const EMAIL = /(?<![a-z0-9._%+-])[a-z0-9][a-z0-9._%+-]{0,63}@[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63}){1,8}/gi;
// What follows a mention may be a full stop, but not the rest of a domain; a letter that no handle has says that it is none.
// "f!@kn" is a word that nobody prints.
const OTHER_LETTER = String.raw`[[\p{L}\p{M}\p{N}]--[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Thai}]]`;
const MENTION = new RegExp(
  String.raw`(?<![\w.+\-]{1,64}(?=@[\w\-]+\.[a-z]))(?<![!@#$%&*])@[a-z0-9_](?:[\w.]{0,28}\w)?(?!\w|${OTHER_LETTER}|@)`,
  'giv',
);
// Joiners of Indian scripts, marks within Catalan, Hebrew, Tibetan and Japanese words.
const IN_TAG = String.raw`\p{L}\p{M}\p{N}_\u00b7\u05be\u05f3\u05f4\u0f0b\u0f0c\u200c\u200d\u301c\u30a0\u30fb\uff5e`;
const HASHTAG = new RegExp(String.raw`(?<![\p{L}\p{N}_\/&#＃?=])[#＃](?=_*[\p{L}\p{N}])[${IN_TAG}]{1,100}`, 'gu');

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
