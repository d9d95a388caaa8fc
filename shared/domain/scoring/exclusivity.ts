import type { Collaboration } from '../collaboration.ts';
import { plusDays } from '../time.ts';

interface Brand {
  readonly name: string;
  readonly category: string;
}

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** Why an agreement with another brand of the category forbids a new one now; undefined where it does not. */
export function conflictingEngagement(
  other: Collaboration,
  theirs: Brand,
  ours: Brand,
  at: string,
): string | undefined {
  if (!('terms' in other) || same(theirs.name, ours.name) || !same(theirs.category, ours.category)) return undefined;
  const from = 'post' in other ? other.post.publishedAt : other.status === 'published' ? other.since : undefined;
  const until = from === undefined ? undefined : plusDays(from, other.terms.exclusivityDays);
  if (until !== undefined && until <= at) return undefined;
  return `they work for ${theirs.name}, also ${ours.category.trim()}${until === undefined ? '' : `, exclusive until ${until.slice(0, 10)}`}`;
}
