import { type Money, money } from '../money.ts';
import { ratio, wilson } from '../statistics.ts';
import { type Outcome, returnFigures } from '../tracking/roi.ts';
import type { Reached } from './funnel.ts';
import type { ReportInput } from './input.ts';
import type { CollaborationResult, Figure } from './report.ts';
import { engagementsOf } from './results.ts';

/** The whole campaign's cost and return. Amounts in another currency can not be added; a note tells. */
export function outcomeOf(results: readonly CollaborationResult[], currency: string): Outcome {
  const shown = results.filter(({ likes, comments }) => likes !== undefined || comments !== undefined);
  return {
    spend: sum(
      results.map(({ cost }) => cost),
      currency,
    ),
    revenue: sum(
      results.map(({ revenue }) => revenue),
      currency,
    ),
    clicks: results.reduce((total, { clicks }) => total + clicks, 0),
    orders: results.reduce((total, { orders }) => total + orders, 0),
    engagements: shown.length === 0 ? null : shown.reduce((total, result) => total + engagementsOf(result), 0),
  };
}

const sum = (amounts: readonly Money[], currency: string): Money =>
  money(
    amounts.reduce((total, amount) => total + (amount.currency === currency ? amount.minor : 0), 0),
    currency,
  );

/** Return and budget first, then how the outreach goes. */
export const campaignFigures = (input: ReportInput, outcome: Outcome, reached: Reached): Figure[] => [
  ...returnFigures(outcome, input.at),
  ...budgetFigures(input),
  rate('answer-rate', 'Answers', reached.Answered, reached.Invited, 'who answered / who was invited', input.at),
  rate('acceptance-rate', 'Acceptances', reached.Accepted, reached.Invited, 'who accepted / who was invited', input.at),
];

function budgetFigures({ campaign, committed, at }: ReportInput): Figure[] {
  const { budget, currency } = campaign;
  const figure = { unit: 'money', currency, at } as const;
  return [
    {
      id: 'committed',
      label: 'Promised',
      value: committed.minor,
      formula: 'committed.v1',
      explanation: 'fees of all agreements that stand',
      inputs: {},
      ...figure,
    },
    {
      id: 'budget-left',
      label: 'Budget left',
      value: budget.minor - committed.minor,
      formula: 'budget-left.v1',
      explanation: 'budget - promised',
      inputs: { budget: budget.minor, promised: committed.minor },
      ...figure,
    },
  ];
}

/** A share of the invited, as what the campaign's real rate may be: a few dozen mails leave much to chance. */
function rate(id: string, label: string, part: number, whole: number, explanation: string, at: string): Figure {
  const interval = wilson(part, whole);
  return {
    id,
    label,
    value: ratio(part, whole),
    unit: 'percent',
    formula: `${id}.v1`,
    explanation,
    inputs: { part, whole },
    at,
    ...(interval && { interval }),
  };
}
