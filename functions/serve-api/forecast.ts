import type { CampaignSpec } from '#shared/contracts/campaign-spec.ts';
import { routes } from '#shared/contracts/http.ts';
import type { CampaignView } from '#shared/contracts/views/campaigns.ts';
import type { ForecastFigureView, ForecastView } from '#shared/contracts/views/forecast.ts';
import {
  type Forecast,
  type ForecastFigureId,
  forecast,
  forecastIntervals,
  forecastModel,
} from '#shared/domain/forecast/forecast.ts';
import type { KeptForecast } from '#shared/domain/forecast/kept-forecast.ts';
import { type ForecastPlan, placesOf } from '#shared/domain/forecast/plan.ts';
import { prospectsAmong } from '#shared/domain/forecast/prospects.ts';
import { shortHash } from '#shared/domain/import/identity.ts';
import type { RouteHandler } from '#shared/lambda/http.ts';
import { parsed } from '#shared/lambda/problem.ts';
import { forecastPlan } from '#shared/operations/forecast-plan.ts';
import { scoringBrief } from '#shared/operations/spec-terms.ts';
import type { FileStore } from '#shared/ports/files.ts';
import { checkedCampaign } from './checked-campaign.ts';
import { givenSources } from './given-sources.ts';

/** Plays a campaign that could be launched. Reads nothing but the request and its uploads; writes nothing. */
export const forecastCampaign =
  (deps: { readonly files: FileStore; readonly senderDomain: string }): RouteHandler =>
  async ({ rawBody, query, at }) => {
    const { spec } = await checkedCampaign(deps, rawBody, at);
    const { seed = shortHash(JSON.stringify(spec)) } = parsed(routes.forecastCampaign.query, query, 'The query');
    const plan = await planOf(deps.files, spec, at);
    return { status: 200, json: forecastView(forecast(plan, seed), spec.budget.currency) };
  };

async function planOf(files: FileStore, spec: CampaignSpec, at: string): Promise<ForecastPlan> {
  const given = await givenSources(files, spec.sources);
  const plan = forecastPlan(spec, at, given && prospectsAmong(given.found, scoringBrief(spec), at));
  // The part of a very long list that was looked at must be enough to choose from; else the audience is assumed.
  const isEnough = given?.isAll === true || (plan.prospects?.length ?? 0) >= placesOf(plan);
  return isEnough ? plan : forecastPlan(spec, at);
}

/** Nobody waits for advice at the launch. */
const launchRuns = 500;

/** What the final report holds against what came. A list that can not be read is told by the campaign, not by its forecast. */
export async function forecastAtLaunch(
  files: FileStore,
  spec: CampaignSpec,
  seed: string,
  at: string,
): Promise<KeptForecast> {
  const plan = await planOf(files, spec, at).catch(() => forecastPlan(spec, at));
  return { model: forecastModel, figures: forecastIntervals(plan, seed, launchRuns) };
}

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

const figuresView = (figures: Forecast['figures'], currency: string): ForecastFigureView[] =>
  figures.map(figure => ({ ...figure, label: labels[figure.id], ...(figure.id === 'spend' && { currency }) }));

export const keptForecastView = ({ model, figures }: KeptForecast, currency: string): CampaignView['forecast'] => ({
  model,
  figures: figuresView(figures, currency),
});

/** With names for people, and the currency of what is money. */
const forecastView = (
  { figures, advice, assumptions, warnings, ...rest }: Forecast,
  currency: string,
): ForecastView => ({
  ...rest,
  figures: figuresView(figures, currency),
  advice: advice.map(({ value, ...said }) => ({ ...said, value: typeof value === 'object' ? [...value] : value })),
  assumptions: [...assumptions],
  warnings: [...warnings],
});
