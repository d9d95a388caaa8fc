import type { DisclosureRegime } from './disclosure/labels.ts';
import { type Occurrence, occurrencesIn } from './disclosure/occurrences.ts';

export type DisclosureRule = DisclosureRegime | 'both';

/** What a caption discloses. Every problem starts with the name of the rule that it breaks. */
export interface DisclosureCheck {
  /** Whether a label that the rule accepts stands anywhere; `problems` says whether it stands where it should. */
  readonly found: boolean;
  readonly label?: string;
  readonly problems: readonly string[];
}

/** Instagram folds a caption after about 125 characters; what follows needs a tap on "more". */
const foldAfter = 125;
/** From this many neighbouring hashtags, links and mentions on, a label among them is buried. */
const groupOf = 3;

/**
 * ASCI (India, in force since 14 June 2021) and FTC (US, 16 CFR 255 as revised 2023) disclosure rules on the text of a caption.
 * Rule names are those of the product's market reference: ASCI-LABEL, ASCI-PLACE, ASCI-FIRST2, FTC-PRESENT, FTC-TERMS, FTC-BURIED,
 * FTC-START. What text can not show (a label in the picture, the platform's own tool) is not judged.
 */
export function checkDisclosure(text: string, rule: DisclosureRule, label: string): DisclosureCheck {
  const caption = normalised(text);
  const found = occurrencesIn(caption, label);
  const verdicts = (rule === 'both' ? (['asci', 'ftc'] as const) : [rule]).map(regime =>
    verdictOf(regime, caption, found, label),
  );
  const best = verdicts.find(verdict => verdict.label !== undefined)?.label;
  return {
    found: verdicts.every(verdict => verdict.label !== undefined),
    ...(best !== undefined && { label: best }),
    problems: verdicts.flatMap(verdict => verdict.problems),
  };
}

/** Whether a caption calls itself advertising in any of the usual ways, accepted or not. */
export const namesAdvertising = (text: string): boolean => occurrencesIn(normalised(text), '').length > 0;

const normalised = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .trim();

interface Verdict {
  readonly label?: string;
  readonly problems: readonly string[];
}

/** The best placed label decides: a second one at the end does no harm. */
function verdictOf(regime: DisclosureRegime, caption: string, found: readonly Occurrence[], label: string): Verdict {
  const accepted = found.filter(({ regimes }) => regimes.includes(regime));
  const [best] = accepted
    .map(occurrence => ({ label: occurrence.text, problems: placement[regime](caption, occurrence) }))
    .toSorted((a, b) => a.problems.length - b.problems.length);
  if (best) return best;
  const [refused] = found;
  return { problems: [refused ? refusal(regime, refused.text, label) : absence(regime, label)] };
}

const refusal = (regime: DisclosureRegime, term: string, label: string): string =>
  regime === 'asci'
    ? `ASCI-LABEL: "${term}" is not on ASCI's list of labels; start the caption with ${label}`
    : `FTC-TERMS: "${term}" is not clear enough for the FTC; start the caption with ${label}`;

const absence = (regime: DisclosureRegime, label: string): string =>
  `${regime === 'asci' ? 'ASCI-LABEL' : 'FTC-PRESENT'}: no disclosure; start the caption with ${label}`;

const placement: Readonly<Record<DisclosureRegime, (caption: string, occurrence: Occurrence) => string[]>> = {
  asci: (caption, { text, index }) =>
    problems(
      lineOf(caption, index) > 2 || index > foldAfter
        ? `ASCI-FIRST2: "${text}" must stand within the first two lines, before "more"`
        : undefined,
      isLast(caption, text, index) ? `ASCI-PLACE: "${text}" must not stand at the end` : undefined,
      isBuried(caption, index) ? `ASCI-PLACE: "${text}" must not stand in a group of hashtags or links` : undefined,
    ),
  ftc: (caption, { text, index }) =>
    problems(
      lineOf(caption, index) > 1 || index > foldAfter
        ? `FTC-START: "${text}" must stand at the beginning of the caption`
        : undefined,
      isBuried(caption, index) ? `FTC-BURIED: "${text}" is buried in a string of hashtags` : undefined,
    ),
};

const problems = (...all: readonly (string | undefined)[]): string[] => all.filter(problem => problem !== undefined);

/** 1 for the first line that has text. */
const lineOf = (caption: string, index: number): number =>
  caption
    .slice(0, index)
    .split('\n')
    .slice(0, -1)
    .filter(line => line.trim() !== '').length + 1;

const isTag = (word: string): boolean => /^(?:[#@]|https?:\/\/|www\.)/iu.test(word);
const says = (text: string): boolean => text.split(/\s+/).some(word => !isTag(word) && /[\p{L}\p{N}]/u.test(word));

const isLast = (caption: string, text: string, index: number): boolean =>
  says(caption.slice(0, index)) && !says(caption.slice(index + text.length));

/** Inside a run of hashtags, mentions and links, and not its first word. */
function isBuried(caption: string, index: number): boolean {
  const before = caption.slice(0, index).split(/\s+/).filter(Boolean);
  const behind = caption.slice(index).split(/\s+/).filter(Boolean);
  const ahead = before.length - 1 - before.findLastIndex(word => !isTag(word));
  const own = behind.findIndex(word => !isTag(word));
  const run = ahead + (own === -1 ? behind.length : own);
  return ahead > 0 && run >= groupOf;
}
