import { showAmount } from './amounts.ts';
import { rows } from './rows.ts';
import type { ChartOptions, ChartSpec, Drawing } from './spec.ts';

export const barChart = ({ bars, unit }: Extract<ChartSpec, { kind: 'bar' }>, options: ChartOptions): Drawing =>
  rows(
    bars.map(bar => ({ label: bar.label, value: bar.value, shown: showAmount(bar.value, unit, options) })),
    options,
  );
