import type { Money } from '../money.ts';
import type { WarmUp } from '../outreach/pace.ts';
import type { CompensationModel } from '../outreach/terms.ts';
import type { Score } from '../scoring/score.ts';

/** Somebody whom the campaign's sources name. */
export interface Prospect {
  readonly influencerId: string;
  /** On what the source says; without the exclusions that only measuring can lift. */
  readonly score: Score;
  /** Whether nothing has to be found out any more: no number and no address is missing. */
  readonly isCertain: boolean;
}

/** Everything that a forecast is computed from, in the domain's terms. */
export interface ForecastPlan {
  readonly wanted: number;
  /** How many are written to per one wanted. */
  readonly contactFactor: number;
  readonly budget: Money;
  readonly compensation: {
    readonly model: CompensationModel;
    readonly floor: Money;
    readonly ceiling: Money;
    /** Minor units per engagement. */
    readonly targetCostPerEngagement?: number | undefined;
    /** What rights cost on top, as a share of the price of the content. */
    readonly rightsShare?: number | undefined;
  };
  /** The audience that is looked for. */
  readonly followers: { readonly min: number; readonly max: number };
  /** Whom the sources name; undefined where they are not known yet. */
  readonly prospects?: readonly Prospect[] | undefined;
  /** When the first mail may go out. */
  readonly opensAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
  /** First and last instant for posting. */
  readonly postBetween: { readonly from: string; readonly to: string };
  readonly outreach: {
    readonly followUpsAfterDays: readonly number[];
    readonly dailyNewContacts: number;
    readonly dailyMails: number;
    readonly warmUp: WarmUp;
    readonly weekdaysOnly: boolean;
  };
  /** Orders are told by a shop; without one nobody counts them. */
  readonly hasShop: boolean;
}

/** How many are written to, if there are as many. */
export const placesOf = ({ wanted, contactFactor }: Pick<ForecastPlan, 'wanted' | 'contactFactor'>): number =>
  Math.ceil(wanted * contactFactor);
