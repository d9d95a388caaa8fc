import { applies } from './policy.ts';
import type { Grant } from './role-guard.ts';
import type { RolePolicies } from './role-policies.ts';

/** Actions of services that the local cloud does not have: whether they are used cannot be seen here. */
const unseen = /^(logs|xray|cloudwatch|kms|sts):/;

/** Each action on each resource that a statement allows and that nobody made use of. */
export const unusedGrants = (roles: readonly RolePolicies[], used: readonly Grant[]): Grant[] =>
  roles.flatMap(({ arn: roleArn, statements }) => {
    const own = used.filter(grant => grant.roleArn === roleArn);
    return statements.flatMap(statement =>
      statement.Effect === 'Deny'
        ? []
        : (statement.Action ?? [])
            .filter(action => !unseen.test(action))
            .flatMap(action =>
              (statement.Resource ?? ['*'])
                .filter(resource => !own.some(grant => covers(action, resource, grant)))
                .map(resource => ({ roleArn, action, resource })),
            ),
    );
  });

const covers = (action: string, resource: string, grant: Grant): boolean =>
  applies(
    { Effect: 'Allow', Action: [action], Resource: [resource], Condition: {} },
    { action: grant.action, resource: grant.resource, context: {} },
  );
