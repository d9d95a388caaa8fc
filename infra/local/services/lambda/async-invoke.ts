import * as z from 'zod';
import type { Resource } from '../../assembly/resource.ts';
import type { Clock } from '../../clock.ts';
import type { Outbox } from '../../outbox.ts';
import { AwsError } from '../aws-protocol.ts';
import type { FunctionConfig } from './function-config.ts';
import type { InvokeResult, Lambda } from './lambda.ts';

/** Lambda waits one minute before the first retry of an asynchronous event and two before the second. */
const retryDelaysMs = [60_000, 120_000];
/** Lambda comes back after one second at first, and after up to five minutes. */
const throttledDelayMs = 1_000;
const defaultMaximumAgeSeconds = 6 * 60 * 60;

const schema = z.object({
  FunctionName: z.string(),
  MaximumRetryAttempts: z.coerce.number().default(retryDelaysMs.length),
  MaximumEventAgeInSeconds: z.coerce.number().default(defaultMaximumAgeSeconds),
  DestinationConfig: z
    .object({
      OnFailure: z.object({ Destination: z.string() }).optional(),
      OnSuccess: z.object({ Destination: z.string() }).optional(),
    })
    .default({}),
});

interface AsyncEvent {
  readonly functionArn: string;
  readonly payload: string;
  readonly acceptedMs: number;
  readonly attempt: number;
}

export interface AsyncSurroundings {
  readonly clock: Clock;
  readonly outbox: Outbox;
  readonly lambda: Lambda;
  /** To a queue, bus or function, as the function's role. */
  send(message: OutgoingRecord): void;
}

export interface OutgoingRecord {
  readonly destinationArn: string;
  readonly body: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly roleArn: string | undefined;
  readonly service: string;
  readonly sourceArn: string;
}

/** Asynchronous (Event) invocation: accepted at once, tried up to three times, then handed to where failures go. */
export function createAsyncInvoke(configs: readonly Resource[], surroundings: AsyncSurroundings) {
  const { clock, outbox, lambda } = surroundings;
  const settings = new Map(
    configs.map(resource => {
      const config = schema.parse(resource.properties);
      return [lambda.find(config.FunctionName)?.arn ?? config.FunctionName, config];
    }),
  );
  const settingsOf = (config: FunctionConfig) => settings.get(config.arn) ?? schema.parse({ FunctionName: config.arn });

  const sendTo = (destinationArn: string | undefined, config: FunctionConfig, body: string, attributes = {}) => {
    if (destinationArn === undefined) return;
    const { roleArn, arn: sourceArn } = config;
    surroundings.send({ destinationArn, body, attributes, roleArn, service: 'lambda.amazonaws.com', sourceArn });
  };

  outbox.on<AsyncEvent>('lambda event', async event => {
    const config = lambda.find(event.functionArn);
    if (!config) return;
    const result = await lambda.invoke(event.functionArn, event.payload).catch((error: unknown) => {
      if (error instanceof AwsError && error.status === 429) return undefined;
      throw error;
    });
    // Throttled events stay in Lambda's own queue and use up none of the attempts.
    if (!result) return outbox.add('lambda event', clock.now() + throttledDelayMs, event);
    const { MaximumRetryAttempts, MaximumEventAgeInSeconds, DestinationConfig } = settingsOf(config);
    if (!result.functionError) {
      sendTo(DestinationConfig.OnSuccess?.Destination, config, record(config, event, result, 'Success', clock.now()));
      return;
    }
    const retryMs = clock.now() + (retryDelaysMs[event.attempt] ?? 0);
    const isTooOld = retryMs > event.acceptedMs + MaximumEventAgeInSeconds * 1000;
    if (event.attempt < MaximumRetryAttempts && !isTooOld) {
      outbox.add('lambda event', retryMs, { ...event, attempt: event.attempt + 1 });
      return;
    }
    const condition = isTooOld ? 'EventAgeExceeded' : 'RetriesExhausted';
    sendTo(DestinationConfig.OnFailure?.Destination, config, record(config, event, result, condition, clock.now()));
    sendTo(config.deadLetterArn, config, event.payload, deadLetterAttributes(result));
  });

  return (functionArn: string, payload: string) => {
    const event: AsyncEvent = { functionArn, payload, acceptedMs: clock.now(), attempt: 0 };
    outbox.add('lambda event', clock.now(), event);
  };
}

/** https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html */
function record(
  config: FunctionConfig,
  event: AsyncEvent,
  result: InvokeResult,
  condition: string,
  nowMs: number,
): string {
  return JSON.stringify({
    version: '1.0',
    timestamp: new Date(nowMs).toISOString(),
    requestContext: {
      requestId: result.requestId,
      functionArn: `${config.arn}:$LATEST`,
      condition,
      approximateInvokeCount: event.attempt + 1,
    },
    requestPayload: JSON.parse(event.payload),
    responseContext: {
      statusCode: 200,
      executedVersion: '$LATEST',
      ...(result.functionError ? { functionError: result.functionError } : {}),
    },
    responsePayload: JSON.parse(result.payload),
  });
}

function deadLetterAttributes({ requestId, payload }: InvokeResult) {
  const text = (StringValue: string) => ({ DataType: 'String', StringValue });
  return {
    RequestID: text(requestId),
    ErrorCode: { DataType: 'Number', StringValue: '200' },
    ErrorMessage: text(String((JSON.parse(payload) as { errorMessage?: string }).errorMessage ?? '').slice(0, 1024)),
  };
}
