import type { Intent } from '../../message.ts';

/** Words, what they say and how surely (0 to 1). Read in lower case with straight apostrophes. */
export interface Signal {
  readonly intent: Intent;
  readonly weight: number;
  readonly words: RegExp;
  readonly holds: Holds;
}

/** "Not interested" is no yes; "the budget?" asks for money where "the budget" does not yet. */
type Holds = 'anywhere' | 'unless negated' | 'in questions';

const HEAD = /^= (?<intent>[a-z-]+) (?<weight>0\.\d+)(?: (?<holds>unless negated|in questions))?$/;
const CLASS = /^(?<name>[A-Z]{2,}): (?<members>.+)$/;
const WORD = "[\\p{L}\\p{M}\\p{N}_']";

function patternOf(phrase: string, classes: ReadonlyMap<string, string>): string {
  const membersOf = (name: string): string => {
    const members = classes.get(name);
    if (members === undefined) throw new Error(`The word list names {${name}} and does not say what it is`);
    return `(${members})`;
  };
  return (
    phrase
      .replace(/\{([A-Z]{2,})\}/g, (_, name: string) => membersOf(name))
      .replace(/(?<!\\)\((?!\?)/g, '(?:')
      .replace(/~(\d) /g, `(?:${WORD}+ ){0,$1}`)
      // Plain \w and \W know no letter of Hindi.
      .replaceAll('\\w', WORD)
      .replaceAll('\\W', '[^\\p{L}\\p{M}\\p{N}_]')
      // "n't" at the head of words stands for any word that ends in it.
      .replace(/(?<=[(|:]|^)n't/g, "\\p{L}{0,6}n't")
      .normalize('NFC')
  );
}

const compiled = (phrases: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${phrases.join('|')})`, 'gu');

/**
 * The signals of a word list. A line is a phrase, an indented line continues the one before. In a phrase `~2 ` is up to two
 * words, `(a|b)` a choice, `{MAIL}` a class that a line `MAIL: mails?|messages?` names; the rest is a regular expression.
 * `= yes 0.9 unless negated` says what the phrases below it mean, how surely, and where.
 */
export function lexicon(text: string): Signal[] {
  const lines = text.replaceAll(/\n {2}(?=\S)/g, '').split('\n');
  const classes = new Map(
    lines.map(line => CLASS.exec(line)?.groups).map(found => [found?.name ?? '', found?.members ?? ''] as const),
  );
  const sections: { head: Omit<Signal, 'words'>; phrases: string[] }[] = [];
  for (const line of lines.filter(one => one !== '' && !CLASS.test(one))) {
    const head = HEAD.exec(line)?.groups;
    if (head) {
      const { intent, weight, holds = 'anywhere' } = head;
      sections.push({ head: { intent: intent as Intent, weight: Number(weight), holds: holds as Holds }, phrases: [] });
    } else sections.at(-1)?.phrases.push(patternOf(line, classes));
  }
  return sections.map(({ head, phrases }) => ({ ...head, words: compiled(phrases) }));
}
