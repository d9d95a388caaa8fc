import { byGain, fillGreedily } from './greedy.ts';
import { byRank, type Choice, type Limits, type Option } from './reach.ts';

/** A pass that finds nothing ends it; this many that do are enough to come within a thousandth. */
const mostPasses = 6;
/** Of those not chosen, so many of the most promising are tried in each place. */
const mostTried = 150;
/** Below this it is rounding. */
const least = 1e-9;

/** Local search: somebody not chosen takes the place of somebody who is, wherever that brings more and fits. */
export function improved(choice: Choice, options: readonly Option[], limits: Limits): Choice {
  for (let pass = 0; pass < mostPasses; pass += 1) {
    const before = choice.value;
    for (const option of promising(choice, options)) swapIn(choice, option, limits);
    fillGreedily(choice, options, byGain, limits);
    if (choice.value <= before + least) return choice;
  }
  return choice;
}

const promising = (choice: Choice, options: readonly Option[]): readonly Option[] =>
  options
    .filter(option => !choice.chosen.has(option))
    .map(option => ({ option, gain: choice.gain(option) }))
    .sort((a, b) => b.gain - a.gain || byRank(a.option, b.option))
    .slice(0, mostTried)
    .map(({ option }) => option);

function swapIn(choice: Choice, option: Option, { money }: Limits): void {
  let best: { out: Option; by: number } | undefined;
  for (const out of [...choice.chosen]) {
    if (choice.cost - out.fee + option.fee > money) continue;
    // Two of one community stand in each other's light, so what the newcomer brings is only known without the other.
    const loss = choice.loss(out);
    choice.remove(out);
    const by = choice.gain(option) - loss;
    choice.add(out);
    if (by > (best?.by ?? least) || (best && by === best.by && byRank(best.out, out) < 0)) best = { out, by };
  }
  if (!best) return;
  choice.remove(best.out);
  choice.add(option);
}
