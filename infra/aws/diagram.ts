import * as z from 'zod';

/** The parts of a state that a picture shows. */
const stateSchema = z.object({
  Type: z.string(),
  Resource: z.string().optional(),
  Next: z.string().optional(),
  Default: z.string().optional(),
  Choices: z.array(z.object({ Condition: z.string(), Next: z.string() })).default([]),
  Catch: z.array(z.object({ ErrorEquals: z.array(z.string()), Next: z.string() })).default([]),
  ItemBatcher: z.object({ MaxItemsPerBatch: z.number() }).optional(),
  ItemProcessor: z.unknown().optional(),
  Branches: z.array(z.unknown()).default([]),
});
const graphSchema = z.object({ States: z.record(z.string(), stateSchema) });
type State = z.infer<typeof stateSchema>;

/** A state machine as a Mermaid flow chart. Names of states are unique in a machine, so they make the ids. */
export function mermaid(definition: unknown): string {
  return ['flowchart TD', ...graph(definition).map(line => `  ${line}`)].join('\n');
}

function graph(definition: unknown): string[] {
  const states = Object.entries(graphSchema.parse(definition).States);
  return [
    ...states.flatMap(([name, state]) => node(name, state)),
    ...states.flatMap(([name, state]) => edges(name, state)),
  ];
}

function node(name: string, state: State): string[] {
  const inner = state.ItemProcessor ? [state.ItemProcessor] : state.Branches;
  if (inner.length === 0) return [`${idOf(name)}${shape(state, quoted(name))}`];
  const each = state.ItemBatcher ? ` (each batch of ${state.ItemBatcher.MaxItemsPerBatch})` : ' (each)';
  const title = quoted(state.Type === 'Map' ? name + each : name);
  return [`subgraph ${idOf(name)}[${title}]`, ...inner.flatMap(graph).map(line => `  ${line}`), 'end'];
}

/** Round: the end. Slanted: waits for time. Six-sided: waits for somebody. Diamond: a question. */
function shape({ Type, Resource }: State, title: string): string {
  if (Type === 'Choice') return `{${title}}`;
  if (Type === 'Wait') return `[/${title}/]`;
  if (Type === 'Succeed' || Type === 'Fail') return `([${title}])`;
  return Resource?.endsWith('.waitForTaskToken') ? `{{${title}}}` : `[${title}]`;
}

function edges(name: string, state: State): string[] {
  const from = idOf(name);
  return [
    ...state.Choices.map(choice => `${from} -->|${quoted(conditionInWords(choice.Condition))}| ${idOf(choice.Next)}`),
    ...(state.Default ? [`${from} -->|otherwise| ${idOf(state.Default)}`] : []),
    ...(state.Next ? [`${from} --> ${idOf(state.Next)}`] : []),
    ...state.Catch.map(({ ErrorEquals, Next }) => `${from} -.->|${quoted(errorsInWords(ErrorEquals))}| ${idOf(Next)}`),
  ];
}

export const errorsInWords = (names: readonly string[]) =>
  names.map(name => ({ 'States.Timeout': 'time is up', 'States.ALL': 'fails' })[name] ?? name).join(', ');

/** JSONata as a person would say it: `$status in ["confirmed", "published"]` is "confirmed or published". */
export const conditionInWords = (expression: string) =>
  expression
    .replaceAll(/^\{%|%\}$/g, '')
    .replaceAll(/\$\w+ in \[([^\]]*)\]/g, (_, list: string) => list.split(',').join(' or '))
    .replaceAll('$states.context.State.EnteredTime', 'now')
    .replaceAll(/\$toMillis\(([^)]*)\)/g, '$1')
    .replaceAll(/\$states\.input\.|[$"']/g, '')
    .trim();
const quoted = (text: string) => `"${text.replaceAll('"', '#quot;')}"`;
const idOf = (name: string) => name.replaceAll(/[^A-Za-z0-9]+/g, '_');
