import type { Catcher, Fallible, Retrier } from './machine.ts';
import { type Raw, refuse } from './raw.ts';

export function parseFallible(state: Raw): Fallible {
  return { retry: state.objects('Retry').map(parseRetrier), catch: state.objects('Catch').map(parseCatcher) };
}

function parseRetrier(raw: Raw): Retrier {
  return {
    errorEquals: parseErrors(raw),
    intervalSeconds: raw.number('IntervalSeconds', 1),
    maxAttempts: raw.number('MaxAttempts', 3),
    backoffRate: raw.number('BackoffRate', 2),
    maxDelaySeconds: raw.has('MaxDelaySeconds') ? raw.number('MaxDelaySeconds', 0) : undefined,
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

function parseErrors(raw: Raw): string[] {
  const errors = raw.strings('ErrorEquals');
  if (errors.length === 0) refuse('ErrorEquals must name at least one error', raw.path);
  if (errors.includes('States.ALL') && errors.length > 1)
    refuse('States.ALL must appear alone', `${raw.path}/ErrorEquals`);
  return errors;
}
