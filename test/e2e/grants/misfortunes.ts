import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { needs } from '#infra/aws/needs.ts';
import type { CampaignRun } from '#infra/cli/local/campaign-run.ts';
import { output } from '#infra/cli/local/local-app.ts';
import { faultPlan } from '#infra/local/faults/plan.ts';
import { functionSubject } from '#infra/local/faults/subjects.ts';
import { functions } from '#shared/contracts/functions.ts';
import { type Errands, hourMs, minuteMs } from './errands.ts';

const asynchronous = Object.keys(functions).filter(name => needs[name as keyof typeof functions].asynchronous);
const emptyEvent = '{}';
const [, emptySubject = ''] = functionSubject('', emptyEvent).split(' ');

/** While nobody can chase: a run is stopped in the middle and goes on later. Days enough that somebody is due in them. */
const noChasing = { from: '2026-12-05T04:00:00Z', until: '2026-12-09T04:00:00Z' };

/** What goes wrong, once each, so that what stands by for it is used. */
export const misfortunes = faultPlan.parse({
  faults: [
    // More than all attempts of a step: it fails for good and goes to a person.
    { fault: 'lambda-crash-before', rate: 1, subject: 'send-brief', most: 20 },
    { fault: 'lambda-crash-before', rate: 1, subject: emptySubject },
    { fault: 'lambda-throttle', rate: 1, subject: 'chase-collaborations', ...noChasing },
    ...['record-mail-event', 'close-campaign'].map(subject => ({
      fault: 'event-undeliverable',
      rate: 1,
      subject,
      most: 1,
    })),
  ],
});

/** An event that kills each function that nobody waits for, as often as it is tried: it ends in the dead letter queue. */
export async function sendDeadlyEvents({ cloud }: CampaignRun): Promise<void> {
  const lambda = new LambdaClient(cloud.clientConfig());
  for (const name of asynchronous) {
    const FunctionName = `groundswell-local-${name}`;
    await lambda.send(new InvokeCommand({ FunctionName, InvocationType: 'Event', Payload: emptyEvent }));
  }
}

/** Stops a chase whose children wait for better times, and lets it go on when they have come. */
export function interruptChase({ clock, cloud: { engine, ...cloud } }: CampaignRun, errands: Errands): void {
  const stateMachineArn = output({ engine, ...cloud }, 'ChaseMachineArn');
  let executionArn = '';
  errands.every(minuteMs * 5, 'stop a chase', async () => {
    const running = engine.listExecutions({ stateMachineArn, statusFilter: 'RUNNING' });
    executionArn = running.find(one => engine.listMapRuns(one.executionArn).length > 0)?.executionArn ?? '';
    if (executionArn !== '') await engine.stopExecution({ executionArn });
    return executionArn !== '';
  });
  errands.every(hourMs, 'let the chase go on', async () => {
    const isTime = executionArn !== '' && clock.now() > Date.parse(noChasing.until);
    if (isTime) await engine.redriveExecution({ executionArn });
    return isTime;
  });
}
