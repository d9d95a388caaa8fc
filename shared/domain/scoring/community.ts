import type { Facts } from './facts.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Whose members are taken to share followers: the same platform, country (or language) and subject. */
export function communityOf({ profile, country, languages, reading }: Facts, { keywords }: Vocabulary): string {
  const most = Math.max(0, ...reading.postsByKeyword);
  const subject = most > 0 ? keywords[reading.postsByKeyword.indexOf(most)] : reading.inAbout[0];
  return `${profile?.platform ?? 'nowhere'}/${country ?? languages[0] ?? 'anywhere'}/${subject ?? 'other'}`;
}
