import { type Environment, type FunctionName, functions } from '#shared/contracts/functions.ts';

type VariableName = { [N in FunctionName]: keyof Environment<N> & string }[FunctionName];

/** Every variable that any contract asks for; whoever forgets one does not compile. Asked only by the functions that need it. */
export type Variables = Readonly<Record<VariableName, () => string>>;

export const variableNames = (name: FunctionName): VariableName[] =>
  Object.keys(functions[name].env.shape) as VariableName[];

/** Those variables that this function's contract asks for, and no other. */
export function environmentOf<N extends FunctionName>(name: N, variables: Variables): Environment<N> {
  return Object.fromEntries(variableNames(name).map(variable => [variable, variables[variable]()])) as Environment<N>;
}
