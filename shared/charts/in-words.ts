import { showCount } from '#shared/lib/display.ts';
import { showAmount } from './amounts.ts';
import type { ChartOptions, ChartSpec } from './spec.ts';

/** What the picture says, for those who do not see it. */
export function chartInWords(spec: ChartSpec, options: Pick<ChartOptions, 'locale' | 'currency'>): string {
  return `${spec.title}: ${parts(spec, options).join(', ')}`;
}

function parts(spec: ChartSpec, options: Pick<ChartOptions, 'locale' | 'currency'>): string[] {
  switch (spec.kind) {
    case 'bar':
      return spec.bars.map(bar => `${bar.label} ${showAmount(bar.value, spec.unit, options)}`);
    case 'line':
      return spec.series.map(({ name, points }) => {
        const last = points.at(-1);
        return `${name} ${last === undefined ? 'not known yet' : showAmount(last.value, spec.unit, options)}`;
      });
    case 'funnel':
      return spec.steps.map(step => `${step.name} ${showCount(step.count, options)}`);
  }
}
