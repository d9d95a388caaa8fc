import { type Html, html } from '#shared/pages/html.ts';
import type { Engine, ExecutionDescription, HistoryEvent, Place } from '../../engine/api.ts';
import { executionLink, reason } from '../execution-list.ts';
import { invocationTable } from '../invocation-table.ts';
import { mapRunCounts } from '../map-run-counts.ts';
import type { Sight, View } from '../view.ts';
import { address, json, lastPart, live, machineName, nothing, span, status, table, when } from '../words.ts';
import { pictures, sizeChoice, sizeIn } from './pictures.ts';

const shownEvents = 200;

/** One execution: its picture, where it stands, what its Distributed Maps do, the log of its steps, and its history. */
export function showExecution({ cloud, clock, id, query }: Sight): View | undefined {
  const { engine } = cloud;
  const execution = described(engine, id);
  if (!execution) return undefined;
  const size = sizeIn(query);
  const places = engine.places(id);
  const mapRuns = engine.listMapRuns(id);
  const history = engine.getExecutionHistory(id);
  const calls = cloud.functions.list({ executionArn: id });
  return {
    title: execution.name,
    body: html`${live('facts', facts(engine, execution, clock.now()))}
<section class="sheet"><h2>Where it stands</h2>${sizeChoice(size)}${live('picture', [pictures({ engine, arn: id, history, mapRuns, size }), legend])}${live('places', placeList(places, clock.now()))}</section>
${
  mapRuns.length > 0 &&
  html`<section class="sheet"><h2>Executions of its maps</h2>${live(
    'children',
    mapRuns.map(run => mapRunCounts(engine.describeMapRun(run.mapRunArn))),
  )}</section>`
}
<div class="columns"><section class="sheet"><h2>Input</h2>${json(execution.input)}</section>
<section class="sheet"><h2>Output</h2>${live('output', outcome(execution))}</section></div>
<section class="sheet"><h2>Functions it called</h2>${live('calls', calls.length > 0 ? invocationTable(calls.slice(0, 50)) : nothing('None that is still in the log.'))}</section>
<section class="sheet"><h2>History</h2>${live('history', historyTable(history))}</section>`,
  };
}

const described = (engine: Engine, arn: string): ExecutionDescription | undefined => {
  try {
    return engine.describeExecution(arn);
  } catch {
    return undefined;
  }
};

function facts(engine: Engine, execution: ExecutionDescription, nowMs: number): Html {
  const { status: state, stateMachineArn, startDate, stopDate, mapRunArn, redriveCount } = execution;
  const parent = mapRunArn && engine.describeMapRun(mapRunArn).executionArn;
  return html`<p class="row">${status(state)}<span>of ${machineName(stateMachineArn)}</span><span class="muted">started ${when(startDate)}, ${stopDate ? 'lasted' : 'for'} ${span((stopDate ?? nowMs) - startDate)}${redriveCount > 0 && `, redriven ${redriveCount} times`}</span>
${mapRunArn !== undefined && html`<span>child of ${executionLink(parent ?? '', lastPart(parent ?? ''))} in <a href="${address('map-run', mapRunArn)}">its Map Run</a></span>`}</p>`;
}

const legend = html`<p class="legend">Filled and marked ●: it stands there now, with a number where several do. Thick lines: the way it went. ✕: failed there. Dashed: on an error. Cut corners: waits for somebody’s answer. Slanted: waits for a time. → and ↑: goes on at the state of that name.</p>`;

const placeList = (places: readonly Place[], nowMs: number): Html =>
  places.length === 0
    ? nothing('It has ended.')
    : table(
        'Where it stands',
        ['State', 'Why', 'Since', 'Goes on by itself'],
        places
          .slice(0, 50)
          .map(place => [
            `${place.stateName}${place.index === undefined ? '' : ` [${place.index}]`}`,
            `${reason(place)}${place.attempt ? `, attempt ${place.attempt}` : ''}`,
            when(place.sinceMs),
            place.dueMs === undefined
              ? '–'
              : html`${when(place.dueMs)} <span class="muted nowrap">(${place.dueMs > nowMs ? `in ${span(place.dueMs - nowMs)}` : 'now'})</span>`,
          ]),
      );

function outcome({ output, error, cause, status: state }: ExecutionDescription): Html {
  if (output !== undefined) return json(output);
  if (state === 'RUNNING') return nothing('Not yet.');
  return html`<p class="danger">${error ?? state.toLowerCase()}</p>${cause !== undefined && json(cause)}`;
}

function historyTable(history: readonly HistoryEvent[]): Html {
  const shown = history.toReversed().slice(0, shownEvents);
  const rows = shown.map(({ id, timestamp, type, details }) => [
    id,
    when(timestamp),
    type,
    typeof details?.name === 'string' ? details.name : '',
    details && html`<details class="plain" id="event-${id}"><summary>show</summary>${json(details)}</details>`,
  ]);
  return html`${table('History, newest first', ['#', 'Time', 'Event', 'State', 'Details'], rows)}${
    history.length > shownEvents && nothing(`The last ${shownEvents} of ${history.length} events.`)
  }`;
}
