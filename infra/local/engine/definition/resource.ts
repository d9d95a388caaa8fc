import type { Resource } from './machine.ts';

const suffixes = ['.waitForTaskToken', '.sync:2', '.sync'] as const;

/** Reads a Task's Resource: `arn:aws:states:::service:operation[suffix]`, a function's ARN or an activity's. */
export function parseResource(text: string): Resource {
  const suffix = suffixes.find(candidate => text.endsWith(candidate)) ?? '';
  const arn = suffix ? text.slice(0, -suffix.length) : text;
  const integration = suffix === '' ? 'request' : suffix === '.waitForTaskToken' ? 'token' : 'sync';
  const parts = /^arn:[^:]*:states:[^:]*:[^:]*:(?<service>(?:aws-sdk:)?[^:]+):(?<operation>[^:.]+)$/.exec(arn)?.groups;
  if (parts && parts.service !== 'activity') {
    const { service = '', operation = '' } = parts;
    return { arn, suffix, integration, kind: 'Task', service, operation: operation + suffix };
  }
  const kind = /^arn:[^:]*:lambda:/.test(arn) ? 'LambdaFunction' : 'Activity';
  return { arn, suffix, integration, kind, service: arn, operation: '' };
}
