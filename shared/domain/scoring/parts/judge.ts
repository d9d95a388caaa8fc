import type { ScoringBrief } from '../brief.ts';
import type { Facts } from '../facts.ts';
import type { PartName, ScorePart } from '../score.ts';
import type { Vocabulary } from '../vocabulary.ts';

/** What every candidate of a campaign is held against. */
export interface Yardstick {
  readonly brief: ScoringBrief;
  readonly vocabulary: Vocabulary;
  /** Minor units that the campaign means to pay for an engagement. */
  readonly targetCost: number;
  readonly at: string;
  /** `at` in milliseconds. */
  readonly now: number;
}

/** The same candidate, had one thing been otherwise. */
export interface Otherwise {
  readonly facts: Facts;
  /** "An engagement rate of 3.1 % instead of 1.2 %"; said only for the two that matter most. */
  readonly says: () => string;
}

/** One part of the score. A part that looks at engagement must never fall when engagement rises. */
export interface Judge {
  readonly name: PartName;
  readonly weight: number;
  /** The facts that `value` looks at: where they are the same, so is it. */
  readonly reads: readonly (keyof Facts)[];
  /** The facts that are otherwise in what `better` answers: whoever reads none of them need not judge again. */
  readonly moves: readonly (keyof Facts)[];
  /** 0 to 1, or null where the inputs are missing. */
  value(facts: Facts, yardstick: Yardstick): number | null;
  tell(facts: Facts, yardstick: Yardstick): Pick<ScorePart, 'formula' | 'reason' | 'inputs'>;
  /** What would be good in this part, undefined where it is. */
  better(facts: Facts, yardstick: Yardstick): Otherwise | undefined;
}
