import * as z from 'zod';
import type { Json } from '../engine/json.ts';
import { AwsError } from './aws-protocol.ts';

/** AWS's limits on what a request may carry. */
const arn = z.string().min(1).max(2000);
const token = z.string().min(1).max(2048);
const error = z.string().max(256).optional();
const cause = z.string().max(32_768).optional();
const paging = { maxResults: z.int().min(0).max(1000).optional(), nextToken: z.string().max(1024).optional() };
const status = z.enum(['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED', 'PENDING_REDRIVE']);
const machineType = z.enum(['STANDARD', 'EXPRESS']);

const start = z.object({
  stateMachineArn: arn,
  name: z.string().min(1).max(80).optional(),
  input: z.string().optional(),
  traceHeader: z.string().max(256).optional(),
});

export const requests = {
  StartExecution: start,
  StartSyncExecution: start,
  DescribeExecution: z.object({ executionArn: arn }),
  GetExecutionHistory: z.object({
    executionArn: arn,
    reverseOrder: z.boolean().default(false),
    includeExecutionData: z.boolean().default(true),
    ...paging,
  }),
  ListExecutions: z.object({
    stateMachineArn: arn.optional(),
    mapRunArn: arn.optional(),
    statusFilter: status.optional(),
    ...paging,
  }),
  StopExecution: z.object({ executionArn: arn, error, cause }),
  RedriveExecution: z.object({ executionArn: arn }),
  SendTaskSuccess: z.object({ taskToken: token, output: z.string() }),
  SendTaskFailure: z.object({ taskToken: token, error, cause }),
  SendTaskHeartbeat: z.object({ taskToken: token }),
  DescribeStateMachine: z.object({ stateMachineArn: arn }),
  DescribeStateMachineForExecution: z.object({ executionArn: arn }),
  ListStateMachines: z.object(paging),
  CreateStateMachine: z.object({
    name: z.string().min(1).max(80),
    definition: z.string(),
    roleArn: z.string(),
    type: machineType.default('STANDARD'),
  }),
  UpdateStateMachine: z.object({
    stateMachineArn: arn,
    definition: z.string().optional(),
    roleArn: z.string().optional(),
  }),
  ValidateStateMachineDefinition: z.object({ definition: z.string(), type: machineType.default('STANDARD') }),
  DescribeMapRun: z.object({ mapRunArn: arn }),
  ListMapRuns: z.object({ executionArn: arn, ...paging }),
  TestState: z.object({
    definition: z.string(),
    stateName: z.string().optional(),
    roleArn: z.string().optional(),
    input: z.string().optional(),
    variables: z.string().optional(),
    context: z.string().optional(),
    mock: z
      .object({
        result: z.string().optional(),
        errorOutput: z.object({ error: z.string().default(''), cause: z.string().default('') }).optional(),
      })
      .optional(),
    stateConfiguration: z.object({ retrierRetryCount: z.int().optional() }).optional(),
  }),
};

/** Refuses what the service's model forbids, naming the field. */
export function parseRequest<T extends z.ZodType>(schema: T, input: unknown): z.infer<T> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new AwsError(
    'ValidationException',
    `1 validation error detected: Value at '${issue?.path.join('.')}' failed to satisfy constraint: ${issue?.message}`,
  );
}

/** Parses a request's JSON text, or refuses it under the name that the operation gives such a mistake. */
export function parseJson(text: string, code: string, message: string): Json {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AwsError(code, `${message}: '${(error as Error).message}'`);
  }
}
