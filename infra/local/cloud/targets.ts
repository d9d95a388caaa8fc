import { AwsError } from '../services/aws-protocol.ts';
import type { EventBus } from '../services/eventbridge/bus.ts';
import type { TargetCall } from '../services/eventbridge/target-delivery.ts';
import type { BusEvent } from '../services/eventbridge/target-input.ts';
import type { OutgoingRecord } from '../services/lambda/async-invoke.ts';
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
    const source = { service, sourceArn: confusedDeputySource(sourceArn) };
    const allowed = (action: string) => permissions.allow({ action, resource: targetArn, roleArn, ...source });
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

/** What trust policies see as `aws:SourceArn`: Scheduler names the group of the schedule, EventBridge the rule. */
const confusedDeputySource = (sourceArn: string) => sourceArn.replace(/:schedule\/([^/]+)\/.*$/, ':schedule-group/$1');

/** Where failed and finished work is sent. What cannot be sent is lost, as on AWS, but not without a word. */
export function sendToDestination({ permissions, queues, compute, bus }: TargetServices) {
  const send = ({ destinationArn, body, attributes = {}, ...access }: OutgoingRecord): void => {
    const [, , kind] = destinationArn.split(':');
    const allowed = (action: string) => permissions.allow({ action, resource: destinationArn, ...access });
    if (kind === 'sqs') {
      allowed('sqs:SendMessage');
      queues.send(destinationArn, body, attributes);
    } else if (kind === 'lambda') {
      allowed('lambda:InvokeFunction');
      compute().invokeAsync(destinationArn, body);
    } else if (kind === 'events') {
      allowed('events:PutEvents');
      const detail = JSON.parse(body) as unknown;
      bus().put({ source: 'lambda', detailType: 'Lambda Function Invocation Result', detail, bus: destinationArn });
    } else throw new Error('no such kind of destination here');
  };
  return (message: OutgoingRecord): void => {
    try {
      send(message);
    } catch (error) {
      console.error(`${message.sourceArn} could not send to ${message.destinationArn}: ${error}\n${message.body}`);
    }
  };
}

function forward(bus: EventBus, busArn: string, event: BusEvent): void {
  const { source, 'detail-type': detailType, detail, resources, time } = event;
  bus.put({ source, detailType, detail, resources, atMs: Date.parse(time), bus: busArn });
}
