import { el, percent, theirs } from './console-dom.js';

const isCounted = ({ basis }) => basis === 'measured';
const shareInWords = one => (isCounted(one) ? percent(one.share) : `about ${percent(one.share)}`);
const basisInWords = {
  measured: 'counted in a list of each',
  estimated: 'estimated from platform, country and subject',
};

/** With whom on the shortlist a candidate shares most followers, and how that is known; `others` are those who are shown. */
export function sharesDetails({ sharedFollowers: shares = [] }, others) {
  const [most] = shares;
  if (most === undefined) return false;
  const nameOf = id => others.find(({ influencerId }) => influencerId === id)?.name ?? 'somebody further down';
  return el(
    'details.plain',
    {},
    el('summary', {}, `Shared followers: ${shareInWords(most)}${isCounted(most) ? '' : ', estimated'}`),
    el(
      'ul.small',
      {},
      ...shares.map(one =>
        el(
          'li',
          {},
          `${shareInWords(one)} with `,
          theirs(nameOf(one.influencerId)),
          el('span.muted', {}, `, ${basisInWords[one.basis]}`),
        ),
      ),
    ),
    el('p.small.muted', {}, 'Of the followers of the smaller account; both are on the shortlist.'),
  );
}
