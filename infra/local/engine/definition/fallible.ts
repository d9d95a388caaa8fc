import type { Catcher, Fallible, Retrier } from './machine.ts';
import { type Raw, refuse } from './raw.ts';

/** Of IntervalSeconds and MaxAttempts. */
const mostSecondsOrAttempts = 99_999_999;

export function parseFallible(state: Raw): Fallible {
  const fallible = { retry: state.objects('Retry').map(parseRetrier), catch: state.objects('Catch').map(parseCatcher) };
  refuseUnreachable(fallible.retry, `${state.path}/Retry`);
  refuseUnreachable(fallible.catch, `${state.path}/Catch`);
  return fallible;
}

function parseRetrier(raw: Raw): Retrier {
  return {
    errorEquals: parseErrors(raw),
    intervalSeconds: bounded(raw, 'IntervalSeconds', 1, 1),
    maxAttempts: bounded(raw, 'MaxAttempts', 3, 0),
    backoffRate: bounded(raw, 'BackoffRate', 2, 1),
    maxDelaySeconds: raw.has('MaxDelaySeconds') ? bounded(raw, 'MaxDelaySeconds', 0, 1) : undefined,
    jitter: raw.oneOf('JitterStrategy', ['NONE', 'FULL'], 'NONE'),
  };
}

function parseCatcher(raw: Raw): Catcher {
  const output = raw.template('Output');
  const assign = raw.template('Assign');
  return {
    errorEquals: parseErrors(raw),
    next: raw.string('Next'),
    ...(output && { output }),
    ...(assign && { assign }),
  };
}

/** Nothing comes after one that takes every error. */
function refuseUnreachable(rules: readonly { readonly errorEquals: readonly string[] }[], path: string): void {
  const at = rules.findIndex(({ errorEquals }) => errorEquals.includes('States.ALL'));
  if (at >= 0 && at < rules.length - 1) refuse('States.ALL must be in the last rule', `${path}[${at}]`);
}

/** A number within AWS's bounds. */
function bounded(raw: Raw, key: string, otherwise: number, least: number): number {
  const value = raw.number(key, otherwise);
  if (value >= least && value <= mostSecondsOrAttempts) return value;
  return refuse(`${key} must be between ${least} and ${mostSecondsOrAttempts}`, `${raw.path}/${key}`);
}

function parseErrors(raw: Raw): string[] {
  const errors = raw.strings('ErrorEquals');
  if (errors.length === 0) refuse('ErrorEquals must name at least one error', raw.path);
  if (errors.includes('States.ALL') && errors.length > 1)
    refuse('States.ALL must appear alone', `${raw.path}/ErrorEquals`);
  return errors;
}
