import { countryCode, languageCode } from '#shared/domain/import/places.ts';
import { publishedAddresses } from '#shared/domain/import/published-address.ts';
import type { Post, ProfileMetrics, ProfileRef, ReportedFacts } from '#shared/domain/influencer.ts';
import type { ProfileReportSource, ReportAnswer } from '#shared/ports/platforms.ts';
import type { Allowance } from '#shared/ports/rate-budget.ts';
import { askJson } from '../http/json-api.ts';
import { retryAfter } from '../http/retry-after.ts';
import { metered, unmetered } from '../metered.ts';
import { shownText } from '../post-text.ts';
import { ageBand, known, sharesOf } from '../vendor-report.ts';
import { verdictOn } from './errors.ts';
import { type ModashPost, type ModashReport, modashError, modashReport } from './schema.ts';

export interface ModashConfig {
  readonly fetch: typeof globalThis.fetch;
  /** https://api.modash.io/v1 */
  readonly baseUrl: string;
  readonly apiKey: string;
  /** Counts credits: a report is one. */
  readonly allowance?: Allowance;
}

const id = 'modash';
/** Reports are long lists; Modash takes a while for those it has not made before. */
const timeoutMs = 30_000;

/** Modash's report on a profile: one call, one credit. */
export function modashReports({ fetch, baseUrl, apiKey, allowance = unmetered() }: ModashConfig): ProfileReportSource {
  async function ask(ref: ProfileRef, at: Date): Promise<ReportAnswer> {
    const url = `${baseUrl.replace(/\/+$/, '')}/${ref.platform}/profile/${encodeURIComponent(ref.handle)}/report`;
    const answer = await askJson(fetch, url, { headers: { authorization: `Bearer ${apiKey}` }, timeoutMs });
    if (answer.kind === 'unreachable')
      return { kind: 'broken', because: `Modash can not be reached: ${answer.because}` };
    const found = answer.status < 400 ? modashReport.safeParse(answer.body) : undefined;
    if (found?.success) return { kind: 'found', metrics: toMetrics(ref, found.data.profile, at) };
    const failed = modashError.safeParse(answer.body);
    if (!failed.success && answer.status < 400)
      return { kind: 'broken', because: 'Modash answered with a body that makes no sense' };
    const verdict = verdictOn(failed.data?.code, answer.status);
    if (verdict.kind === 'throttled') return { ...verdict, kind: 'throttled', retryAt: retryAfter(answer.headers, at) };
    return { ...verdict, kind: verdict.kind };
  }
  return {
    id,
    platforms: ['instagram', 'tiktok', 'youtube'],
    report: (ref, { at }) => metered<ReportAnswer>(allowance, 1, at, () => ask(ref, at)),
  };
}

export function toMetrics(ref: ProfileRef, report: ModashReport, at: Date): ProfileMetrics {
  const { profile: account, audience } = report;
  const country = countryCode(report.country ?? '');
  const language = languageCode(report.language?.code ?? '');
  const [publishedEmail] = publishedAddresses(
    report.contacts
      .filter(({ type }) => type === 'email')
      .map(({ value }) => value)
      .join(' \n '),
  );
  return {
    profile: ref,
    observedAt: at.toISOString(),
    source: id,
    ...(account.fullname && { name: account.fullname }),
    ...(report.bio && { bio: report.bio }),
    ...(country && { country }),
    ...(language && { language }),
    ...(account.followers !== undefined && { followers: account.followers }),
    ...(report.postsCount !== undefined && { postCount: report.postsCount }),
    ...(publishedEmail && { publishedEmail }),
    posts: report.recentPosts.flatMap(post => toPost(post) ?? []).sort((a, b) => b.at.localeCompare(a.at)),
    reported: known({
      engagementRate: account.engagementRate,
      averageLikes: report.avgLikes,
      averageComments: report.avgComments,
      // 0 stands for "has none" and for "not known" alike.
      averageViews: report.avgViews || undefined,
      followerTypes: audience && followerTypes(audience),
      countries: sharesOf(
        (audience?.geoCountries ?? []).map(({ code, weight }) => ({ code: countryCode(code), share: weight })),
      ),
      languages: sharesOf(
        (audience?.languages ?? []).map(({ code, weight }) => ({ code: languageCode(code), share: weight })),
      ),
      ages: (audience?.ages ?? []).flatMap(({ code, weight }) => {
        const band = ageBand(code);
        return band ? { ...band, share: weight } : [];
      }),
      femaleShare: audience?.genders.find(({ code }) => code === 'FEMALE')?.weight,
    }),
  };
}

function followerTypes({
  audienceTypes,
  credibility,
}: NonNullable<ModashReport['audience']>): ReportedFacts['followerTypes'] {
  const weightOf = (word: RegExp) => audienceTypes.find(({ code }) => word.test(code))?.weight;
  const types = {
    // Credibility is the share of real followers.
    real: weightOf(/real/i) ?? credibility,
    suspicious: weightOf(/susp|bot/i),
    massFollowers: weightOf(/mass/i),
    influencers: weightOf(/influ/i),
  };
  return Object.fromEntries(Object.entries(types).filter(([, value]) => value !== undefined));
}

function toPost({ id: postId, created, type = '', text = '', ...post }: ModashPost): Post | undefined {
  const at = new Date(created);
  if (Number.isNaN(at.getTime())) return undefined;
  return {
    id: postId,
    at: at.toISOString(),
    kind: /carousel|album|sidecar/i.test(type) ? 'carousel' : /photo|image/i.test(type) ? 'image' : 'video',
    text: shownText(text),
    ...(post.url !== undefined && { url: post.url }),
    ...(post.likes !== undefined && { likes: post.likes }),
    ...(post.comments !== undefined && { comments: post.comments }),
    ...(post.views !== undefined && { views: post.views }),
  };
}
