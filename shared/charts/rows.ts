import type { ChartOptions } from './spec.ts';
import { element, type Markup } from './svg.ts';
import { chartTextSize, fitted, label, textWidth } from './text.ts';

export interface Row {
  readonly label: string;
  readonly value: number;
  readonly shown: string;
  readonly note?: string;
}

const rowHeight = 34;
const barHeight = 18;
const gap = 12;

/** Horizontal bars with a name to the left and a number to the right; what bar charts and funnels are made of. */
export function rows(items: readonly Row[], { width, paint }: ChartOptions): { height: number; body: Markup[] } {
  const most = Math.max(1, ...items.map(item => item.value));
  const names = Math.min(width * 0.4, Math.max(0, ...items.map(item => textWidth(item.label))));
  const numbers = Math.max(0, ...items.map(item => textWidth(item.shown)));
  const notes = Math.max(0, ...items.map(item => textWidth(item.note ?? '')));
  const left = names + gap;
  const room = Math.max(40, width - left - numbers - (notes > 0 ? notes + gap : 0) - gap);
  const body = items.flatMap((item, index) => {
    const top = index * rowHeight + (rowHeight - barHeight) / 2;
    const baseline = index * rowHeight + rowHeight / 2 + chartTextSize * 0.36;
    const bar = { x: left, y: top, height: barHeight, rx: 4 };
    return [
      label(fitted(item.label, names), names, baseline, paint.text, { 'text-anchor': 'end' }),
      element('rect', { ...bar, width: room, fill: paint.sunken }),
      element('rect', {
        ...bar,
        width: item.value > 0 ? Math.max(3, (room * item.value) / most) : 0,
        fill: paint.series[0],
      }),
      label(item.shown, left + room + gap + numbers, baseline, paint.text, {
        'text-anchor': 'end',
        'font-weight': 600,
      }),
      ...(item.note === undefined ? [] : [label(item.note, width, baseline, paint.muted, { 'text-anchor': 'end' })]),
    ];
  });
  return { height: Math.max(1, items.length) * rowHeight, body };
}
