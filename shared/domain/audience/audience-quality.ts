import type { ProfileMetrics } from '../influencer.ts';
import { clamp } from '../statistics.ts';
import { percent } from '../words.ts';
import { aqsOpenV1, type QualityPartName } from './aqs-weights.ts';
import {
  type AudienceEvidence,
  commentQuality,
  engagementQuality,
  growthQuality,
  type QualityPart,
  realAudienceQuality,
} from './quality-parts.ts';

/** What the formula comes to. */
export interface JudgedAudience {
  readonly formula: 'aqs-open.v1';
  /** Null where no part is known. */
  readonly value: number | null;
  /** What the value could be if every missing part were at its worst or best and every known one at its bounds. */
  readonly range: readonly [low: number, high: number];
  /** 0 to 1: how much of what the formula wants to know is known, and how well. */
  readonly confidence: number;
  readonly parts: readonly QualityPart[];
}

/** How good an audience is, 1 to 100, with all that it was made of. */
export interface AudienceQuality extends JudgedAudience {
  readonly parts: readonly (QualityPart & { readonly weight: number })[];
  /** What a person should look at. */
  readonly flags: readonly string[];
  /** "growth, needs 4 snapshots over 14 days, has 1 over 0" */
  readonly missing: readonly string[];
}

const weightOf = (name: QualityPartName): number => aqsOpenV1.weights[name];
const knownWeight = (parts: readonly QualityPart[]): number =>
  parts.reduce((sum, { name, value }) => sum + (value === null ? 0 : weightOf(name)), 0);

/**
 * `aqs-open.v1`: HypeAuditor's four parts with open weights (aqs-weights.ts). A part that is missing has no say, and the range and the
 * confidence tell so. Comparable in shape with the AQS, not in value: its weights and its 150 tiers are not published.
 */
export function judgeAudience(evidence: AudienceEvidence): JudgedAudience {
  const parts = [
    engagementQuality(evidence),
    realAudienceQuality(evidence),
    growthQuality(evidence),
    commentQuality(evidence),
  ];
  const known = knownWeight(parts);
  const cap = isCapped(parts) ? aqsOpenV1.cap : 100;
  const points = (share: number): number => clamp(Math.round(100 * share), 1, cap);
  const bound = (side: 0 | 1): number =>
    parts.reduce((sum, part) => sum + weightOf(part.name) * (part.interval?.[side] ?? part.value ?? side), 0);
  const value = parts.reduce((sum, part) => sum + (weightOf(part.name) / known) * (part.value ?? 0), 0);
  return {
    formula: 'aqs-open.v1',
    value: known === 0 ? null : points(value),
    range: [points(bound(0)), points(bound(1))],
    confidence: parts.reduce((sum, { name, confidence }) => sum + weightOf(name) * confidence, 0),
    parts,
  };
}

/** With what people read beside it. */
export function audienceQuality(evidence: AudienceEvidence): AudienceQuality {
  const { parts, ...judged } = judgeAudience(evidence);
  const known = knownWeight(parts);
  return {
    ...judged,
    parts: parts.map(part => ({ ...part, weight: part.value === null ? 0 : weightOf(part.name) / known })),
    flags: flagsOf(parts),
    missing: parts.filter(({ value }) => value === null).map(({ reason }) => reason.replace(/^Missing: |\.$/g, '')),
  };
}

function isCapped(parts: readonly QualityPart[]): boolean {
  const unwanted = parts.find(({ name }) => name === 'real-audience')?.inputs.unwanted;
  return typeof unwanted === 'number' && unwanted > aqsOpenV1.unwantedShare;
}

function flagsOf(parts: readonly QualityPart[]): string[] {
  const real = parts.find(({ name }) => name === 'real-audience');
  const growth = parts.find(({ name }) => name === 'growth');
  return [
    isCapped(parts)
      ? `more than ${percent(aqsOpenV1.unwantedShare, 0)} of the followers are suspicious or mass followers: at most ${aqsOpenV1.cap}`
      : undefined,
    real?.value != null && real.value < aqsOpenV1.realShare
      ? `only ${percent(real.value, 0)} of the followers are real, often a sign of fraud`
      : undefined,
    growth?.inputs.anomalies ? 'the number of followers changed suddenly' : undefined,
  ].filter(flag => flag !== undefined);
}

/** All that was observed of one profile, the platform's own word first, as evidence of its audience. */
export function audienceEvidence(
  observed: readonly ProfileMetrics[],
  followers = firstOf(observed, 'followers'),
): AudienceEvidence {
  const reported = observed.find(one => one.reported?.followerTypes)?.reported;
  return {
    followers,
    posts: observed[0]?.posts ?? [],
    history: firstOf(observed, 'followerHistory'),
    commentCounts: firstOf(observed, 'commentCounts'),
    followerKinds: firstOf(observed, 'followerKinds'),
    followerTypes: reported?.followerTypes,
    isVendorUnsure: reported?.isUnsure,
  };
}

const firstOf = <K extends keyof ProfileMetrics>(
  observed: readonly ProfileMetrics[],
  key: K,
): ProfileMetrics[K] | undefined => observed.find(one => one[key] !== undefined)?.[key];

/** The audience as a part of a score: 0 to 1 or null, and one sentence. */
export interface AudiencePart {
  readonly value: number | null;
  readonly formula: string;
  readonly reason: string;
  readonly inputs: Readonly<Record<string, number | string | null>>;
}

/** It has no say where nothing but the engagement is known, which is a part of the score already. */
export function audienceScorePart(quality: JudgedAudience): AudiencePart {
  const others = quality.parts.filter(({ name, value }) => name !== 'engagement' && value !== null);
  const hasSay = others.length > 0 && quality.value !== null;
  const inputs: Record<string, number | string | null> = {
    confidence: quality.confidence,
    low: quality.range[0],
    high: quality.range[1],
  };
  for (const { name, value } of quality.parts) inputs[name] = value;
  return {
    formula: quality.formula,
    value: hasSay ? (quality.value ?? 0) / 100 : null,
    reason: hasSay
      ? `Audience quality is ${quality.value} of 100 (${quality.range.join(' to ')}). ${others.map(({ reason }) => reason).join(' ')}`
      : 'Nothing but the engagement is known of the audience.',
    inputs,
  };
}
