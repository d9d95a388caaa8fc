import {
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  InvalidToken,
  SendTaskSuccessCommand,
  type SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import type { WaitCompleter, Workflows } from '#shared/ports/workflows.ts';

/** `machineArn` is the campaign state machine's. */
export function stepFunctions(client: SFNClient, machineArn: string): Workflows {
  return {
    async startCampaign(campaignId) {
      try {
        const { executionArn } = await client.send(
          new StartExecutionCommand({
            stateMachineArn: machineArn,
            name: campaignId,
            input: JSON.stringify({ campaignId }),
          }),
        );
        if (executionArn) return executionArn;
      } catch (error) {
        // Finished before the second start: the execution that exists is the one that was asked for.
        if (!(error instanceof ExecutionAlreadyExists)) throw error;
      }
      return `${machineArn.replace(':stateMachine:', ':execution:')}:${campaignId}`;
    },
    async stop(executionArn, because) {
      try {
        await client.send(new StopExecutionCommand({ executionArn, error: 'cancelled', cause: because }));
      } catch (error) {
        if (!(error instanceof ExecutionDoesNotExist)) throw error;
      }
    },
  };
}

export function stepFunctionsWaits(client: SFNClient): WaitCompleter {
  return {
    async complete(taskToken, output) {
      try {
        await client.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(output) }));
        return 'done';
      } catch (error) {
        if (error instanceof TaskDoesNotExist || error instanceof TaskTimedOut || error instanceof InvalidToken)
          return 'gone';
        throw error;
      }
    },
  };
}
