import { AwsError } from '../services/aws-protocol.ts';
import type { EventBus } from '../services/eventbridge/bus.ts';
import type { TargetCall } from '../services/eventbridge/target-delivery.ts';
import type { BusEvent } from '../services/eventbridge/target-input.ts';
import type { Permissions } from '../services/permissions/permissions.ts';
import type { Queues } from '../services/sqs.ts';
import { startByArn } from '../services/tasks/start-execution.ts';
import type { Compute } from './compute.ts';

export interface TargetServices {
  readonly permissions: Permissions;
  readonly queues: Queues;
  readonly compute: () => Compute;
  readonly bus: () => EventBus;
}

/** Hands an event to what its rule or schedule names, if the caller may. */
export function handToTarget({ permissions, queues, compute, bus }: TargetServices) {
  return async ({ targetArn, input, roleArn, sourceArn, service, name }: TargetCall): Promise<void> => {
    const [, , kind] = targetArn.split(':');
    const allowed = (action: string) => permissions.allow({ action, resource: targetArn, roleArn, service, sourceArn });
    if (kind === 'lambda') {
      allowed('lambda:InvokeFunction');
      compute().invokeAsync(targetArn, input);
      return;
    }
    if (kind === 'states') {
      allowed('states:StartExecution');
      await startByArn(compute().engine, targetArn, name, JSON.parse(input));
      return;
    }
    if (kind === 'sqs') {
      allowed('sqs:SendMessage');
      queues.send(targetArn, input);
      return;
    }
    if (kind === 'events') {
      allowed('events:PutEvents');
      forward(bus(), targetArn, JSON.parse(input) as BusEvent);
      return;
    }
    throw new AwsError('ResourceNotFoundException', `The local cloud cannot send events to ${targetArn}.`);
  };
}

/** Where failed and finished work is sent. Lambda's own destinations are checked like any call of its role. */
export function sendToDestination({ queues, compute, bus }: TargetServices) {
  return (destinationArn: string, body: string, attributes: Readonly<Record<string, unknown>> = {}): void => {
    const [, , kind] = destinationArn.split(':');
    if (kind === 'sqs') queues.send(destinationArn, body, attributes);
    else if (kind === 'lambda') compute().invokeAsync(destinationArn, body);
    else if (kind === 'events') {
      const detail = JSON.parse(body) as unknown;
      bus().put({ source: 'lambda', detailType: 'Lambda Function Invocation Result', detail, bus: destinationArn });
    } else console.error(`The local cloud cannot send to ${destinationArn}: ${body}`);
  };
}

function forward(bus: EventBus, busArn: string, event: BusEvent): void {
  const { source, 'detail-type': detailType, detail, resources, time } = event;
  bus.put({ source, detailType, detail, resources, atMs: Date.parse(time), bus: busArn });
}
