import type { Collaboration } from '../collaboration.ts';
import { forecastAgainst } from '../forecast/kept-forecast.ts';
import { type FollowerLift, followerLift } from '../tracking/lift.ts';
import type { Outcome } from '../tracking/roi.ts';
import { campaignFigures, outcomeOf } from './figures.ts';
import { funnelSteps, type Reached, reachedStages } from './funnel.ts';
import { headlineOf } from './headline.ts';
import type { ReportInput } from './input.ts';
import type { CollaborationResult, Report } from './report.ts';
import { resultsOf } from './results.ts';
import { brandFollowers, seriesOf } from './series.ts';

/** A report from stored facts only: the same facts, in any order, give the same report byte for byte. */
export function buildReport(input: ReportInput): Report {
  const { kind, campaign, at } = input;
  const snapshots = input.snapshots.filter(snapshot => snapshot.at <= at).toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const results = resultsOf(input, campaign.currency);
  const reached = reachedStages(input.collaborations);
  const outcome = outcomeOf(results, campaign.currency);
  const followers = brandFollowers(snapshots);
  const lift = followers.length > 0 ? followerLift(followers, firstPostAt(input.collaborations), at) : undefined;
  return {
    kind,
    campaign,
    at,
    headline: headlineOf(input, outcome, reached),
    figures: [...campaignFigures(input, outcome, reached), ...(lift ? [lift.figure] : [])],
    funnel: funnelSteps(input.counts, reached),
    series: seriesOf(snapshots),
    results,
    attention: input.attention
      .filter(({ resolvedAt }) => resolvedAt === undefined)
      .toSorted((a, b) => (a.raisedAt + a.id < b.raisedAt + b.id ? -1 : 1)),
    notes: [...notesOf(input, results, lift), ...forecastNotes(input, outcome, reached)],
  };
}

function firstPostAt(collaborations: readonly Collaboration[]): string | undefined {
  const times = collaborations.flatMap(collaboration => {
    if (collaboration.status === 'published') return [collaboration.since];
    return 'post' in collaboration ? [collaboration.post.publishedAt] : [];
  });
  return times.toSorted((a, b) => Date.parse(a) - Date.parse(b))[0];
}

/** At the end the forecast is held against what came; before that every figure would lie below it. */
function forecastNotes({ kind, forecast, campaign }: ReportInput, outcome: Outcome, reached: Reached): string[] {
  if (kind !== 'final' || !forecast) return [];
  const came = {
    answers: reached.Answered,
    acceptances: reached.Accepted,
    posts: reached.Published,
    clicks: outcome.clicks,
    orders: outcome.orders,
    spend: outcome.spend.minor,
  };
  const note = forecastAgainst(forecast, came, campaign.currency);
  return note === undefined ? [] : [note];
}

/** What one has to know to read the numbers rightly. */
function notesOf(
  { campaign, attributionDays }: ReportInput,
  results: readonly CollaborationResult[],
  lift: FollowerLift | undefined,
): string[] {
  const posts = results.filter(({ postUrl }) => postUrl !== undefined);
  const hidden = posts.filter(({ likes, comments }) => likes === undefined || comments === undefined).length;
  const foreign = results.filter(({ revenue, cost }) =>
    [revenue, cost].some(({ currency }) => currency !== campaign.currency),
  );
  return [
    `An order counts for the influencer whose coupon was used, else for the last link clicked within ${attributionDays} days.`,
    hidden > 0
      ? `${hidden} of ${posts.length} posts do not show likes or comments; they are left out, not counted as 0.`
      : undefined,
    foreign.length > 0
      ? `${foreign.length} collaborations have amounts in another currency than ${campaign.currency}; the sums leave them out.`
      : undefined,
    lift?.note,
  ].filter(note => note !== undefined);
}
