import { createHash } from 'node:crypto';
import type { Resource } from '../assembly/resource.ts';
import type { Clock } from '../clock.ts';
import type { Documents } from '../documents.ts';
import { AwsError, type AwsRequest, type AwsService, jsonService } from './aws-protocol.ts';

export interface QueuedMessage {
  readonly id: string;
  readonly body: string;
  readonly sentMs: number;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly visibleFromMs: number;
  readonly receives: number;
}

export interface Queues {
  readonly service: AwsService;
  /** By ARN. */
  send(queueArn: string, body: string, attributes?: Readonly<Record<string, unknown>>): QueuedMessage;
  list(queueArn: string): QueuedMessage[];
}

const defaultVisibilitySeconds = 30;

interface QueueInput {
  readonly QueueUrl: string;
}

/** Enough of SQS for dead-letter queues: sending, looking, receiving again and deleting. */
export function openQueues(
  resources: readonly Resource[],
  clock: Clock,
  documentsOf: (queueName: string) => Documents<QueuedMessage>,
  authorize: (request: AwsRequest, action: string, resource: string) => void,
): Queues {
  const queues = new Map(
    resources.map(resource => [
      String(resource.attributes.Arn),
      { url: resource.ref, messages: documentsOf(String(resource.attributes.QueueName)) },
    ]),
  );
  const queueOf = (arn: string) => {
    const queue = queues.get(arn);
    if (!queue) throw new AwsError('QueueDoesNotExist', `The specified queue does not exist: ${arn}`);
    return queue;
  };
  const byUrl = (request: AwsRequest, action: string, { QueueUrl }: QueueInput) => {
    const [arn] = [...queues].find(([, { url }]) => url.split('/').at(-1) === QueueUrl.split('/').at(-1)) ?? [''];
    queueOf(arn);
    authorize(request, `sqs:${action}`, arn);
    return { arn, ...queueOf(arn) };
  };
  const send: Queues['send'] = (queueArn, body, attributes = {}) => {
    const id = crypto.randomUUID();
    const message = { id, body, attributes, sentMs: clock.now(), visibleFromMs: clock.now(), receives: 0 };
    queueOf(queueArn).messages.set(id, message);
    return message;
  };
  const list: Queues['list'] = queueArn =>
    queueOf(queueArn)
      .messages.entries()
      .map(([, message]) => message)
      .sort((a, b) => a.sentMs - b.sentMs);

  const service = jsonService({
    SendMessage(
      input: QueueInput & { MessageBody: string; MessageAttributes?: Record<string, unknown> },
      request: AwsRequest,
    ) {
      const { arn } = byUrl(request, 'SendMessage', input);
      const message = send(arn, input.MessageBody, input.MessageAttributes);
      return { MessageId: message.id, MD5OfMessageBody: md5(message.body) };
    },
    ReceiveMessage(
      input: QueueInput & { MaxNumberOfMessages?: number; VisibilityTimeout?: number },
      request: AwsRequest,
    ) {
      const { arn, messages } = byUrl(request, 'ReceiveMessage', input);
      const hiddenMs = (input.VisibilityTimeout ?? defaultVisibilitySeconds) * 1000;
      const visible = list(arn).filter(message => message.visibleFromMs <= clock.now());
      const taken = visible.slice(0, input.MaxNumberOfMessages ?? 1);
      for (const message of taken) {
        messages.set(message.id, { ...message, visibleFromMs: clock.now() + hiddenMs, receives: message.receives + 1 });
      }
      return {
        Messages: taken.map(({ id, body, attributes, sentMs, receives }) => ({
          MessageId: id,
          ReceiptHandle: id,
          Body: body,
          MD5OfBody: md5(body),
          MessageAttributes: attributes,
          Attributes: { SentTimestamp: String(sentMs), ApproximateReceiveCount: String(receives + 1) },
        })),
      };
    },
    DeleteMessage(input: QueueInput & { ReceiptHandle: string }, request: AwsRequest) {
      byUrl(request, 'DeleteMessage', input).messages.delete(input.ReceiptHandle);
    },
    GetQueueUrl({ QueueName }: { QueueName: string }) {
      const url = [...queues.values()].map(queue => queue.url).find(one => one.endsWith(`/${QueueName}`));
      if (!url) throw new AwsError('QueueDoesNotExist', 'The specified queue does not exist.');
      return { QueueUrl: url };
    },
    GetQueueAttributes(input: QueueInput, request: AwsRequest) {
      const { arn } = byUrl(request, 'GetQueueAttributes', input);
      const visible = list(arn).filter(message => message.visibleFromMs <= clock.now()).length;
      return {
        Attributes: {
          QueueArn: arn,
          ApproximateNumberOfMessages: String(visible),
          ApproximateNumberOfMessagesNotVisible: String(list(arn).length - visible),
        },
      };
    },
    ListQueues: () => ({ QueueUrls: [...queues.values()].map(queue => queue.url) }),
    PurgeQueue(input: QueueInput, request: AwsRequest) {
      const { arn, messages } = byUrl(request, 'PurgeQueue', input);
      for (const message of list(arn)) messages.delete(message.id);
    },
  });
  return { service, send, list };
}

const md5 = (text: string) => createHash('md5').update(text).digest('hex');
