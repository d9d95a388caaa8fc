/** A stack as the cloud assembly has it. */
export interface DeployedStack {
  readonly stackName: string;
  readonly template: { readonly Parameters?: Readonly<Record<string, unknown>> };
}

/** CDK adds it to every template and looks after it itself. */
const ownOfCdk = 'BootstrapVersion';

/**
 * `Name=value` becomes `Stack:Name=value` for each stack that has the parameter: CDK would hand it to all stacks, and
 * CloudFormation refuses a deployment that names a parameter which the template does not have.
 */
export function parametersPerStack(stacks: readonly DeployedStack[], given: readonly string[]): string[] {
  const having = (name: string) => stacks.filter(({ template }) => Object.hasOwn(template.Parameters ?? {}, name));
  return given.flatMap(parameter => {
    const name = parameter.slice(0, parameter.indexOf('='));
    const found = name === ownOfCdk ? [] : having(name);
    if (found.length > 0) return found.map(({ stackName }) => `${stackName}:${parameter}`);
    throw new Error(`"${parameter}" sets no parameter. Write Name=value with one of ${namesIn(stacks).join(', ')}.`);
  });
}

const namesIn = (stacks: readonly DeployedStack[]): string[] =>
  [...new Set(stacks.flatMap(({ template }) => Object.keys(template.Parameters ?? {})))]
    .filter(name => name !== ownOfCdk)
    .toSorted();
