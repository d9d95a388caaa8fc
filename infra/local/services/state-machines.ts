import { readFileSync } from 'node:fs';
import * as z from 'zod';
import type { Assembly } from '../assembly/assembly.ts';
import type { Resource } from '../assembly/resource.ts';
import type { MachineInput } from '../engine/api.ts';

const schema = z.object({
  StateMachineName: z.string().optional(),
  StateMachineType: z.enum(['STANDARD', 'EXPRESS']).default('STANDARD'),
  RoleArn: z.string(),
  DefinitionString: z.string().optional(),
  DefinitionS3Location: z.object({ Key: z.string() }).optional(),
  DefinitionSubstitutions: z.record(z.string(), z.coerce.string()).default({}),
});

/** A state machine with its definition, wherever the template keeps it. */
export function machineInput(resource: Resource, assembly: Assembly): MachineInput {
  const properties = schema.parse(resource.properties);
  const text = properties.DefinitionString ?? storedDefinition(properties.DefinitionS3Location?.Key, assembly);
  if (text === undefined)
    throw new Error(`${resource.logicalId}: the assembly has no definition for this state machine.`);
  const definition = text.replace(
    /\$\{(\w+)\}/g,
    (match, name: string) => properties.DefinitionSubstitutions[name] ?? match,
  );
  return {
    arn: resource.ref,
    name: String(resource.attributes.Name),
    roleArn: properties.RoleArn,
    type: properties.StateMachineType,
    definition,
  };
}

function storedDefinition(key: string | undefined, assembly: Assembly): string | undefined {
  const file = key === undefined ? undefined : assembly.asset(key);
  return file === undefined ? undefined : readFileSync(file, 'utf8');
}
