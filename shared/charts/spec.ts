import type { FunnelStep, Series } from '#shared/domain/report/report.ts';
import type { Markup } from './svg.ts';

/** What is to be drawn. Money in minor units. Labels are short and plain: handles rather than names, which any script may be in. */
export type ChartSpec =
  | {
      readonly kind: 'bar';
      readonly title: string;
      readonly unit: Series['unit'];
      readonly bars: readonly { readonly label: string; readonly value: number }[];
    }
  | { readonly kind: 'line'; readonly title: string; readonly unit: Series['unit']; readonly series: readonly Series[] }
  | { readonly kind: 'funnel'; readonly title: string; readonly steps: readonly FunnelStep[] };

/** Colours of one drawing: literal for a picture, `var(--…)` for a page that follows the reader's scheme. */
export interface Paint {
  readonly surface: string;
  readonly text: string;
  readonly muted: string;
  readonly line: string;
  readonly sunken: string;
  readonly series: readonly string[];
}

export interface ChartOptions {
  readonly width: number;
  /** Empty border inside the width, for pictures that stand on their own. */
  readonly margin?: number;
  /** Of line charts; bars and funnels are as high as they have rows. */
  readonly height?: number;
  readonly locale: string;
  readonly timeZone: string;
  /** ISO 4217, for money. */
  readonly currency: string;
  readonly paint: Paint;
}

/** What a kind of chart comes to. */
export interface Drawing {
  readonly height: number;
  readonly body: readonly Markup[];
}
