import middy from '@middy/core';
import * as z from 'zod';
import {
  type Environment,
  type FunctionName,
  functions,
  type Input,
  type Output,
} from '#shared/contracts/functions.ts';
import { Fault } from '#shared/errors.ts';
import { readEnvironment } from './environment.ts';
import { log } from './log.ts';
import { transientAsFault } from './transient.ts';

type UseCase<N extends FunctionName> = (input: Input<N>) => Promise<Output<N>>;
export type Wire<N extends FunctionName> = (env: Environment<N>) => UseCase<N> | Promise<UseCase<N>>;

/**
 * A workflow step or event handler as a Lambda handler: parses the input by the contract, runs the use case, holds the output to the
 * contract. `wire` runs once per Lambda, at its first call. A Fault's name is the error that Retry and Catch match.
 */
export function step<N extends FunctionName>(name: N, wire: Wire<N>) {
  const wired = wiredOnce(name, wire);
  const run = async (input: Input<N>): Promise<Output<N>> => {
    try {
      return await (await wired())(input);
    } catch (error) {
      throw transientAsFault(error);
    }
  };
  return middy(async (event: unknown): Promise<Output<N>> => {
    const input = functions[name].input.safeParse(event);
    if (!input.success) throw new Fault('invalid-request', `${name}: ${z.prettifyError(input.error)}`);
    const output = await run(input.data as Input<N>);
    return functions[name].output.parse(output) as Output<N>;
  }).onError(request => log.error(`${name} failed`, request.error));
}

/** Wiring that failed (a secret could not be read) is tried again at the next call. */
export function wiredOnce<N extends FunctionName, U>(
  name: N,
  wire: (env: Environment<N>) => U | Promise<U>,
): () => Promise<U> {
  let wired: Promise<U> | undefined;
  return () => {
    wired ??= Promise.resolve()
      .then(() => wire(readEnvironment(name)))
      .catch((error: unknown) => {
        wired = undefined;
        throw error;
      });
    return wired;
  };
}
