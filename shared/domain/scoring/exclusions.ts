import type { Candidate } from '../candidate.ts';
import { count } from '../words.ts';
import type { ScoringBrief } from './brief.ts';
import { inWords } from './evidence-words.ts';
import type { Facts } from './facts.ts';

/** Who has not posted for this long is not worth a mail. */
const deadAfterDays = 90;

/** Why the candidate can not be shortlisted, each as "kind: detail". Hidden likes are no reason, they only tell us less. */
export function exclusionsOf(candidate: Candidate, facts: Facts, brief: ScoringBrief): string[] {
  return [
    candidate.contact ? undefined : 'no address to write to',
    facts.profile ? undefined : `not on the platforms wanted: ${brief.platforms.join(', ')}`,
    unmeasured(candidate, facts),
    outsideBand(facts, brief),
    elsewhere(facts, brief),
    otherLanguage(facts, brief),
    dead(facts),
    ...facts.reading.evidence.filter(({ effect }) => effect === 'exclusion').map(inWords),
  ].filter(reason => reason !== undefined);
}

function unmeasured({ metrics, claimed }: Candidate, { measured, profile }: Facts): string | undefined {
  if (measured || !profile) return undefined;
  // A file's or vendor's own numbers stand in where a platform can not be asked.
  if (metrics && claimed.followers !== undefined && (claimed.engagementRate ?? claimed.averageLikes) !== undefined)
    return undefined;
  if (metrics === undefined) return 'no metrics: not fetched yet';
  return metrics.kind === 'measured'
    ? `no metrics: ${metrics.gaps[0] ?? 'the profile was not measured'}`
    : `no metrics: ${metrics.because}`;
}

function outsideBand({ followers }: Facts, { followers: band }: ScoringBrief): string | undefined {
  if (followers === undefined || (followers >= band.min && followers <= band.max)) return undefined;
  return `outside the follower band: ${count(followers)} of ${count(band.min)} to ${count(band.max)}`;
}

function elsewhere({ country }: Facts, { countries }: ScoringBrief): string | undefined {
  if (country === undefined || countries.length === 0 || countries.includes(country)) return undefined;
  return `in another country: ${country}, wanted ${countries.join(', ')}`;
}

function otherLanguage({ languages }: Facts, brief: ScoringBrief): string | undefined {
  if (languages.length === 0 || brief.languages.length === 0) return undefined;
  if (languages.some(language => brief.languages.includes(language))) return undefined;
  return `in another language: ${languages.join(', ')}, wanted ${brief.languages.join(', ')}`;
}

function dead({ lastPostAgeDays, measured }: Facts): string | undefined {
  if (measured?.postCount === 0) return 'no posts: the profile has never published';
  if (lastPostAgeDays === undefined || lastPostAgeDays <= deadAfterDays) return undefined;
  return `not active: the last post is ${count(lastPostAgeDays)} days old`;
}
