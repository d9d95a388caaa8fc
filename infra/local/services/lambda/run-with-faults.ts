import type { Faults } from '../../faults/faults.ts';
import { functionSubject } from '../../faults/subjects.ts';
import type { InvokeMessage, LambdaFailure } from './messages.ts';
import type { Outcome } from './sandbox.ts';

type Run = Outcome & { readonly coldStart: boolean; readonly durationMs: number };

/** One invocation, unless a fault takes it: before its handler ran, or with its effects done and its answer lost. */
export async function runWithFaults(faults: Faults, message: InvokeMessage, run: () => Promise<Run>): Promise<Run> {
  const { cloudTimeMs, event, functionName, requestId, timeoutMs } = message;
  const subject = functionSubject(functionName, event);
  const killed: LambdaFailure = {
    errorType: 'Runtime.ExitError',
    errorMessage: `RequestId: ${requestId} Error: Runtime exited with error: signal: killed`,
  };
  if (faults.hits('lambda-crash-before', subject, cloudTimeMs))
    return { ok: false, failure: killed, logs: '', coldStart: false, durationMs: 0 };
  const done = await run();
  if (faults.hits('lambda-crash-after', subject, cloudTimeMs)) return { ...done, ok: false, failure: killed };
  if (!faults.hits('lambda-timeout', subject, cloudTimeMs)) return done;
  const seconds = (timeoutMs / 1000).toFixed(2);
  const errorMessage = `RequestId: ${requestId} Error: Task timed out after ${seconds} seconds`;
  return { ...done, ok: false, failure: { errorType: 'Sandbox.Timedout', errorMessage } };
}
