import { count } from '../words.ts';
import { interval } from './interval.ts';
import type { Outcome } from './run.ts';

type Played = Pick<Outcome, 'invitations' | 'posts'>;

/** "To have 20 posts, invite about 115 people ...", from how many invitations a post took in all runs together. */
export function inShort(outcomes: readonly Played[], wanted: number, prospects: number | undefined): string {
  const all = (count: (outcome: Played) => number) => outcomes.reduce((sum, outcome) => sum + count(outcome), 0);
  const posted = all(({ posts }) => posts);
  if (posted === 0) return 'No such campaign brings a post.';
  const invite = Math.ceil((wanted * all(({ invitations }) => invitations)) / posted);
  const invited = interval(outcomes.map(({ invitations }) => invitations)).median;
  const posts = interval(outcomes.map(outcome => outcome.posts)).median;
  const plan = `this plan invites about ${people(invited)}, which brings about ${some(posts, 'post')}`;
  if (invite <= invited) return `To have ${some(wanted, 'post')}, about ${people(invite)} are enough; ${plan}.`;
  const short =
    prospects !== undefined && prospects < invite
      ? ` Your lists name ${people(prospects)} who may fit: look for more.`
      : '';
  return `To have ${some(wanted, 'post')}, invite about ${people(invite)}; ${plan}.${short}`;
}

const some = (number: number, noun: string): string => `${count(number)} ${noun}${number === 1 ? '' : 's'}`;
const people = (number: number): string => (number === 1 ? '1 person' : `${count(number)} people`);
