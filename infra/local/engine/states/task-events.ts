import type { Resource } from '../definition/machine.ts';
import { details, whole } from '../execution/details.ts';
import type { StateFault } from '../execution/state-fault.ts';
import type { Details } from '../execution/turn.ts';
import { type Json, textOf } from '../json.ts';

/** Region named in history events; the local cloud has one. */
const region = 'us-east-1';

/** Types and details of a task's events, which depend on what it calls. */
export function taskEvents(resource: Resource) {
  const { kind } = resource;
  const isIntegration = kind === 'Task';
  const names = isIntegration ? { resourceType: resource.service, resource: resource.operation } : {};
  return {
    scheduled: `${kind}Scheduled`,
    started: `${kind}Started`,
    succeeded: `${kind}Succeeded`,
    failed: `${kind}Failed`,
    timedOut: `${kind}TimedOut`,
    scheduledDetails(given: Json, timeout: number | undefined, heartbeat: number | undefined): Details {
      const limits = {
        ...(timeout !== undefined && { timeoutInSeconds: timeout }),
        ...(heartbeat !== undefined && kind !== 'LambdaFunction' && { heartbeatInSeconds: heartbeat }),
      };
      const what = isIntegration
        ? { ...names, region, parameters: textOf(given) }
        : { resource: resource.arn, input: textOf(given), inputDetails: whole };
      return details.of(lowerFirst(`${kind}Scheduled`), { ...what, ...limits });
    },
    startedDetails(): Details | undefined {
      return isIntegration ? details.of('taskStarted', names) : undefined;
    },
    outputDetails(event: string, output: Json): Details {
      return details.of(lowerFirst(event), { ...names, output: textOf(output), outputDetails: whole });
    },
    faultDetails(event: string, fault: StateFault): Details {
      const { key, value } = details.fault(lowerFirst(event), fault.error, fault.reason);
      return { key, value: { ...names, ...value } };
    },
  };
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
