import { Liquid } from 'liquidjs';

/** What a campaign may say in its own words, as Liquid; facts, lists, buttons and the footer stay ours. */
export interface OwnText {
  readonly subject?: string | undefined;
  /** Paragraphs, with an empty line between them. */
  readonly text?: string | undefined;
}

export interface OwnWords {
  readonly subject?: string;
  readonly paragraphs?: readonly string[];
}

/** What Liquid may name. `null` is something that we do not hold of this influencer: `{% if post %}` asks. */
export interface OwnFacts {
  readonly name: string;
  readonly handle: string;
  readonly platform: string;
  /** A sentence of a recent post of theirs. */
  readonly post: string | null;
  /** A topic of theirs. */
  readonly topic: string | null;
  readonly offer: string;
  readonly brand: { readonly name: string; readonly website: string; readonly about: string | null };
  readonly campaign: { readonly name: string; readonly starts: string; readonly ends: string };
  readonly sender: { readonly name: string; readonly role: string | null };
}

/** Conditions are all that a letter needs: no loops, and nothing that could read a file. */
const allowedTags = new Set(['if', 'unless', 'case', 'comment', 'raw']);
const most = { characters: 5000, ms: 200, memory: 1_000_000 } as const;

const engine = new Liquid({
  strictVariables: true,
  strictFilters: true,
  ownPropertyOnly: true,
  templates: {},
  parseLimit: most.characters,
  renderLimit: most.ms,
  memoryLimit: most.memory,
});
for (const tag of Object.keys(engine.tags)) if (!allowedTags.has(tag)) delete engine.tags[tag];

const rendered = (liquid: string, facts: OwnFacts): string => String(engine.parseAndRenderSync(liquid, facts)).trim();

export function ownWords({ subject, text }: OwnText, facts: OwnFacts): OwnWords {
  const paragraphs = text === undefined ? [] : paragraphsOf(rendered(text, facts));
  const line = subject === undefined ? '' : rendered(subject, facts).replace(/\s+/g, ' ');
  return { ...(line && { subject: line }), ...(paragraphs.length > 0 && { paragraphs }) };
}

const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map(paragraph => paragraph.replace(/\s+/g, ' ').trim())
    .filter(Boolean);

/** A letter that names everything. */
export const sampleFacts: OwnFacts = {
  name: 'Meera Iyer',
  handle: '@meera.glow',
  platform: 'Instagram',
  post: 'Five things I stopped putting on my face this summer',
  topic: 'skincare',
  offer: '₹4,000 + 8% per sale',
  brand: { name: 'Lumen Skin', website: 'https://lumenskin.example', about: 'Barrier care for humid cities.' },
  campaign: { name: 'Monsoon Proof', starts: '1 December 2026', ends: '15 January 2027' },
  sender: { name: 'Asha Kulkarni', role: 'Partnerships' },
};

/** The same for somebody of whom we hold the least. */
const leastFacts: OwnFacts = {
  ...sampleFacts,
  post: null,
  topic: null,
  brand: { ...sampleFacts.brand, about: null },
  sender: { ...sampleFacts.sender, role: null },
};

/** What is wrong with a text, tried with everybody's least and most; undefined where it can be sent. */
export function flawIn(liquid: string): string | undefined {
  try {
    for (const facts of [sampleFacts, leastFacts])
      if (rendered(liquid, facts) === '') return 'says nothing where we hold neither a post nor a topic of theirs';
    return undefined;
  } catch (error) {
    return explained(error);
  }
}

function explained(error: unknown): string {
  const message = (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
  if (/undefined variable/i.test(message)) return `${message}. Known: ${names(sampleFacts).join(', ')}`;
  if (/tag "?\w+"? not found/i.test(message)) return `${message}. Known: ${[...allowedTags].join(', ')}`;
  return message;
}

const names = (facts: object, prefix = ''): string[] =>
  Object.entries(facts).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null ? names(value, `${prefix}${name}.`) : [`${prefix}${name}`],
  );
