import { createHash } from 'node:crypto';
import type { StackArtifact } from './assembly.ts';
import { evaluateCondition, noValue, resolveValue, type Scope } from './intrinsics.ts';
import { parameterValue } from './parameters.ts';
import type { Described, Identify, Resource } from './resource.ts';
import type { TemplateResource } from './template.ts';

export interface StackSurroundings {
  readonly account: string;
  readonly region: string;
  readonly types: Readonly<Record<string, Identify>>;
  /** Values given by whoever starts the cloud, by `Name` or `Stack:Name`. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Values exported by the stacks before this one. */
  readonly exports: Map<string, unknown>;
  endpoint(stackName: string, logicalId: string, type: string): string | undefined;
}

export interface Stack {
  readonly name: string;
  readonly resources: readonly Resource[];
  readonly outputs: Readonly<Record<string, string>>;
}

/** Resolves a template: every resource gets its name, ARN and properties as CloudFormation would give them. */
export function resolveStack(artifact: StackArtifact, surroundings: StackSurroundings): Stack {
  const { template, name: stackName } = artifact;
  const { account, region } = surroundings;
  const parameters = once(name => {
    const given = surroundings.parameters[`${stackName}:${name}`] ?? surroundings.parameters[name];
    return parameterValue(name, required(template.Parameters[name], name), given ?? artifact.parameters[name]);
  });
  const conditions = once(name => evaluateCondition(template.Conditions[name], scope));
  const resources = once(logicalId => {
    const resource = required(template.Resources[logicalId], logicalId);
    return naming(`${stackName}/${logicalId} (${resource.Type})`, () => resolveResource(logicalId, resource));
  });

  const pseudo: Readonly<Record<string, unknown>> = {
    'AWS::AccountId': account,
    'AWS::Region': region,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': stackName,
    'AWS::StackId': `arn:aws:cloudformation:${region}:${account}:stack/${stackName}/${hash(stackName)}`,
    'AWS::NotificationARNs': [],
    'AWS::NoValue': noValue,
  };

  const scope: Scope = {
    ref(name) {
      if (name in pseudo) return pseudo[name];
      return name in template.Parameters ? parameters(name) : resources(name).ref;
    },
    getAtt(logicalId, attribute) {
      const value = resources(logicalId).attributes[attribute];
      if (value === undefined) throw new Error(`${logicalId} has no attribute ${attribute} in the local cloud.`);
      return value;
    },
    condition: conditions,
    importValue(name) {
      if (!surroundings.exports.has(name)) throw new Error(`No stack exports ${name}.`);
      return surroundings.exports.get(name);
    },
    findInMap: (map, first, second) => required(template.Mappings[map]?.[first]?.[second], `${map}.${first}.${second}`),
    availabilityZones: () => ['a', 'b', 'c'].map(zone => `${region}${zone}`),
  };

  function resolveResource(logicalId: string, { Type, Properties }: TemplateResource): Resource {
    const identify = surroundings.types[Type];
    if (!identify) throw new Error('the local cloud does not know this type; add it to assembly/resource-types.ts.');
    const properties = resolveValue(Properties, scope) as Record<string, unknown>;
    const described: Described = {
      logicalId,
      type: Type,
      stackName,
      account,
      region,
      properties,
      endpoint: surroundings.endpoint(stackName, logicalId, Type),
      arn: (service, resource) => `arn:aws:${service}:${region}:${account}:${resource}`,
      name: (property, maxLength = 255) => {
        const given = property === undefined ? undefined : properties[property];
        return typeof given === 'string' ? given : generatedName(stackName, logicalId, maxLength);
      },
    };
    return { logicalId, type: Type, stackName, properties, ...identify(described) };
  }

  const exists = ({ Condition }: { Condition?: string | undefined }) =>
    Condition === undefined || conditions(Condition);
  for (const name of Object.keys(template.Parameters)) parameters(name);
  const outputs: Record<string, string> = {};
  for (const [name, output] of Object.entries(template.Outputs)) {
    if (!exists(output)) continue;
    const value = naming(`output ${name} of ${stackName}`, () => resolveValue(output.Value, scope));
    outputs[name] = String(value);
    if (output.Export) surroundings.exports.set(String(resolveValue(output.Export.Name, scope)), value);
  }
  const wanted = Object.entries(template.Resources).filter(([, resource]) => exists(resource));
  return { name: stackName, resources: wanted.map(([logicalId]) => resources(logicalId)), outputs };
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);

function generatedName(stackName: string, logicalId: string, maxLength: number): string {
  const suffix = hash(`${stackName}/${logicalId}`);
  return `${`${stackName}-${logicalId}`.slice(0, maxLength - suffix.length - 1)}-${suffix}`;
}

/** Memoised by name; a value that needs itself is an error. */
function once<T>(compute: (name: string) => T): (name: string) => T {
  const known = new Map<string, { value: T }>();
  const underWay = new Set<string>();
  return name => {
    const before = known.get(name);
    if (before) return before.value;
    if (underWay.has(name)) throw new Error(`${name} depends on itself.`);
    underWay.add(name);
    try {
      const value = compute(name);
      known.set(name, { value });
      return value;
    } finally {
      underWay.delete(name);
    }
  };
}

function required<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`The template has no ${name}.`);
  return value;
}

function naming<T>(what: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new Error(`${what}: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}
