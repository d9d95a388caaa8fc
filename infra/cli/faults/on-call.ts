import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { DeleteMessageCommand, type Message, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Clock } from '#infra/local/clock.ts';
import type { LocalCloud } from '#infra/local/local-cloud.ts';

/** The alarm's period of five minutes, and the time that it takes to read the article. */
const looksEveryMs = 30 * 60_000;
/** What SQS hands out at once. */
const mostMessages = 10;

/** The person whom the alarm `dead-letters` calls: does what docs/runbook.md says, with the same calls to AWS. */
export function answerAlarms(clock: Clock, cloud: LocalCloud): Disposable {
  const lambda = new LambdaClient(cloud.clientConfig());
  const sqs = new SQSClient(cloud.clientConfig());
  const queues = cloud.resources.ofType('AWS::SQS::Queue');

  const sendAgain = async (QueueUrl: string) => {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: mostMessages, MessageAttributeNames: ['All'] }),
    );
    for (const message of Messages) {
      const { functionArn: FunctionName, event } = deadLetter(message);
      await lambda.send(
        new InvokeCommand({ FunctionName, InvocationType: 'Event', Payload: Buffer.from(JSON.stringify(event)) }),
      );
      await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: message.ReceiptHandle }));
    }
  };
  const look = () => {
    const rings = queues.filter(({ attributes }) => cloud.queues.list(String(attributes.Arn)).length > 0);
    void clock.hold(Promise.all(rings.map(({ ref }) => sendAgain(ref))));
    arm();
  };
  const arm = () => clock.at(clock.now() + looksEveryMs, look, { background: true, label: () => 'on call' });
  arm();
  return {
    [Symbol.dispose]() {
      lambda.destroy();
      sqs.destroy();
    },
  };
}

interface DeadLetter {
  readonly functionArn: string | undefined;
  readonly event: unknown;
}

/** EventBridge leaves the event itself, and Lambda a record of how it failed with the event in it. */
function deadLetter({ Body = '{}', MessageAttributes }: Message): DeadLetter {
  const body = JSON.parse(Body) as { requestPayload?: unknown; requestContext?: { functionArn: string } };
  const { requestContext, requestPayload } = body;
  if (requestContext) return { functionArn: requestContext.functionArn, event: requestPayload };
  return { functionArn: MessageAttributes?.TARGET_ARN?.StringValue, event: body };
}
