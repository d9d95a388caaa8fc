import * as z from 'zod';
import { conditionInWords, errorsInWords } from '../../../aws/diagram.ts';

/** One list of states of a definition, as a graph to be drawn. */
export interface StateGraph {
  readonly startAt: string;
  readonly nodes: readonly StateNode[];
  readonly edges: readonly StateEdge[];
}

export interface StateNode {
  readonly name: string;
  /** What is written on it, where that is not its name. */
  readonly label?: string;
  readonly type: string;
  /** A task that waits for its token. */
  readonly isCallback: boolean;
  /** Branches of a Parallel; the processor of a Map. */
  readonly inner: readonly StateGraph[];
  /** Its items are executions of their own, with a picture of their own: what this graph is, as the engine names it. */
  readonly each?: string;
}

export interface StateEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: 'next' | 'choice' | 'catch';
  /** The signpost that it is drawn to instead. */
  readonly via?: string;
  readonly label?: string;
}

const rule = z.object({ Condition: z.string().optional(), Next: z.string() });
const stateSchema = z.object({
  Type: z.string(),
  Resource: z.string().optional(),
  Next: z.string().optional(),
  Default: z.string().optional(),
  Choices: z.array(rule).default([]),
  Catch: z.array(z.object({ ErrorEquals: z.array(z.string()), Next: z.string() })).default([]),
  ItemProcessor: z.unknown().optional(),
  Iterator: z.unknown().optional(),
  Branches: z.array(z.unknown()).default([]),
});
const blockSchema = z.object({ StartAt: z.string(), States: z.record(z.string(), stateSchema) });
type State = z.infer<typeof stateSchema>;

/**
 * The graph of a definition, or of one list of states inside it. `block` is named as the engine names it: `''` is the outermost,
 * `/Each item` the processor of that Map, `/Both[1]` the second branch of that Parallel.
 */
export function stateGraph(definition: string, block = ''): StateGraph {
  const outermost: unknown = JSON.parse(definition);
  return graphOf(blockAt(outermost, '', block) ?? outermost, block);
}

function blockAt(at: unknown, id: string, wanted: string): unknown {
  if (id === wanted) return at;
  for (const [name, state] of Object.entries(blockSchema.parse(at).States)) {
    for (const [index, inner] of innerBlocks(state).entries()) {
      const place = placeOf(id, name, state, index);
      const found = wanted.startsWith(place) ? blockAt(inner, place, wanted) : undefined;
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

const placeOf = (block: string, name: string, { Type }: State, index: number): string =>
  Type === 'Parallel' ? `${block}/${name}[${index}]` : `${block}/${name}`;

function graphOf(block: unknown, id: string): StateGraph {
  const { StartAt, States } = blockSchema.parse(block);
  const states = Object.entries(States);
  return {
    startAt: StartAt,
    nodes: states.map(([name, state]) => ({
      name,
      type: state.Type,
      isCallback: state.Resource?.endsWith('.waitForTaskToken') ?? false,
      ...(isDistributed(state)
        ? { inner: [], each: placeOf(id, name, state, 0) }
        : { inner: innerBlocks(state).map((inner, index) => graphOf(inner, placeOf(id, name, state, index))) }),
    })),
    edges: states.flatMap(([name, state]) => edgesOf(name, state)),
  };
}

/** The Maps of a graph whose items are executions of their own, also those inside others. */
export const mapsIn = ({ nodes }: StateGraph): { name: string; each: string }[] =>
  nodes.flatMap(({ name, each, inner }) => (each === undefined ? inner.flatMap(mapsIn) : [{ name, each }]));

const distributed = z.object({ ProcessorConfig: z.object({ Mode: z.literal('DISTRIBUTED') }) });
const isDistributed = ({ ItemProcessor }: State): boolean => distributed.safeParse(ItemProcessor).success;

const innerBlocks = ({ ItemProcessor, Iterator, Branches }: State): unknown[] => {
  const processor = ItemProcessor ?? Iterator;
  return processor === undefined ? Branches : [processor];
};

const edgesOf = (from: string, { Next, Default, Choices, Catch }: State): StateEdge[] => [
  ...Choices.map(({ Condition, Next: to }): StateEdge => {
    const label = Condition && conditionInWords(Condition);
    return { from, to, kind: 'choice', ...(label && { label }) };
  }),
  ...(Default ? [{ from, to: Default, kind: 'choice' as const, label: 'otherwise' }] : []),
  ...(Next ? [{ from, to: Next, kind: 'next' as const }] : []),
  ...Catch.map(({ ErrorEquals, Next: to }) => ({
    from,
    to,
    kind: 'catch' as const,
    label: errorsInWords(ErrorEquals),
  })),
];
