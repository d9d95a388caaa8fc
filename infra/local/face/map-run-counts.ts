import { type Html, html } from '#shared/pages/html.ts';
import type { MapRunDescription } from '../engine/api.ts';
import { address, lastPart, machineName, status } from './words.ts';

const names = [
  ['pending', 'not started'],
  ['running', 'running'],
  ['succeeded', 'succeeded'],
  ['failed', 'failed'],
  ['timedOut', 'timed out'],
  ['aborted', 'aborted'],
  ['total', 'in all'],
] as const;

/** A Map Run in figures. */
export function mapRunCounts({
  mapRunArn,
  stateMachineArn,
  executionCounts,
  itemCounts,
  status: state,
}: MapRunDescription): Html {
  const label = lastPart(machineName(stateMachineArn));
  return html`<div class="item"><p class="row"><a href="${address('map-run', mapRunArn)}">${label}</a>${status(state)}</p>
<dl class="counts">${names
    .filter(([key]) => key === 'total' || executionCounts[key] > 0)
    .map(([key, name]) => html`<div><dt>${name}</dt><dd>${executionCounts[key]}</dd></div>`)}${
    itemCounts.total !== executionCounts.total && html`<div><dt>items</dt><dd>${itemCounts.total}</dd></div>`
  }</dl></div>`;
}
