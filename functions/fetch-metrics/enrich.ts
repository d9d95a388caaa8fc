import type { Candidate, MetricsState } from '#shared/domain/candidate.ts';
import { profileKey } from '#shared/domain/import/profile.ts';
import type { Contact, ProfileMetrics } from '#shared/domain/influencer.ts';

/** What a profile says about itself fills what the source left open; it never overrules the source. */
export function enriched(candidate: Candidate, metrics: MetricsState, profiles: readonly ProfileMetrics[]): Candidate {
  const first = <K extends 'name' | 'country' | 'language' | 'publishedEmail' | 'topics'>(key: K) =>
    profiles.find(profile => profile[key] !== undefined)?.[key];
  const country = candidate.country ?? first('country');
  const language = first('language');
  const contact = candidate.contact ?? publishedContact(profiles);
  const isNamed = !candidate.profiles.some(({ handle }) => handle === candidate.name);
  return {
    ...candidate,
    metrics,
    name: isNamed ? candidate.name : (first('name') ?? candidate.name),
    ...(country !== undefined && { country }),
    ...(contact && { contact }),
    topics: candidate.topics.length > 0 ? candidate.topics : (first('topics') ?? []),
    languages: candidate.languages.length > 0 || language === undefined ? candidate.languages : [language],
  };
}

function publishedContact(profiles: readonly ProfileMetrics[]): Contact | undefined {
  const owner = profiles.find(({ publishedEmail }) => publishedEmail !== undefined);
  if (owner?.publishedEmail === undefined) return undefined;
  return {
    email: owner.publishedEmail,
    source: `published at ${profileKey(owner.profile)}`,
    obtainedAt: owner.observedAt,
    basis: 'published-business-address',
  };
}
