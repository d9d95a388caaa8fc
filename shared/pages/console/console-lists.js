import { attempt, inCampaign, inCollaboration, read } from './console-api.js';
import { decisionForm } from './console-decide.js';
import { button, count, el, money, percent, safeLink, table, theirs, when, whenIn } from './console-dom.js';
import { figureDetails } from './console-figures.js';
import { sharesDetails } from './console-shares.js';
import { splitDetails } from './console-split.js';

/** Candidates with their scores explained, collaborations with what happens next; both page by page. */

export const statuses = {
  shortlisted: 'On the shortlist',
  invited: 'Invited',
  negotiating: 'In talks',
  accepted: 'Accepted',
  briefed: 'Brief sent',
  confirmed: 'Brief confirmed',
  published: 'Published',
  verified: 'Post verified',
  settled: 'Settled',
  declined: 'Declined',
  unresponsive: 'Did not answer',
  unreachable: 'Not reachable',
  excluded: 'Taken off',
  withdrawn: 'Withdrawn',
};

/** A list that grows by a button as long as there is more. */
export async function growingList(path, drawItems, whereNone = 'None yet.') {
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
      items.length === 0 ? el('p.muted', {}, whereNone) : drawItems(items),
      ...(page.nextCursor === undefined ? [] : [button('Show more', () => more(page.nextCursor), 'quiet')]),
    );
  }
  await more();
  return place;
}

export const candidates = (campaignId, again) =>
  growingList(inCampaign(campaignId, '/candidates?limit=50'), items =>
    table(
      'Candidates',
      ['Candidate', 'Followers', 'Engagement', 'Audience', 'Score', 'Expected fee'],
      items.map(item => candidateRow(campaignId, item, items, again)),
    ),
  );

function candidateRow(campaignId, candidate, others, again) {
  const { name, profiles, metrics, score, figures = [], shortlistRank } = candidate;
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
      sharesDetails(candidate, others),
      splitDetails(campaignId, candidate, again),
    ),
    score?.followers === undefined ? unknown : count(score.followers),
    score?.engagementRate === undefined ? unknown : percent(score.engagementRate),
    figures.length === 0 ? unknown : el('div.tight', {}, ...figures.map(figureDetails)),
    score === undefined ? unknown : scoreDetails(score),
    score?.expectedFee === undefined ? unknown : money(score.expectedFee),
  ];
}

const scoreDetails = ({ value, version, at, parts, exclusions, evidence = [], changes = [] }) =>
  el(
    'details.plain',
    {},
    el('summary', {}, Math.round(value)),
    exclusions.length > 0 && el('p.small.warning', {}, theirs(exclusions.join('; '))),
    ...evidence.filter(({ effect }) => effect !== 'exclusion').map(found),
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
    changes.length > 0 && el('ul.small', {}, ...changes.map(({ says }) => el('li', {}, theirs(says)))),
    el('p.small.muted', {}, `${version}, ${when(at)}`),
  );

/** What was found in a post, with the post to look at. */
const found = ({ effect, says, words, url, at }) =>
  el(
    `p.small${effect === 'doubt' ? '.warning' : ''}`,
    {},
    effect === 'doubt' ? 'A person reads this first: ' : '',
    theirs(`${says} ("${words}")`),
    at === undefined ? '' : `, ${when(at)}`,
    url !== undefined && el('span', {}, ', ', safeLink(url, 'the post')),
  );

export const collaborations = (campaignId, onDecided) =>
  growingList(inCampaign(campaignId, '/collaborations?limit=200'), items => {
    const byStatus = Object.groupBy(items, item => item.status);
    return el(
      'div.lists',
      {},
      ...Object.entries(statuses)
        .filter(([status]) => byStatus[status] !== undefined)
        .map(([status, title]) =>
          el(
            'details',
            { open: byStatus[status].length <= 20 },
            el('summary', {}, `${title} (${byStatus[status].length})`),
            el('div', {}, ...byStatus[status].map(item => collaboration(campaignId, item, onDecided))),
          ),
        ),
    );
  });

/** What comes next, and when it is then where they live. */
export const nextInWords = ({ what, at, timeZone }) => (at === undefined ? what : `${what}; ${whenIn(at, timeZone)}`);

const draftStates = {
  asked: 'asked for',
  'handed-in': 'handed in',
  'changes-asked': 'to be changed',
  approved: 'approved',
};

/** What they handed in, and what we said about it. */
export const draftSection = ({ state, since, dueAt, round, link, text, words }) =>
  el(
    'div.small.tight',
    {},
    el(
      'p',
      {},
      `Draft ${draftStates[state]} ${when(since)} · round ${round}`,
      (state === 'asked' || state === 'changes-asked') && ` · due ${when(dueAt)}`,
      link !== undefined && el('span', {}, ' · ', safeLink(link, theirs(link))),
    ),
    text !== undefined && el('blockquote.lines', {}, theirs(text)),
    words !== undefined &&
      el('p.muted.lines', {}, state === 'handed-in' ? 'We had asked: ' : 'We wrote: ', theirs(words)),
  );

function collaboration(campaignId, item, onDecided) {
  const { influencerId, name, profile, offer, postUrl, coupon, call, because, heldForPerson, since } = item;
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
    item.draft !== undefined && draftSection(item.draft),
    heldForPerson !== undefined && el('p.small.warning', {}, `Waits for a person: ${heldForPerson}`),
    item.snooze !== undefined &&
      el('p.small.muted', {}, `Snoozed until ${when(item.snooze.until)}: ${item.snooze.because}`),
    el('p.small.muted', {}, `Next: ${nextInWords(item.next)} (${item.next.because})`),
    el(
      'div.row',
      {},
      button('What happened', () => showTimeline(timeline, campaignId, influencerId), 'quiet.slim'),
    ),
    timeline,
    item.decisions.length > 0 &&
      el(
        'details.plain',
        {},
        el('summary', {}, 'Decide'),
        decisionForm(campaignId, influencerId, item.decisions, onDecided),
      ),
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
