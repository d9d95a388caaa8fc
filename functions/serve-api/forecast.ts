import { routes } from '#shared/contracts/http.ts';
import type { ForecastView } from '#shared/contracts/views.ts';
import { type Forecast, type ForecastFigureId, forecast } from '#shared/domain/forecast/forecast.ts';
import { prospectsAmong } from '#shared/domain/forecast/prospects.ts';
import { shortHash } from '#shared/domain/import/identity.ts';
import type { RouteHandler } from '#shared/lambda/http.ts';
import { parsed } from '#shared/lambda/problem.ts';
import { forecastPlan } from '#shared/operations/forecast-plan.ts';
import { scoringBrief } from '#shared/operations/spec-terms.ts';
import type { FileStore } from '#shared/ports/files.ts';
import { givenSources } from './given-sources.ts';
import { checkedCampaign } from './launch.ts';

/** Plays a campaign that could be launched. Reads nothing but the request, and whether its uploads are there; writes nothing. */
export const forecastCampaign =
  (deps: { readonly files: FileStore; readonly senderDomain: string }): RouteHandler =>
  async ({ rawBody, query, at }) => {
    const { spec } = await checkedCampaign(deps, rawBody, at);
    const { seed = shortHash(JSON.stringify(spec)) } = parsed(routes.forecastCampaign.query, query, 'The query');
    const found = await givenSources(spec.sources);
    const plan = forecastPlan(spec, at, found && prospectsAmong(found, scoringBrief(spec), at));
    return { status: 200, json: forecastView(forecast(plan, seed), spec.budget.currency) };
  };

const labels: Readonly<Record<ForecastFigureId, string>> = {
  invitations: 'Invited',
  answers: 'Answered',
  acceptances: 'Accepted',
  posts: 'Posts',
  reach: 'People reached',
  engagements: 'Likes and comments',
  clicks: 'Clicks',
  orders: 'Orders',
  spend: 'Spend',
};

/** With names for people, and the currency of what is money. */
const forecastView = (
  { figures, advice, assumptions, warnings, ...rest }: Forecast,
  currency: string,
): ForecastView => ({
  ...rest,
  figures: figures.map(figure => ({ ...figure, label: labels[figure.id], ...(figure.id === 'spend' && { currency }) })),
  advice: advice.map(({ value, ...said }) => ({ ...said, value: typeof value === 'object' ? [...value] : value })),
  assumptions: [...assumptions],
  warnings: [...warnings],
});
