import { en, type Words } from './en.ts';
import { hi } from './hi.ts';

/** ISO 639-1 code -> words. A new language is a new file and a line here. */
const languages: Readonly<Record<string, Words>> = { en, hi };

/** Words in a reader's language; English where we do not speak it. */
export const wordsIn = (language: string): Words => languages[spokenLanguage(language)] ?? en;

/** The language that a reader is really written to in. */
export const spokenLanguage = (language: string): string => (Object.hasOwn(languages, language) ? language : 'en');
