import { seededRandom } from '#infra/local/world/random.ts';
import { type ForecastFigureId, forecastFigures, forecastIntervals } from '#shared/domain/forecast/forecast.ts';
import { startOfDay } from '#shared/domain/time.ts';
import { forecastPlan } from '#shared/operations/forecast-plan.ts';
import { someCampaign } from './campaigns.ts';
import { observe } from './world.ts';

export interface Coverage {
  readonly figure: ForecastFigureId | 'all';
  /** Share of the worlds whose outcome lies in the 80 % interval. */
  readonly inside: number;
  readonly below: number;
  readonly above: number;
}

/** What a forecast says of how many people are invited is a calendar, no estimate. */
const estimated = forecastFigures.filter(figure => figure !== 'invitations');

/** Forecasts a different campaign for each of `worlds` worlds, lets it happen there, and counts how often the interval held. */
export function calibrate({ worlds, seed, runs }: { worlds: number; seed: string; runs: number }): Coverage[] {
  const verdicts = Array.from({ length: worlds }, (_, world) => verdictsIn(`${seed}/${world}`, runs)).flat();
  const shareOf = (some: readonly Verdict[], side: Verdict['side']) =>
    some.filter(verdict => verdict.side === side).length / some.length;
  return [...estimated, 'all' as const].map(figure => {
    const some = figure === 'all' ? verdicts : verdicts.filter(verdict => verdict.figure === figure);
    return { figure, inside: shareOf(some, 'inside'), below: shareOf(some, 'below'), above: shareOf(some, 'above') };
  });
}

interface Verdict {
  readonly figure: ForecastFigureId;
  readonly side: 'below' | 'inside' | 'above';
}

function verdictsIn(seed: string, runs: number): Verdict[] {
  const spec = someCampaign(seededRandom(`${seed}/campaign`));
  const figures = forecastIntervals(
    forecastPlan(spec, startOfDay(spec.period.startsOn, spec.period.timeZone)),
    seed,
    runs,
  );
  const observed = observe(spec, `${seed}/world`);
  return figures
    .filter(({ id }) => estimated.some(figure => figure === id))
    .map(({ id, low, high }) => {
      const value = observed[id];
      return { figure: id, side: value < low ? 'below' : value > high ? 'above' : 'inside' };
    });
}
