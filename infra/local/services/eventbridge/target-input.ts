import * as z from 'zod';

export const inputSchema = z.object({
  Input: z.string().optional(),
  InputPath: z.string().optional(),
  InputTransformer: z
    .object({ InputPathsMap: z.record(z.string(), z.string()).default({}), InputTemplate: z.string() })
    .optional(),
});

export interface BusEvent {
  readonly version: '0';
  readonly id: string;
  readonly 'detail-type': string;
  readonly source: string;
  readonly account: string;
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: unknown;
}

export interface RuleName {
  readonly name: string;
  readonly arn: string;
}

/** What a target is given for an event: JSON text. */
export function targetInput(input: z.infer<typeof inputSchema>, event: BusEvent, rule: RuleName): string {
  if (input.Input !== undefined) return input.Input;
  if (input.InputPath !== undefined) return JSON.stringify(atPath(event, input.InputPath) ?? null);
  if (input.InputTransformer) return transform(input.InputTransformer, event, rule);
  return JSON.stringify(event);
}

function transform(
  { InputPathsMap, InputTemplate }: { InputPathsMap: Record<string, string>; InputTemplate: string },
  event: BusEvent,
  rule: RuleName,
): string {
  const values: Record<string, unknown> = {
    'aws.events.rule-arn': rule.arn,
    'aws.events.rule-name': rule.name,
    'aws.events.event.ingestion-time': event.time,
    'aws.events.event': { ...event, detail: undefined },
    'aws.events.event.json': event,
  };
  for (const [name, path] of Object.entries(InputPathsMap)) values[name] = atPath(event, path);
  return fill(InputTemplate, values);
}

/** Inside quotes a placeholder becomes plain text; elsewhere it becomes a JSON value. */
function fill(template: string, values: Readonly<Record<string, unknown>>): string {
  let quoted = false;
  return template.replace(/\\.|"|<([\w.-]+)>/g, (found: string, name: string | undefined) => {
    if (found === '"') quoted = !quoted;
    if (name === undefined || !(name in values)) return found;
    const value = values[name];
    if (!quoted) return JSON.stringify(value ?? '');
    return JSON.stringify(typeof value === 'string' ? value : JSON.stringify(value ?? '')).slice(1, -1);
  });
}

/** The JSONPath that EventBridge takes: `$.detail.items[0].name`, `$.detail['a b']`. */
function atPath(value: unknown, path: string): unknown {
  const steps = [...path.matchAll(/\.([\w-]+)|\[(\d+)\]|\['([^']+)'\]/g)].map(
    ([, name, index, quoted]) => name ?? index ?? quoted ?? '',
  );
  return steps.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], value);
}
