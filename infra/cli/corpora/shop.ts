import { parseOrder, parseRefund } from '#shared/adapters/shopify/order.ts';
import { major } from '#shared/domain/money.ts';
import { type CorpusRow, type CorpusScorer, scoreRows } from './scorer.ts';

/** Objects of the shop's API and of another one: orders and refunds read to the last cent and alike twice, anything else is no order. */
export const score: CorpusScorer = rows =>
  scoreRows(rows as CorpusRow[], row => {
    const orders = ordersIn(row.input);
    if (orders.length === 0) return whatIsFalse(row);
    return orders.map(whyOrder).find(reason => reason !== undefined);
  });

const ordersIn = (input: unknown): Record<string, unknown>[] => {
  const { order, orders } = input as { order?: Record<string, unknown>; orders?: Record<string, unknown>[] };
  return [...(order ? [order] : []), ...(orders ?? [])];
};

function whyOrder(order: Record<string, unknown>): string | undefined {
  const reading = parseOrder(JSON.stringify(order));
  if (!('order' in reading)) return reading.because;
  const { total, externalId } = reading.order;
  if (major(total).toFixed(2) !== Number(order.total_price).toFixed(2))
    return `total ${total.minor} instead of ${String(order.total_price)}`;
  if (externalId !== String(order.id)) return `id ${externalId} instead of ${String(order.id)}`;
  return JSON.stringify(parseOrder(JSON.stringify(order))) === JSON.stringify(reading)
    ? undefined
    : 'the same payload read differently twice';
}

function whatIsFalse({ id, source, input }: CorpusRow): string | undefined {
  const body = JSON.stringify(input);
  if ('order' in parseOrder(body)) return 'read as an order';
  const refund = parseRefund(body, 'shopify', 'USD');
  const isRefund = source.startsWith('Shopify/') && id.endsWith('/refund');
  if (!isRefund) return 'refund' in refund ? 'read as a refund' : undefined;
  if (!('refund' in refund)) return refund.because;
  const paid = (input as { refund: { transactions: { amount: string }[] } }).refund.transactions.reduce(
    (sum, { amount }) => sum + Number(amount),
    0,
  );
  return major(refund.refund.amount).toFixed(2) === paid.toFixed(2)
    ? undefined
    : `refund ${refund.refund.amount.minor} instead of ${paid}`;
}
