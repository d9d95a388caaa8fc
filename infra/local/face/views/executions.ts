import { type Html, html } from '#shared/pages/html.ts';
import { executionTable, startedExecutions } from '../execution-list.ts';
import { pageOf } from '../pages-of.ts';
import type { Sight, View } from '../view.ts';
import { live, machineName, nothing } from '../words.ts';

const statuses = ['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'] as const;

/** Executions by machine, status and part of a name. */
export function showExecutions({ cloud, clock, query }: Sight): View {
  const { engine } = cloud;
  const [machine, wanted, name] = ['machine', 'status', 'name'].map(key => query.get(key) ?? '');
  const matching = startedExecutions(engine).filter(
    one =>
      (!machine || one.stateMachineArn === machine) &&
      (!wanted || one.status === wanted) &&
      (!name || one.name.toLowerCase().includes(name.toLowerCase())),
  );
  const { rows, links } = pageOf(matching, query);
  const machines = engine.listStateMachines().map(({ arn }) => [arn, machineName(arn)] as const);
  return {
    title: 'Executions',
    body: html`<form class="filters" method="get"><div><label for="machine">Machine</label>${select('machine', machines, machine)}</div>
<div><label for="status">Status</label>${select(
      'status',
      statuses.map(one => [one, one.toLowerCase().replace('_', ' ')] as const),
      wanted,
    )}</div>
<div><label for="name">Part of the name</label><input type="text" id="name" name="name" value="${name ?? ''}"></div>
<button class="slim">Show</button></form>
${live('list', [rows.length > 0 ? executionTable(rows, { nowMs: clock.now(), engine }) : nothing('No execution matches.'), links])}`,
  };
}

const select = (name: string, options: readonly (readonly [string, string])[], chosen = ''): Html =>
  html`<select id="${name}" name="${name}"><option value="">all</option>${options.map(
    ([value, label]) => html`<option value="${value}"${value === chosen && html` selected`}>${label}</option>`,
  )}</select>`;
