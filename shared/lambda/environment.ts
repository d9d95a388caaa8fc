import * as z from 'zod';
import { type Environment, type FunctionName, functions } from '#shared/contracts/functions.ts';

/** The only reader of process.env: a function's environment, as its contract says. */
export function readEnvironment<N extends FunctionName>(name: N): Environment<N> {
  const answer = functions[name].env.safeParse(process.env);
  if (answer.success) return answer.data as Environment<N>;
  throw new Error(`${name}: the environment does not fit its contract\n${z.prettifyError(answer.error)}`);
}
