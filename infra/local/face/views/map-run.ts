import { html } from '#shared/pages/html.ts';
import type { ExecutionStatus } from '../../engine/ports.ts';
import { executionLink, executionTable } from '../execution-list.ts';
import { mapRunCounts } from '../map-run-counts.ts';
import { pageOf } from '../pages-of.ts';
import type { Sight, View } from '../view.ts';
import { lastPart, live, machineName, nothing } from '../words.ts';

const statuses: readonly ExecutionStatus[] = ['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'];

/** The child executions of a Distributed Map. */
export function showMapRun({ cloud: { engine }, clock, id, query }: Sight): View | undefined {
  const run = mapRunOf(engine, id);
  if (!run) return undefined;
  const statusFilter = statuses.find(one => one === query.get('status'));
  const children = engine.listExecutions({ mapRunArn: id, ...(statusFilter && { statusFilter }) });
  const { rows, links } = pageOf(children, query);
  return {
    title: `Executions of ${lastPart(machineName(run.stateMachineArn))}`,
    body: html`<p>A Map Run of ${executionLink(run.executionArn, lastPart(run.executionArn))}.</p>
${live('counts', html`<div class="sheet">${mapRunCounts(run)}</div>`)}
<p class="row"><a href="?">all</a>${statuses.map(one => html`<a href="?status=${one}">${one.toLowerCase().replace('_', ' ')}</a>`)}</p>
${live('list', [rows.length > 0 ? executionTable(rows, { nowMs: clock.now(), engine }) : nothing('None.'), links])}`,
  };
}

function mapRunOf(engine: Sight['cloud']['engine'], arn: string) {
  try {
    return engine.describeMapRun(arn);
  } catch {
    return undefined;
  }
}
