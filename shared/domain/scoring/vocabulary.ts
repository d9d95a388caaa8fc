import { labels } from '../tracking/disclosure/labels.ts';
import type { ScoringBrief } from './brief.ts';
import { negators, safetyTopics } from './safety-words.ts';
import { compileLexicon, type Lexicon } from './text/lexicon.ts';
import type { Term } from './text/terms.ts';

/** What a term of the vocabulary is looked for. `index` is the place in the list that it comes from. */
export type Meaning =
  | { readonly kind: 'keyword'; readonly index: number }
  | { readonly kind: 'related' }
  | { readonly kind: 'competitor'; readonly index: number }
  | { readonly kind: 'brand' }
  | { readonly kind: 'category' }
  | { readonly kind: 'label' }
  | { readonly kind: 'unsafe'; readonly index: number }
  | { readonly kind: 'harmless'; readonly index: number };

/** Everything that is looked for in the texts of a candidate, as one search. */
export interface Vocabulary {
  readonly lexicon: Lexicon;
  /** By term. */
  readonly meanings: readonly Meaning[];
  /** By term: whether it alone makes a text worth a closer look. */
  readonly speaksAgainst: readonly boolean[];
  readonly keywords: readonly string[];
  readonly related: number;
  readonly competitors: readonly string[];
}

type Entry = readonly [Term, Meaning];

export function vocabularyOf(brief: ScoringBrief): Vocabulary {
  const keywords = brief.keywords.filter(keyword => /[\p{L}\p{N}]/u.test(keyword));
  const related = relatedWords(brief);
  const entries: Entry[] = [
    ...keywords.map(
      (name, index): Entry => [
        { name, matching: 'stem' },
        { kind: 'keyword', index },
      ],
    ),
    ...related.map((name): Entry => [{ name, matching: 'stem' }, { kind: 'related' }]),
    ...brief.competitors.map(
      (name, index): Entry => [
        { name, matching: 'name' },
        { kind: 'competitor', index },
      ],
    ),
    ...(brief.brand ? [brief.brand.name] : []).map((name): Entry => [{ name, matching: 'name' }, { kind: 'brand' }]),
    ...(brief.brand ? [brief.brand.category] : []).map(
      (name): Entry => [{ name, matching: 'stem' }, { kind: 'category' }],
    ),
    ...[...labels.keys()].map((name): Entry => [{ name, matching: 'word' }, { kind: 'label' }]),
    ...safetyEntries(brief),
  ];
  return {
    lexicon: compileLexicon(entries.map(([term]) => term)),
    meanings: entries.map(([, meaning]) => meaning),
    speaksAgainst: entries.map(([, { kind }]) => kind === 'competitor' || kind === 'label' || kind === 'unsafe'),
    keywords,
    related: related.length,
    competitors: brief.competitors,
  };
}

/** A topic that the brief itself is about (a vineyard, a film) is no doubt. */
function safetyEntries({ keywords, brand }: ScoringBrief): Entry[] {
  const asked = new Set([...keywords, brand?.category ?? ''].map(text => text.toLowerCase()));
  return safetyTopics.flatMap(({ words, unless }, index): Entry[] => {
    const all = Object.values(words).flat();
    if (all.some(name => asked.has(name))) return [];
    return [
      ...all.map((name): Entry => [word(name), { kind: 'unsafe', index }]),
      ...unless.map((name): Entry => [word(name), { kind: 'harmless', index }]),
    ];
  });
}

const word = (name: string): Term => ({ name, matching: 'word' });

/** Words of the summary that may say something about the niche; more than these would be everybody's words. */
const mostRelated = 24;

function relatedWords({ summary = '', keywords, brand }: ScoringBrief): readonly string[] {
  const known = new Set([...keywords, brand?.name ?? ''].flatMap(text => text.toLowerCase().split(/\s+/)));
  const words = summary.toLowerCase().match(/[\p{L}\p{M}]{4,}/gu) ?? [];
  return [...new Set(words)]
    .filter(each => !known.has(each) && !plainWords.has(each) && !negators.has(each))
    .slice(0, mostRelated);
}

/** Words of every brief, in English and Hindi. */
const plainWords: ReadonlySet<string> = new Set(
  (
    'about above after again also always another around because been before being below best better between both bring brand campaign caption ' +
    'come content could create days does doing down during each even every everyone favourite favorite feel first follow followers ' +
    'from gets give goes good great have having here honest honestly into just keep know like link live long look love made make many ' +
    'more most much must need never nice only other over people photo picture please post posts product products really reel reels ' +
    'same share show simple some story stories such take tell than that their them then there these they thing things this those ' +
    'through time together try under until upon used uses using very video videos want wants week weeks well were what when where ' +
    'which while will with within words work would write year years your yours ' +
    'इसके उनके अपने अपनी आपके करते करना किया लिए नहीं साथ बहुत यहाँ वाले वाली होता होती'
  ).split(' '),
);
