import { byRank, type Choice, type Limits, type Option } from './reach.ts';

/** How much a candidate is wanted, given what adding them would bring; must never fall when the gain rises. */
type Appetite = (gain: number, option: Option) => number;

export const byGain: Appetite = gain => gain;
/** Free ones first. */
export const byGainPerMoney: Appetite = (gain, { fee }) => (fee > 0 ? gain / fee : Number.POSITIVE_INFINITY);
export const atPrice =
  (price: number): Appetite =>
  (gain, { fee }) =>
    gain - price * fee;

/**
 * Takes who is wanted most, again and again, as long as anybody wanted fits. Lazy (Minoux 1978): what somebody adds only ever
 * falls as others are chosen, so only who stands first in the queue is looked at again.
 */
export function fillGreedily(
  choice: Choice,
  options: readonly Option[],
  appetite: Appetite,
  { places, money }: Limits,
): Choice {
  const queue = newQueue();
  for (const option of options)
    if (!choice.chosen.has(option)) queue.push({ option, appetite: appetite(choice.gain(option), option) });
  for (let first = queue.pop(); first && choice.chosen.size < places; first = queue.pop()) {
    const { option } = first;
    if (choice.cost + option.fee > money) continue;
    const gain = choice.gain(option);
    const now = { option, appetite: appetite(gain, option) };
    if (gain <= 0 || now.appetite < 0) continue;
    const next = queue.first();
    if (next && comesBefore(next, now)) queue.push(now);
    else choice.add(option);
  }
  return choice;
}

interface Waiting {
  readonly option: Option;
  readonly appetite: number;
}

const comesBefore = (a: Waiting, b: Waiting): boolean =>
  a.appetite > b.appetite || (a.appetite === b.appetite && byRank(a.option, b.option) < 0);

/** A binary heap, the one wanted most on top. */
function newQueue() {
  const heap: Waiting[] = [];
  const swap = (i: number, j: number) => {
    const [a, b] = [heap[i], heap[j]];
    if (a && b) [heap[i], heap[j]] = [b, a];
  };
  const before = (i: number, j: number) => {
    const [a, b] = [heap[i], heap[j]];
    return a !== undefined && b !== undefined && comesBefore(a, b);
  };
  return {
    first: (): Waiting | undefined => heap[0],
    push(waiting: Waiting) {
      heap.push(waiting);
      for (let at = heap.length - 1; at > 0; ) {
        const parent = (at - 1) >> 1;
        if (!before(at, parent)) return;
        swap(at, parent);
        at = parent;
      }
    },
    pop(): Waiting | undefined {
      const top = heap[0];
      const last = heap.pop();
      if (heap.length > 0 && last) heap[0] = last;
      for (let at = 0; ; ) {
        const [left, right] = [2 * at + 1, 2 * at + 2];
        const child = before(right, left) ? right : left;
        if (!before(child, at)) return top;
        swap(at, child);
        at = child;
      }
    },
  };
}
