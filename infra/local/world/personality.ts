import type { Persona } from './person.ts';
import type { Random } from './random.ts';

type Answer = Persona['answer'];

/**
 * One deck of forty, dealt again and again, so that a small campaign meets everyone too. About 60 % react and half of those
 * who do agree: above the 40 % that bloggers' outreach reports (HypeAuditor), because a shortlist is not a cold list.
 */
const deck: Readonly<Record<Answer, number>> = {
  accepts: 17,
  haggles: 5,
  asks: 2,
  'wants-call': 2,
  postpones: 1,
  declines: 3,
  unsubscribes: 1,
  complains: 1,
  ignores: 6,
  bounces: 2,
};

const cards = (Object.entries(deck) as [Answer, number][]).flatMap(([answer, count]) =>
  Array.from({ length: count }, () => answer),
);

/** An endless supply of characters. */
export function dealer(random: Random): () => Persona {
  let hand: Answer[] = [];
  return () => {
    if (hand.length === 0) hand = random.shuffle(cards);
    return persona(hand.pop() ?? 'accepts', random);
  };
}

export function persona(answer: Answer, random: Random): Persona {
  const takesTimes = random.between(1, 1.35);
  return {
    answer,
    via: random.chance(0.6) ? 'page' : 'mail',
    afterMails: random.pick([1, 1, 1, 1, 2, 2, 3]),
    delayHours: Math.min(60, random.logNormal(9, 0.9)),
    ...(random.chance(0.08) && { vacation: random.chance(0.6) ? ('marked' as const) : ('unmarked' as const) }),
    confirms: random.chance(0.88),
    posts: random.weighted({ 'on-time': 84, late: 10, never: 6 }),
    discloses: random.chance(0.9),
    handsIn: random.weighted({ page: 60, mail: 28, 'not-at-all': 12 }),
    mailClient: random.weighted({ gmail: 65, outlook: 20, apple: 15 }),
    takesTimes,
    asksTimes: takesTimes + random.between(0.1, 0.6),
  };
}
