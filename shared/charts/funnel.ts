import { showCount, showPercent } from '#shared/lib/display.ts';

import { rows } from './rows.ts';
import type { ChartOptions, ChartSpec, Drawing } from './spec.ts';

/** Each step with its count and how many of the step before came so far. */
export const funnelChart = ({ steps }: Extract<ChartSpec, { kind: 'funnel' }>, options: ChartOptions): Drawing =>
  rows(
    steps.map((step, index) => {
      const before = steps[index - 1]?.count;
      return {
        label: step.name,
        value: step.count,
        shown: showCount(step.count, options),
        ...(before !== undefined && before > 0 && { note: showPercent(step.count / before, options) }),
      };
    }),
    options,
  );
