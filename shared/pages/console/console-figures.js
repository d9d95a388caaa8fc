import { count, el, percent, theirs, when } from './console-dom.js';

/** What is known of a profile's audience: every number with its formula, its sample, its interval and what is missing. */

const kinds = {
  real: 'a person',
  suspicious: 'suspicious',
  'mass-follower': 'a mass follower',
  influencer: 'an influencer',
};

const between = interval => (interval === null ? '' : `, ${percent(interval[0])} to ${percent(interval[1])}`);
const formula = id => el('span.muted', {}, id);
const item = (...content) => el('li', {}, ...content);

export const figureDetails = ({ profile, at, sources, engagement, estimate, quality, account }) =>
  el(
    'details.plain',
    {},
    el(
      'summary',
      {},
      quality.value === null ? '–' : count(quality.value),
      el('span.small.muted', {}, ` ${count(quality.range[0])}–${count(quality.range[1])}`),
    ),
    el(
      'p.small',
      {},
      theirs(profile.handle),
      ` (${profile.platform}): audience quality, how sure ${percent(quality.confidence)} `,
      formula(quality.formula),
    ),
    ...quality.flags.map(flag => el('p.small.warning', {}, flag)),
    el(
      'ul.small',
      {},
      ...quality.parts
        .filter(({ value }) => value !== null)
        .map(part =>
          item(
            `${part.name}: ${percent(part.value)}${between(part.interval)} (weight ${percent(part.weight)}). ${part.reason} `,
            formula(part.formula),
          ),
        ),
      ...quality.missing.map(what => item(`missing: ${what}`)),
    ),
    el(
      'ul.small',
      {},
      estimate.value !== null &&
        item(
          `expected per post ${percent(estimate.value)}${between(estimate.interval)}, from ${count(estimate.sample)} posts, ${percent(estimate.ownWeight)} their own `,
          formula(estimate.formula),
        ),
      estimate.hidden > 0 && item(`${count(estimate.hidden)} posts hide their likes: unknown, not zero`),
      ...engagement.map(rate =>
        item(
          rate.value === null
            ? `unknown: ${rate.because} `
            : `${percent(rate.value)}, median ${percent(rate.median)}, ${count(rate.sample)} posts `,
          el('span.muted', { title: rate.source }, rate.formula),
        ),
      ),
      item(
        `by its public fields ${kinds[account.kind]}: suspicion ${percent(account.suspicion)}, how sure ${percent(account.confidence)} `,
        formula(account.formula),
      ),
    ),
    el('p.small.muted', {}, `${sources.join(', ')}, ${when(at)}`),
  );
