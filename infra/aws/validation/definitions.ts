import * as z from 'zod';

export interface JsonObject {
  readonly [key: string]: unknown;
}

export interface Definition {
  readonly logicalId: string;
  readonly definition: JsonObject;
}

const machines = z.object({
  Resources: z.record(z.string(), z.object({ Type: z.string(), Properties: z.unknown().optional() })),
});
const properties = z.object({ DefinitionString: z.unknown() });
const join = z.object({ 'Fn::Join': z.tuple([z.literal(''), z.array(z.unknown())]) });

/** The state machines of a template. What CloudFormation fills in stands as a word that is valid in its place. */
export function stateMachinesIn(template: unknown): Definition[] {
  return Object.entries(machines.parse(template).Resources).flatMap(([logicalId, { Type, Properties }]) => {
    if (Type !== 'AWS::StepFunctions::StateMachine') return [];
    return [{ logicalId, definition: definitionFrom(properties.parse(Properties).DefinitionString) }];
  });
}

/** The definition that a `DefinitionString` stands for. */
export const definitionFrom = (definitionString: unknown): JsonObject =>
  JSON.parse(plain(definitionString)) as JsonObject;

function plain(value: unknown): string {
  if (typeof value === 'string') return value;
  const joined = join.safeParse(value);
  if (joined.success) return joined.data['Fn::Join'][1].map(plain).join('');
  return JSON.stringify(value) === '{"Ref":"AWS::Partition"}' ? 'aws' : 'deployed';
}
