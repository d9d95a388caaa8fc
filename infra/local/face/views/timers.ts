import { type Html, html } from '#shared/pages/html.ts';
import type { Clock, PendingTimer } from '../../clock.ts';
import { isSteerable } from '../clock-panel.ts';
import { pageOf } from '../pages-of.ts';
import type { Sight, View } from '../view.ts';
import { live, nothing, span, table, when } from '../words.ts';

/** Everything that will happen by itself, soonest first. */
export function showTimers({ clock, query }: Sight): View {
  const { rows, links } = pageOf(clock.pending(), query);
  return {
    title: 'Timers to come',
    body: live('list', [rows.length > 0 ? timerTable(rows, clock) : nothing('No timer is set.'), links]),
  };
}

export function timerTable(timers: readonly PendingTimer[], clock: Clock): Html {
  const pace = isSteerable(clock) && typeof clock.pace === 'number' && !clock.isPaused ? clock.pace : undefined;
  const inWallTime = (ms: number) =>
    pace === undefined || pace === 1 ? '' : html` <span class="muted nowrap">(${span(ms / pace)} here)</span>`;
  return table(
    'Timers to come',
    ['When', 'In', 'What'],
    timers.map(({ atMs, background, label }) => [
      when(atMs),
      html`<span class="nowrap">${atMs > clock.now() ? span(atMs - clock.now()) : 'due'}</span>${atMs > clock.now() && inWallTime(atMs - clock.now())}`,
      html`${label?.() ?? 'a timer'}${background && html` <span class="pill">does not drive time</span>`}`,
    ]),
  );
}
