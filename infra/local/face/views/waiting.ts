import { html } from '#shared/pages/html.ts';
import type { Place } from '../../engine/api.ts';
import { executionLink } from '../execution-list.ts';
import { pageOf } from '../pages-of.ts';
import type { Sight, View } from '../view.ts';
import { live, machineName, nothing, span, table, when } from '../words.ts';

/** Task tokens that are out: who waits for whose answer. A token is a credential, so none is shown. */
export function showWaiting({ cloud, clock, query }: Sight): View {
  const waiting = waitingForAnswers(cloud.engine.places());
  const { rows, links } = pageOf(waiting, query);
  const list =
    rows.length === 0
      ? nothing('Nobody’s answer is waited for.')
      : table(
          'Waiting for an answer',
          ['State', 'Execution', 'Machine', 'Since', 'At the latest'],
          rows.map(({ executionArn, executionName, stateMachineArn, stateName, sinceMs, dueMs }) => [
            stateName,
            executionLink(executionArn, executionName),
            machineName(stateMachineArn),
            html`${when(sinceMs)} <span class="muted nowrap">(${span(clock.now() - sinceMs)})</span>`,
            dueMs === undefined ? '–' : when(dueMs),
          ]),
        );
  return {
    title: 'Waiting for an answer',
    body: html`<p class="muted">Each line is a task token that is out. The tokens themselves are credentials and are not shown.</p>${live('list', [list, links])}`,
  };
}

export const waitingForAnswers = (places: readonly Place[]): Place[] =>
  places.filter(place => place.waitsFor === 'answer').sort((a, b) => b.sinceMs - a.sinceMs);
