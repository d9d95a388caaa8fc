import type { CandidateView } from '#shared/contracts/views/candidates.ts';
import { inWords } from '#shared/domain/scoring/evidence-words.ts';
import { connect } from '../api.ts';
import { type ApiOptions, apiSettings } from '../settings.ts';
import { bar, table, terminal } from '../terminal.ts';

/** `groundswell why CAMPAIGN INFLUENCER` */
export async function why(
  campaignId: string,
  influencerId: string,
  options: ApiOptions & { readonly json?: boolean },
): Promise<void> {
  const candidate = await connect(apiSettings(options)).call('getCandidate', { params: { campaignId, influencerId } });
  terminal(options).result(candidate, inLines(candidate));
}

export function inLines({ name, profiles, shortlistRank, score }: CandidateView): readonly string[] {
  const who = `${name}, ${profiles.map(({ url }) => url).join(', ')}`;
  if (!score) return [who, '  not scored yet'];
  const { value, version, at, parts, exclusions, evidence = [], changes = [] } = score;
  const found = evidence.filter(({ effect }) => effect !== 'exclusion').map(each => `${each.effect}: ${inWords(each)}`);
  const list = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [`  ${title}`, ...lines.map(line => `    ${line}`)];
  return [
    who,
    `  ${value} of 100 by ${version} on ${at.slice(0, 10)}${shortlistRank === undefined ? '' : `, no. ${shortlistRank} of the shortlist`}`,
    ...table(
      parts.map(part => [
        `  ${part.name}`,
        part.value === null
          ? 'unknown'
          : `${(part.weight * part.value * 100).toFixed(1)} of ${(part.weight * 100).toFixed(1)}`,
        bar(part.value ?? 0),
        `${part.reason} (${part.formula})`,
      ]),
    ),
    ...list('Can not be shortlisted:', exclusions),
    ...list('Found:', found),
    ...list(
      'What would have moved it most:',
      changes.map(({ says }) => says),
    ),
  ];
}
