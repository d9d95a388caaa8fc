import type * as z from 'zod';
import { Fault, type FieldProblem, faults } from '#shared/errors.ts';
import type { Answer } from './request.ts';

/** A fault as RFC 9457 problem details. What we did not expect says nothing about our insides. */
export function problem(error: unknown, instance: string): Answer {
  const fault =
    error instanceof Fault
      ? error
      : new Fault('internal', 'Try again; if it stays, tell the operators the instance below.');
  const { status, title } = faults[fault.fault];
  return {
    status,
    json: {
      type: `urn:groundswell:${fault.fault}`,
      title,
      status,
      detail: fault.message,
      instance,
      ...(fault.fields.length > 0 && { errors: fault.fields }),
    },
  };
}

/** Parses a part of a request; what does not fit is named field by field. */
export function parsed<S extends z.ZodType>(schema: S, value: unknown, where: string): z.output<S> {
  const answer = schema.safeParse(value, { error: inPlainWords });
  if (answer.success) return answer.data;
  const fields = answer.error.issues.flatMap(fieldsOf);
  throw new Fault(
    'invalid-request',
    `${where} ${fields.length === 1 ? 'has a problem' : `has ${fields.length} problems`}.`,
    { fields },
  );
}

/** For what the schema itself has no words; undefined leaves zod's own. */
const inPlainWords: z.core.$ZodErrorMap = issue => {
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'This field is missing.';
  if (issue.code === 'too_small' && issue.origin === 'string' && issue.minimum === 1) return 'must not be empty';
  return undefined;
};

/** `/brief/dates/0`: a JSON Pointer (RFC 6901). */
const pointer = (path: readonly PropertyKey[]): string =>
  path.map(step => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

function fieldsOf(issue: z.core.$ZodIssue): FieldProblem[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(key => ({ pointer: pointer([...issue.path, key]), detail: 'There is no such field.' }));
  return [{ pointer: pointer(issue.path), detail: issue.message }];
}
