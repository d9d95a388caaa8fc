import { describe, expect, test } from 'vitest';
import { Fault } from '#shared/errors.ts';
import { transientAsFault } from '#shared/lambda/transient.ts';
import { isFault } from '#test/support/product/faults.ts';

const error = (over: object) => Object.assign(new Error('why'), over);

describe('an AWS service that stumbled', () => {
  test.each([
    { name: 'ProvisionedThroughputExceededException' },
    { name: 'ThrottlingException' },
    { name: 'TimeoutError' },
    { code: 'ECONNRESET' },
    { $retryable: {} },
    { $metadata: { httpStatusCode: 503 } },
  ])('%j is tried again by the workflow', over => {
    const fault = transientAsFault(error(over));
    expect(fault).toSatisfy(isFault('upstream-failed'));
    expect(fault).toMatchObject({ message: expect.stringContaining('why'), cause: { message: 'why' } });
  });

  test.each([
    error({ name: 'ValidationException', $metadata: { httpStatusCode: 400 } }),
    error({ name: 'AccessDeniedException' }),
    new TypeError('x is undefined'),
    new Fault('conflict', 'no'),
    'thrown text',
    undefined,
  ])('%j stays what it is', given => {
    expect(transientAsFault(given)).toBe(given);
  });
});
