import { type Json, type JsonObject, textOf } from '../json.ts';
import type { Details } from './turn.ts';

/** The `…EventDetails` of history events, as AWS writes them: payloads as JSON text. */
export const details = {
  entered: (name: string, input: Json): Details => ({
    key: 'stateEnteredEventDetails',
    value: { name, input: textOf(input), inputDetails: whole },
  }),
  exited: (name: string, output: Json, assigned: JsonObject | undefined): Details => ({
    key: 'stateExitedEventDetails',
    value: {
      name,
      output: textOf(output),
      outputDetails: whole,
      ...(assigned && { assignedVariables: eachAsText(assigned), assignedVariablesDetails: whole }),
    },
  }),
  started: (input: Json, roleArn: string): Details => ({
    key: 'executionStartedEventDetails',
    value: { input: textOf(input), inputDetails: whole, roleArn },
  }),
  succeeded: (output: Json): Details => ({
    key: 'executionSucceededEventDetails',
    value: { output: textOf(output), outputDetails: whole },
  }),
  ended: (type: 'Failed' | 'Aborted' | 'TimedOut', error?: string, cause?: string): Details => ({
    key: `execution${type}EventDetails`,
    value: fault(error, cause),
  }),
  evaluationFailed: (error: string, cause: string, state: string, location: string | undefined): Details => ({
    key: 'evaluationFailedEventDetails',
    value: { error, cause, state, ...(location !== undefined && { location }) },
  }),
  /** E.g. `mapRunFailed` with an error. */
  fault: (event: string, error?: string | null, cause?: string | null): Details => ({
    key: `${event}EventDetails`,
    value: fault(error, cause),
  }),
  of: (event: string, value: { readonly [key: string]: unknown }): Details => ({ key: `${event}EventDetails`, value }),
};

export const whole = { truncated: false };

function fault(error?: string | null, cause?: string | null): { [key: string]: string } {
  return { ...(typeof error === 'string' && { error }), ...(typeof cause === 'string' && { cause }) };
}

function eachAsText(variables: JsonObject): { [name: string]: string } {
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, textOf(value)]));
}
