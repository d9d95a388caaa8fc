import * as z from 'zod';
import { type Html, html } from '#shared/pages/html.ts';
import type { Clock } from '../clock.ts';
import type { Pace, SteerableClock } from '../steerable-clock.ts';
import { span, when } from './words.ts';

const fastest = 1_000_000;

/** What the clock may be told, by the buttons and by `POST /api/clock`. */
export const clockOrder = z.discriminatedUnion('action', [
  z.strictObject({ action: z.enum(['pause', 'resume']) }),
  z.strictObject({
    action: z.literal('step'),
    byMs: z.coerce
      .number()
      .int()
      .positive()
      .max(366 * 86_400_000)
      .optional(),
  }),
  z.strictObject({
    action: z.literal('pace'),
    pace: z.union([z.literal('fast'), z.coerce.number().positive().max(fastest)]),
  }),
]);
export type ClockOrder = z.infer<typeof clockOrder>;

export const isSteerable = (clock: Clock): clock is SteerableClock => 'setPace' in clock;

export function steer(clock: SteerableClock, order: ClockOrder): void {
  if (order.action === 'step') clock.step(order.byMs);
  else if (order.action === 'pace') clock.setPace(order.pace);
  else clock[order.action]();
}

export function clockState(clock: Clock) {
  const next = clock.pending()[0];
  return {
    now: new Date(clock.now()).toISOString(),
    ...(isSteerable(clock) ? { pace: clock.pace, paused: clock.isPaused } : {}),
    ...(next && { next: { at: new Date(next.atMs).toISOString(), ...(next.label && { what: next.label() }) } }),
  };
}

const hour = 3_600_000;
const paces: readonly Pace[] = [1, 60, 600, 3600, 36_000, 'fast'];
const paceInWords = (pace: Pace): string => (pace === 'fast' ? 'fast (jumps)' : pace === 1 ? 'real' : `x${pace}`);

export function clockPanel(clock: Clock): Html {
  if (!isSteerable(clock)) return html`<div class="clock" id="clock" data-live><b>${when(clock.now())}</b></div>`;
  const { isPaused, pace } = clock;
  const order = (action: string, label: string, extra?: Html) =>
    html`<form method="post" action="/clock"><input type="hidden" name="action" value="${action}">${extra}<button class="slim quiet" id="clock-${label.replace(/\W/g, '')}">${label}</button></form>`;
  const by = (ms: number) => html`<input type="hidden" name="byMs" value="${ms}">`;
  const next = clock.pending()[0];
  return html`<section class="clock" aria-label="Clock"><div id="clock" data-live class="row">
<b>${when(clock.now())}</b><span class="pill ${isPaused ? 'held' : 'going'}">${isPaused ? 'paused' : paceInWords(pace)}</span>
<span class="muted small">${next ? `next timer ${next.atMs > clock.now() ? `in ${span(next.atMs - clock.now())}` : 'is due'}` : 'no timer is set'}</span>
${isPaused ? order('resume', 'Resume') : order('pause', 'Pause')}
${isPaused && [order('step', 'Next timer'), order('step', '+1 hour', by(hour)), order('step', '+1 day', by(24 * hour))]}</div>
<form method="post" action="/clock" class="row pace"><input type="hidden" name="action" value="pace"><label for="pace">Pace</label>
<select id="pace" name="pace">${[...new Set([...paces, pace])].map(
    one => html`<option value="${one}"${one === pace && html` selected`}>${paceInWords(one)}</option>`,
  )}</select><button class="slim quiet">Set</button></form></section>`;
}
