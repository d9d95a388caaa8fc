import type { ImportField } from './aliases.ts';
import type { ImportColumn, ImportMapping } from './mapping.ts';

/** A column as a person sees it before an import: what it was taken for, and why. */
export interface DescribedColumn {
  readonly column: string;
  /** Absent where the column is kept as it came and not understood. */
  readonly field?: ImportField;
  readonly platform?: string;
  readonly confidence: number;
  readonly why: string;
  readonly samples: readonly string[];
}

const shownSamples = 3;
const shownCharacters = 80;

export const describeColumns = (
  { headers, columns }: ImportMapping,
  samples: readonly (readonly string[])[],
): DescribedColumn[] => {
  const understood = new Map(columns.map(column => [column.index, column]));
  return headers.map((header, index) => {
    const column = understood.get(index);
    return {
      column: header || `column ${index + 1}`,
      ...(column && { field: column.field }),
      ...(column?.platform && { platform: column.platform }),
      confidence: column?.confidence ?? 0,
      why: column ? whyUnderstood(column) : 'neither its name nor its values are known: it is kept as it came',
      samples: [...new Set(samples[index] ?? [])].slice(0, shownSamples).map(value => value.slice(0, shownCharacters)),
    };
  });
};

function whyUnderstood({ by, confidence, bareIs, currency }: ImportColumn): string {
  const reason = {
    saved: 'the mapping says so',
    name: confidence === 1 ? 'its name is known' : 'a part of its name is known',
    content: `${Math.round(confidence * 100)} % of its values look like it`,
  }[by];
  const unit = bareIs && `bare numbers are ${bareIs === 'percent' ? 'percentages' : 'fractions'}`;
  return [reason, unit, currency && `amounts are ${currency}`].filter(Boolean).join('; ');
}
