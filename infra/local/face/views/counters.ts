import { html } from '#shared/pages/html.ts';
import type { Sight, View } from '../view.ts';
import { live, span, table } from '../words.ts';

/** What AWS would bill for. */
export function showCounters({ cloud: { meter } }: Sight): View {
  const { functions, tables, s3Requests, transitions, mails, httpRequests, events } = meter;
  const totals = { transitions, mails, 'HTTP requests': httpRequests, events };
  const number = (value: number) => html`<span class="nowrap">${value.toLocaleString('en')}</span>`;
  return {
    title: 'Counters',
    body: html`${live(
      'totals',
      html`<div class="figures">${Object.entries(totals).map(([name, value]) => html`<div class="figure"><span class="muted small">${name}</span><b>${value.toLocaleString('en')}</b></div>`)}</div>`,
    )}
<section class="sheet"><h2>Functions</h2>${live(
      'functions',
      table(
        'Functions',
        ['Function', 'Invocations', 'Errors', 'Cold starts', 'Import', 'Time in all'],
        Object.entries(functions)
          .sort(([, a], [, b]) => b.invocations - a.invocations)
          .map(([name, { invocations, errors, coldStarts, importMs, durationMs }]) => [
            name,
            number(invocations),
            number(errors),
            number(coldStarts),
            span(importMs),
            span(durationMs),
          ]),
      ),
    )}</section>
<section class="sheet"><h2>Tables</h2>${live(
      'tables',
      table(
        'Tables',
        ['Table', 'Read units', 'Write units'],
        Object.entries(tables).map(([name, { readUnits, writeUnits }]) => [
          name,
          number(readUnits),
          number(writeUnits),
        ]),
      ),
    )}</section>
<section class="sheet"><h2>S3</h2>${live(
      's3',
      table(
        'S3 requests',
        ['Operation', 'Requests'],
        Object.entries(s3Requests).map(([name, count]) => [name, number(count)]),
      ),
    )}</section>`,
  };
}
