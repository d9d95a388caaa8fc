import { countryCode, languageCode } from '#shared/domain/import/places.ts';
import { firstPublishedAddress } from '#shared/domain/import/published-address.ts';
import type { ProfileMetrics, ProfileRef, ReportedFacts } from '#shared/domain/influencer.ts';
import type { ProfileReportSource } from '#shared/ports/platforms.ts';
import { ageBand, known, sharesOf } from '../vendor-report.ts';
import { type HypeauditorConfig, hypeauditorClient, isAudited } from './client.ts';
import type { AudienceTypes, ChannelReport, InstagramReport } from './schema.ts';

const id = 'hypeauditor';
const minuteMs = 60_000;
/** A report that is not ready is looked after when as much time again has passed: after 5, 10, 20 minutes, then every hour. */
const soonestMs = 5 * minuteMs;
const latestMs = 60 * minuteMs;

/** HypeAuditor's reports. They are made on demand, which takes minutes or hours: until then they are pending. */
export function hypeauditorReports(config: HypeauditorConfig): ProfileReportSource {
  const client = hypeauditorClient(config);
  return {
    id,
    platforms: ['instagram', 'youtube', 'tiktok'],
    async report(ref, { at, askedAt }) {
      if (!isAudited(ref.platform))
        return { kind: 'missing', because: `HypeAuditor has no reports on ${ref.platform} profiles` };
      const page = await client.report(ref, ref.platform, askedAt === undefined ? 1 : 0, at);
      switch (page.kind) {
        case 'instagram':
          return { kind: 'found', metrics: fromInstagram(ref, page.user, page.isUnsure, at) };
        case 'channel':
          return { kind: 'found', metrics: fromChannel(ref, page.report, page.isUnsure, at) };
        case 'not-ready':
          return { kind: 'pending', retryAt: lookAfter(at, askedAt), because: 'HypeAuditor is making the report' };
        default:
          return page;
      }
    },
  };
}

function lookAfter(at: Date, askedAt: string | undefined): string {
  const waitedMs = askedAt === undefined ? 0 : at.getTime() - Date.parse(askedAt);
  return new Date(at.getTime() + Math.min(latestMs, Math.max(soonestMs, waitedMs))).toISOString();
}

/** Percentages become fractions here and nowhere else. */
const fraction = (percent: number | undefined): number | undefined =>
  percent === undefined ? undefined : percent / 100;

function fromInstagram(ref: ProfileRef, user: InstagramReport, isUnsure: boolean, at: Date): ProfileMetrics {
  const country = countryCode(user.blogger_geo?.country ?? '');
  const language = languageCode(user.blogger_languages[0] ?? '');
  const publishedEmail = firstPublishedAddress(user.about ?? '');
  return {
    ...basics(ref, at),
    ...(user.full_name && { name: user.full_name }),
    ...(user.about && { bio: user.about }),
    ...(country && { country }),
    ...(language && { language }),
    ...(user.followers_count !== undefined && { followers: user.followers_count }),
    ...(user.followings_count !== undefined && { followings: user.followings_count }),
    ...(user.posts_count !== undefined && { postCount: user.posts_count }),
    ...(publishedEmail && { publishedEmail }),
    reported: known({
      engagementRate: fraction(user.er?.value),
      averageLikes: user.avg_likes,
      averageComments: user.avg_comments,
      audienceQuality: quality(user.aqs),
      followerTypes: user.audience_type && followerTypes(user.audience_type),
      countries: sharesOf(
        (user.audience_geography?.countries ?? []).map(({ code, value }) => ({
          code: countryCode(code),
          share: value / 100,
        })),
      ),
      languages: sharesOf(
        user.audience_languages.map(({ code, value }) => ({ code: languageCode(code), share: value / 100 })),
      ),
      ages: agesOf(user),
      femaleShare: fraction(user.demography.find(({ gender }) => /^f/i.test(gender))?.value),
      isUnsure,
    }),
  };
}

function fromChannel(
  ref: ProfileRef,
  { basic, metrics, features }: ChannelReport,
  isUnsure: boolean,
  at: Date,
): ProfileMetrics {
  const country = countryCode(features?.blogger_geo?.data.country ?? '');
  const publishedEmail = firstPublishedAddress(basic?.description ?? '');
  return {
    ...basics(ref, at),
    ...(basic?.title && { name: basic.title }),
    ...(basic?.description && { bio: basic.description }),
    ...(country && { country }),
    ...(metrics.subscribers_count?.value !== undefined && { followers: metrics.subscribers_count.value }),
    ...(publishedEmail && { publishedEmail }),
    reported: known({
      engagementRate: fraction(metrics.er?.value),
      averageViews: metrics.views_avg?.value,
      audienceQuality: quality(features?.aqs?.data.value),
      followerTypes: features?.audience_by_type && followerTypes(features.audience_by_type.data),
      countries: sharesOf(
        (features?.audience_geo?.data ?? []).map(({ code, prc }) => ({ code: countryCode(code), share: prc / 100 })),
      ),
      languages: sharesOf(
        (features?.audience_languages?.data ?? []).map(({ title, prc }) => ({
          code: languageCode(title),
          share: prc / 100,
        })),
      ),
      isUnsure,
    }),
  };
}

const basics = (ref: ProfileRef, at: Date) => ({ profile: ref, observedAt: at.toISOString(), source: id, posts: [] });

/** 1 to 100; anything else is no score. */
const quality = (aqs: number | undefined): number | undefined =>
  aqs !== undefined && aqs >= 1 && aqs <= 100 ? aqs : undefined;

/** Instagram's suspicious accounts are called bots on TikTok. */
const followerTypes = ({ real, susp, bots, mass, infs }: AudienceTypes): ReportedFacts['followerTypes'] =>
  Object.fromEntries(
    Object.entries({ real, suspicious: susp ?? bots, massFollowers: mass, influencers: infs }).flatMap(
      ([type, percent]) => (percent === undefined ? [] : [[type, percent / 100]]),
    ),
  );

/**
 * Ages over all genders. Whether an age group's percentage is one of its gender or of everybody is not documented; the sum tells: of
 * everybody they make 100 together, of each gender 100 each.
 */
function agesOf({ demography_by_age: byGender, demography }: InstagramReport): ReportedFacts['ages'] {
  const sum = byGender.flatMap(({ by_age_group: groups }) => groups).reduce((all, { value }) => all + value, 0);
  const isOfGender = sum > 105;
  const shares = new Map<string, number>();
  for (const { gender, by_age_group: groups } of byGender) {
    const ofAll = demography.find(one => one.gender === gender)?.value;
    const weight = isOfGender ? (ofAll === undefined ? 1 / byGender.length : ofAll / 100) : 1;
    for (const { group, value } of groups) shares.set(group, (shares.get(group) ?? 0) + (value / 100) * weight);
  }
  return [...shares].flatMap(([group, share]) => {
    const band = ageBand(group);
    return band ? [{ ...band, share }] : [];
  });
}
