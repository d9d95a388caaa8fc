import { type Html, html } from '#shared/pages/html.ts';
import type { Clock } from '../clock.ts';
import { clockPanel } from './clock-panel.ts';
import type { View } from './view.ts';

const places = [
  ['', 'Overview'],
  ['executions', 'Executions'],
  ['waiting', 'Waiting'],
  ['timers', 'Timers'],
  ['inbox', 'Mail'],
  ['log', 'Log'],
  ['queues', 'Queues'],
  ['grants', 'Grants'],
  ['counters', 'Counters'],
] as const;

/** Details belong to the list that leads to them. */
const listOf: Readonly<Record<string, string>> = {
  execution: 'executions',
  'map-run': 'executions',
  mail: 'inbox',
  invocation: 'log',
};

/** The page around a view. */
export function frame({ title, body }: View, view: string, clock: Clock): Html {
  const current = listOf[view] ?? view;
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title} · Local cloud</title>
<link rel="stylesheet" href="/style.css"><link rel="icon" href="data:,"><script type="module" src="/live.js"></script></head>
<body class="broad"><a class="skip" href="#content">Skip to the content</a>
<header class="top"><div class="apart"><span class="name">Local cloud</span><p id="said" role="status" class="small warning"></p></div>
${clockPanel(clock)}
<nav aria-label="Parts of the cloud"><ul>${places.map(
    ([path, label]) => html`<li><a href="/${path}"${path === current && html` aria-current="page"`}>${label}</a></li>`,
  )}</ul></nav></header>
<main id="content" class="flow"><h1>${title}</h1>${body}</main>
<footer class="foot"><p>Times are the cloud’s own, in UTC. Nothing here has left this machine.</p></footer></body></html>`;
}
