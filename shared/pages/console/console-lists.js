import { attempt, inCampaign, inCollaboration, read } from './console-api.js';
import { decisionForm } from './console-decide.js';
import { button, count, el, money, percent, safeLink, table, theirs, when } from './console-dom.js';
import { figureDetails } from './console-figures.js';

/** Candidates with their scores explained, collaborations with what happens next; both page by page. */

export const statuses = {
  shortlisted: ['On the shortlist', 'the invitation goes out'],
  invited: ['Invited', 'a follow-up, unless they answer'],
  negotiating: ['In talks', 'a reminder, unless they answer our offer'],
  accepted: ['Accepted', 'the brief goes out'],
  briefed: ['Brief sent', 'a reminder, unless they confirm'],
  confirmed: ['Brief confirmed', 'a reminder, unless the post is found'],
  published: ['Published', 'the post is checked'],
  verified: ['Post verified', 'settled after the campaign ends'],
  settled: ['Settled', ''],
  declined: ['Declined', ''],
  unresponsive: ['Did not answer', ''],
  unreachable: ['Not reachable', ''],
  excluded: ['Taken off', ''],
  withdrawn: ['Withdrawn', ''],
};

/** A list that grows by a button as long as there is more. */
export async function growingList(path, drawItems) {
  const items = [];
  const place = el('div.tight');
  async function more(cursor) {
    const page = await attempt(() =>
      read(
        cursor === undefined ? path : `${path}${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}`,
      ),
    );
    if (page === undefined) return;
    items.push(...page.items);
    place.replaceChildren(
      items.length === 0 ? el('p.muted', {}, 'None yet.') : drawItems(items),
      ...(page.nextCursor === undefined ? [] : [button('Show more', () => more(page.nextCursor), 'quiet')]),
    );
  }
  await more();
  return place;
}

export const candidates = campaignId =>
  growingList(inCampaign(campaignId, '/candidates?limit=50'), items =>
    table(
      'Candidates',
      ['Candidate', 'Followers', 'Engagement', 'Audience', 'Score', 'Expected fee'],
      items.map(candidateRow),
    ),
  );

function candidateRow({ name, profiles, metrics, score, figures = [], shortlistRank }) {
  const unknown = '–';
  return [
    el(
      'div.name',
      {},
      theirs(name),
      shortlistRank !== undefined && el('span', {}, ' ', el('span.pill', {}, `no. ${shortlistRank}`)),
      el(
        'div.small',
        {},
        ...profiles.flatMap((profile, index) => [index > 0 && ', ', safeLink(profile.url, theirs(profile.handle))]),
      ),
      metrics.because !== undefined && el('div.small.muted', {}, metrics.because),
    ),
    score?.followers === undefined ? unknown : count(score.followers),
    score?.engagementRate === undefined ? unknown : percent(score.engagementRate),
    figures.length === 0 ? unknown : el('div.tight', {}, ...figures.map(figureDetails)),
    score === undefined ? unknown : scoreDetails(score),
    score?.expectedFee === undefined ? unknown : money(score.expectedFee),
  ];
}

const scoreDetails = ({ value, version, at, parts, exclusions }) =>
  el(
    'details.plain',
    {},
    el('summary', {}, Math.round(value)),
    exclusions.length > 0 && el('p.small.warning', {}, exclusions.join('; ')),
    el(
      'ul.small',
      {},
      ...parts.map(part =>
        el(
          'li',
          {},
          `${part.name}: ${part.value === null ? 'not known' : percent(part.value)} (weight ${percent(part.weight)}). ${part.reason} `,
          el('span.muted', {}, part.formula),
        ),
      ),
    ),
    el('p.small.muted', {}, `${version}, ${when(at)}`),
  );

export const collaborations = (campaignId, onDecided) =>
  growingList(inCampaign(campaignId, '/collaborations?limit=200'), items => {
    const byStatus = Object.groupBy(items, item => item.status);
    return el(
      'div.lists',
      {},
      ...Object.entries(statuses)
        .filter(([status]) => byStatus[status] !== undefined)
        .map(([status, [title]]) =>
          el(
            'details',
            { open: byStatus[status].length <= 20 },
            el('summary', {}, `${title} (${byStatus[status].length})`),
            el('div', {}, ...byStatus[status].map(item => collaboration(campaignId, item, onDecided))),
          ),
        ),
    );
  });

function collaboration(campaignId, item, onDecided) {
  const { influencerId, name, profile, offer, postUrl, coupon, call, because, heldForPerson, nextActionAt, since } =
    item;
  const [, next] = statuses[item.status];
  const facts = [
    `Fee ${money(offer.fee)}`,
    offer.perSalePercent > 0 && `${count(offer.perSalePercent)}% of sales`,
    coupon !== undefined && `code ${coupon}`,
    call !== undefined && `call ${when(call.from)}`,
    `since ${when(since)}`,
  ].filter(Boolean);
  const timeline = el('div');
  return el(
    'div.item.tight',
    {},
    el(
      'div.apart',
      {},
      el('strong', {}, safeLink(profile.url, theirs(name))),
      el('span.small.muted', {}, profile.platform),
    ),
    el('p.small', {}, facts.join(' · ')),
    because !== undefined && el('p.small.muted', {}, because),
    postUrl !== undefined && el('p.small', {}, safeLink(postUrl, theirs(postUrl))),
    heldForPerson !== undefined
      ? el('p.small.warning', {}, `Waits for a person: ${heldForPerson}`)
      : next !== '' &&
          el('p.small.muted', {}, `Next: ${next}${nextActionAt === undefined ? '' : `, ${when(nextActionAt)}`}`),
    el(
      'div.row',
      {},
      button('What happened', () => showTimeline(timeline, campaignId, influencerId), 'quiet.slim'),
    ),
    timeline,
    next !== '' &&
      el('details.plain', {}, el('summary', {}, 'Decide'), decisionForm(campaignId, influencerId, onDecided)),
  );
}

async function showTimeline(place, campaignId, influencerId) {
  if (place.childElementCount > 0) return place.replaceChildren();
  const found = await attempt(() => read(inCollaboration(campaignId, influencerId)));
  if (found === undefined) return undefined;
  return place.replaceChildren(
    el(
      'ol.timeline',
      {},
      ...found.timeline.map(entry =>
        el(
          'li',
          {},
          el('span.small.muted', {}, `${when(entry.at)} `),
          theirs(entry.title),
          entry.detail !== undefined && el('div.small.muted.lines', {}, theirs(entry.detail)),
        ),
      ),
    ),
  );
}
