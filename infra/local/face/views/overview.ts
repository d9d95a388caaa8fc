import { type Html, html } from '#shared/pages/html.ts';
import type { ExecutionSummary } from '../../engine/api.ts';
import { executionLink, executionTable, placesInWords, startedExecutions } from '../execution-list.ts';
import { invocationTable } from '../invocation-table.ts';
import { mailsOf, mailTable } from '../mail-list.ts';
import type { Sight, View } from '../view.ts';
import { live, machineName, nothing, table } from '../words.ts';
import { queuesOf } from './queues.ts';
import { timerTable } from './timers.ts';
import { waitingForAnswers } from './waiting.ts';

const few = 8;

/** Everything at a glance. */
export async function showOverview({ cloud, clock }: Sight): Promise<View> {
  const { engine, functions, permissions } = cloud;
  const executions = startedExecutions(engine);
  const timers = clock.pending();
  const failed = functions.list({ failedOnly: true });
  const mails = mailsOf(cloud);
  const letters = queuesOf(cloud).reduce((sum, { messages }) => sum + messages.length, 0);
  const running = executions.filter(({ status }) => status === 'RUNNING').length;
  const failures = executions.filter(({ status }) => status === 'FAILED' || status === 'TIMED_OUT').length;
  return {
    title: 'Overview',
    body: html`${live(
      'figures',
      html`<div class="figures">
${figure('executions?status=RUNNING', 'Executions running', running)}
${figure('waiting', 'Waiting for an answer', waitingForAnswers(engine.places()).length)}
${figure('inbox', 'Mails', mails.length)}
${figure('executions?status=FAILED', 'Executions failed', failures, failures > 0)}
${figure('log?failed', 'Functions failed', failed.length, failed.length > 0)}
${figure('queues', 'In queues', letters, letters > 0)}
${figure('grants', 'Calls refused', permissions.refused().length, permissions.refused().length > 0)}</div>`,
    )}
<section class="sheet"><h2>State machines</h2>${live('machines', machineTable(cloud, executions))}</section>
<section class="sheet"><h2>Latest executions</h2>${live('executions', executions.length > 0 ? executionTable(executions.slice(0, few), { nowMs: clock.now(), engine }) : nothing('No state machine has run yet.'))}</section>
<div class="columns"><section class="sheet"><h2>Next timers</h2>${live('timers', timers.length > 0 ? timerTable(timers.slice(0, few), clock) : nothing('No timer is set.'))}</section>
<section class="sheet"><h2>Latest mail</h2>${live('mails', mails.length > 0 ? await mailTable(cloud, mails.slice(0, few)) : nothing('No mail was sent yet.'))}</section></div>
<section class="sheet"><h2>Latest failures of functions</h2>${live('failures', failed.length > 0 ? invocationTable(failed.slice(0, few)) : nothing('No function has failed.'))}</section>`,
  };
}

function machineTable({ engine }: Sight['cloud'], executions: readonly ExecutionSummary[]): Html {
  const byMachine = Map.groupBy(executions, ({ stateMachineArn }) => stateMachineArn);
  const standing = Map.groupBy(engine.places(), ({ stateMachineArn }) => stateMachineArn);
  const rows = engine.listStateMachines().map(({ arn }) => {
    const own = byMachine.get(arn) ?? [];
    const count = (...wanted: string[]) => own.filter(({ status }) => wanted.includes(status)).length;
    const query = new URLSearchParams({ machine: arn });
    return [
      html`<a href="/executions?${query.toString()}">${machineName(arn)}</a>`,
      count('RUNNING'),
      count('SUCCEEDED'),
      count('FAILED', 'TIMED_OUT', 'ABORTED'),
      own[0] ? executionLink(own[0].executionArn, own[0].name) : '–',
      placesInWords(standing.get(arn) ?? []),
    ];
  });
  return table('State machines', ['Machine', 'Running', 'Succeeded', 'Failed', 'Latest', 'Stand at'], rows);
}

const figure = (path: string, label: string, value: number, isBad = false): Html =>
  html`<div class="figure"><a class="small" href="/${path}">${label}</a><b${isBad && html` class="danger"`}>${value.toLocaleString('en')}</b></div>`;
