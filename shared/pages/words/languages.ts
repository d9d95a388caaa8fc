import { spokenLanguage } from '#shared/email/words/languages.ts';
import { en, type PageWords } from './en.ts';
import { hi } from './hi.ts';

const languages: Readonly<Record<string, PageWords>> = { en, hi };

/** Words of the pages in a reader's language; the same languages as the mails. */
export const pageWordsIn = (language: string): PageWords => languages[spokenLanguage(language)] ?? en;
