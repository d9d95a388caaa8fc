import * as z from 'zod';
import type { Resource, ResourceCatalog } from '../../assembly/resource.ts';
import type { Grant } from './grant-book.ts';

export interface GrantWords {
  /** Who was given it: the function, machine or schedule whose role it is, or the resource whose policy it stands in. */
  holder(grant: Grant): string;
  /** What on: the resource under its name in the template. */
  resource(grant: Grant): string;
  /** By whom and when, where the policy says so. */
  terms(grant: Grant): string;
}

const roleOf = z.union([
  z.object({ Role: z.string() }).transform(({ Role }) => Role),
  z.object({ RoleArn: z.string() }).transform(({ RoleArn }) => RoleArn),
  z.object({ Target: z.object({ RoleArn: z.string() }) }).transform(({ Target }) => Target.RoleArn),
]);

/** Grants as a person reads them: ARNs are long, and what tells them apart stands at their end. */
export function grantWords(catalog: ResourceCatalog): GrantWords {
  const names = catalog.all
    .flatMap(resource => arnsOf(resource).map(arn => [arn, nameOf(resource)] as const))
    .sort(([a], [b]) => b.length - a.length);
  const owners = new Map<string, string>();
  for (const resource of catalog.all) {
    const role = roleOf.safeParse(resource.properties);
    if (role.success) owners.set(role.data, nameOf(resource));
  }
  const named = (arn: string) => {
    const known = names.find(([one]) => arn === one || arn.startsWith(`${one}/`) || arn.startsWith(`${one}:`));
    return known ? `${known[1]}${arn.slice(known[0].length)}` : arn.split(':').slice(5).join(':') || arn;
  };
  return {
    holder: ({ of }) => owners.get(of) ?? named(of),
    resource: ({ resource }) => named(resource),
    terms: ({ principal, condition }) =>
      [principal && `by ${principal}`, condition?.replace(/arn:aws:[^\s,|]+/g, named)].filter(Boolean).join(' if '),
  };
}

const arnsOf = ({ type, ref, attributes }: Resource): string[] => {
  if (type === 'AWS::S3::Bucket') return [`arn:aws:s3:::${ref}`];
  return [attributes.Arn, ref]
    .filter(one => typeof one === 'string' && one.startsWith('arn:'))
    .map(String)
    .slice(0, 1);
};

/** The name that the template gives, else the logical id without CDK's hash. */
function nameOf({ type, logicalId, properties: { FunctionName, StateMachineName } }: Resource): string {
  const kind = type
    .split('::')
    .at(-1)
    ?.replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  const given = FunctionName ?? StateMachineName;
  return `${kind} ${typeof given === 'string' ? given.replace(/^groundswell-[a-z]+-/, '') : logicalId.replace(/[0-9A-F]{8}$/, '')}`;
}
