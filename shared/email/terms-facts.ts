import type { Terms } from '#shared/domain/outreach/terms.ts';
import { type Reader, showMoney, showPercent } from '#shared/lib/display.ts';
import type { Words } from './words/en.ts';

/** A labelled line: "Fee: ₹25,000". */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** Terms in words, line by line, in the reader's language; the same in mails and on pages. */
export function termsFacts(terms: Terms, { terms: words }: Words, reader: Reader): Fact[] {
  const pay: (Fact | false)[] = [
    terms.fee.minor > 0 && { label: words.fee, value: showMoney(terms.fee, reader) },
    ...(terms.lines ?? []).map(({ what, amount }) => ({
      label: words.ofWhich[what],
      value: showMoney(amount, reader),
    })),
    terms.perSalePercent > 0 && {
      label: words.perSale,
      value: words.perSaleShare(showPercent(terms.perSalePercent / 100, reader)),
    },
    terms.perLead.minor > 0 && { label: words.perLead, value: words.perLeadAmount(showMoney(terms.perLead, reader)) },
    terms.product !== undefined && { label: words.product, value: terms.product },
  ];
  const paid = pay.filter(fact => fact !== false);
  return [
    ...(paid.length > 0 ? paid : [{ label: words.model, value: words.models[terms.model] }]),
    {
      label: words.exclusivity,
      value: terms.exclusivityDays > 0 ? words.exclusiveFor(terms.exclusivityDays) : words.notExclusive,
    },
    { label: words.usage, value: terms.usageRights },
  ];
}

/** The offer in a few words, for previews and short mails: "₹25,000", "10% per sale", "the product". */
export function offerInShort(terms: Terms, { terms: words }: Words, reader: Reader): string {
  const parts: (string | false)[] = [
    terms.fee.minor > 0 && showMoney(terms.fee, reader),
    terms.perSalePercent > 0 && words.perSaleShort(showPercent(terms.perSalePercent / 100, reader)),
    terms.perLead.minor > 0 && words.perLeadShort(showMoney(terms.perLead, reader)),
    terms.product !== undefined && terms.product,
  ];
  return parts.filter(part => part !== false).join(' + ') || words.models[terms.model];
}
