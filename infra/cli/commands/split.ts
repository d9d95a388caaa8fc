import { profileRef } from '#shared/domain/import/profile.ts';
import { platforms } from '#shared/domain/influencer.ts';
import { connect } from '../api.ts';
import { CliError } from '../exit-codes.ts';
import { type ApiOptions, apiSettings } from '../settings.ts';
import { terminal } from '../terminal.ts';

/** `groundswell split CAMPAIGN INFLUENCER instagram:meera …` */
export async function split(
  campaignId: string,
  influencerId: string,
  given: readonly string[],
  options: ApiOptions & { readonly json?: boolean },
): Promise<void> {
  const answer = await connect(apiSettings(options)).call('splitCandidate', {
    params: { campaignId, influencerId },
    body: { profiles: given.map(profileIn) },
  });
  const { stays, leaves } = answer;
  terminal(options).result(answer, [
    `${stays.name} (${stays.influencerId}) keeps ${stays.profiles.map(({ url }) => url).join(', ')}.`,
    `${leaves.name} (${leaves.influencerId}) has ${leaves.profiles.map(({ url }) => url).join(', ')}.`,
  ]);
}

function profileIn(text: string) {
  const at = text.indexOf(':');
  const platform = platforms.find(name => name === text.slice(0, at));
  const ref = platform ? profileRef(platform, text.slice(at + 1)) : profileRef(undefined, text);
  if (ref) return ref;
  throw new CliError('refused', `"${text}" is no profile. Write platform:handle or a link.`);
}
