import { type AccessRequest, applies, type Decision, type Statement } from './policy.ts';

/** A policy of the template: what a role may do, who may act as it (`trust`), or who may use a resource. */
export interface Policy {
  readonly kind: 'role' | 'trust' | 'resource';
  /** ARN of the role or of the resource. */
  readonly of: string;
  readonly statements: readonly Statement[];
}

/** The smallest thing that can be taken out of a template: one action on one resource, for one principal where one is named. */
export interface Grant {
  readonly kind: Policy['kind'];
  readonly of: string;
  readonly action: string;
  readonly resource: string;
  readonly principal?: string;
  readonly condition?: string;
}

export interface Verdict {
  readonly decision: Decision;
  /** Numbers of the grants that allow it. */
  readonly by: readonly number[];
}

/** All policies as single grants, numbered in their order: two books of the same policies give the same numbers. */
export interface GrantBook {
  readonly grants: readonly Grant[];
  /** IAM's rule: one Deny outweighs everything; without an Allow the answer is no. */
  judge(kind: Policy['kind'], of: string, request: AccessRequest): Verdict;
}

export function createGrantBook(policies: readonly Policy[]): GrantBook {
  const grants: Grant[] = [];
  const known = new Set<string>();
  const single = new Map<string, { readonly statement: Statement; readonly number: number }[]>();
  const denying = new Map<string, Statement[]>();
  for (const { kind, of, statements } of policies) {
    const name = `${kind} ${of}`;
    for (const statement of statements) {
      if (statement.Effect === 'Deny') {
        denying.set(name, [...(denying.get(name) ?? []), statement]);
        continue;
      }
      const own = single.get(name) ?? [];
      single.set(name, own);
      for (const one of singleStatements(statement)) {
        const grant = named(kind, of, one);
        // What is said twice (CDK says for each method what is about its path) is one grant.
        const text = JSON.stringify(grant);
        if (!known.has(text)) own.push({ statement: one, number: grants.push(grant) - 1 });
        known.add(text);
      }
    }
  }
  return {
    grants,
    judge(kind, of, request) {
      const name = `${kind} ${of}`;
      if (denying.get(name)?.some(statement => applies(statement, request))) {
        return { decision: 'denied by a statement', by: [] };
      }
      const by = (single.get(name) ?? []).flatMap(({ statement, number }) =>
        applies(statement, request) ? number : [],
      );
      return { decision: by.length > 0 ? 'allowed' : 'not allowed by any', by };
    },
  };
}

/** What allows the same as the statement, each part by itself. */
export function singleStatements(statement: Statement): Statement[] {
  const { Action, Resource, Principal } = statement;
  const actions = Action?.map(action => ({ Action: [action] })) ?? [{}];
  const resources = Resource?.map(resource => ({ Resource: [resource] })) ?? [{}];
  const principals =
    Principal === undefined || Principal === '*'
      ? [{}]
      : Object.entries(Principal).flatMap(([kind, names]) => names.map(name => ({ Principal: { [kind]: [name] } })));
  return actions.flatMap(action =>
    resources.flatMap(resource =>
      principals.map(principal => ({ ...statement, ...action, ...resource, ...principal })),
    ),
  );
}

function named(
  kind: Policy['kind'],
  of: string,
  { Action, NotAction, Resource, NotResource, Principal, Condition }: Statement,
): Grant {
  const principal = Principal === '*' ? '*' : Object.values(Principal ?? {}).flat()[0];
  const conditions = Object.entries(Condition).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => `${key} ${operator} ${values.join(' | ')}`),
  );
  return {
    kind,
    of,
    action: Action?.[0] ?? `all but ${NotAction?.join(', ')}`,
    resource: Resource?.[0] ?? (NotResource ? `all but ${NotResource.join(', ')}` : of),
    ...(principal !== undefined && { principal }),
    ...(conditions.length > 0 && { condition: conditions.join(', ') }),
  };
}
