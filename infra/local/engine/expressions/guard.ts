import type jsonata from 'jsonata';

/** Steps of one evaluation. AWS refuses far earlier, by memory and by depth; this only keeps the local cloud alive. */
const longestEvaluation = 1_000_000;

/** jsonata calls what is bound under this symbol for every node it evaluates. */
const entryHook = Symbol.for('jsonata.__evaluate_entry');

/** Under this name each evaluation finds its own count. JSONata cannot spell it. */
export const stepsName = 'engine:steps';

/**
 * Ends an evaluation that would go on for ever. Only a function can (by calling itself, for which jsonata needs no stack),
 * so that expressions without one do not pay for the counting.
 */
export function guardAgainstEndlessEvaluation(expression: ReturnType<typeof jsonata>, source: string): void {
  if (!/function|λ/.test(source)) return;
  const count = (_node: unknown, _input: unknown, environment: { lookup(name: string): unknown }): void => {
    const steps = environment.lookup(stepsName) as { taken: number };
    steps.taken += 1;
    if (steps.taken > longestEvaluation) throw new Error('the evaluation does not come to an end');
  };
  expression.assign(entryHook as unknown as string, count);
}
