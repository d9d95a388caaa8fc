import type { Evidence } from './evidence.ts';

/** What must be the same however often the process died: where everybody stands, for which fee, and who got which mail. */
export const outcomeOf = ({ collaborations, mails, orders }: Evidence): string[] =>
  [
    ...collaborations.map(({ name, status, offer }) => `${name}: ${status} at ${offer.fee.minor}`),
    ...mails.map(({ destinations, tags }) => `mail to ${destinations.join(' ')}: ${tags.purpose} ${tags.number}`),
    // Not by its number: whoever buys a minute later gets a later one.
    ...orders.map(
      ({ influencerId, total, refunded }) => `order of ${influencerId}: ${total.minor} - ${refunded.minor}`,
    ),
  ].toSorted();

/** What is in one outcome and not in the other, as often as it is. */
export function differences(undisturbed: readonly string[], disturbed: readonly string[]): string[] {
  const left = [...disturbed];
  const lost = undisturbed.filter(line => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [...lost.map(line => `lost: ${line}`), ...left.map(line => `new: ${line}`)];
}
