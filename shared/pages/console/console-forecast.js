import { count, el, money, percent, svg, table } from './console-dom.js';

/** A forecast: how many people come how far with their 80 % intervals drawn, every figure in a table, and what it rests on. */

const people = ['invitations', 'answers', 'acceptances', 'posts'];

const shown = (value, { currency }) =>
  currency === undefined ? count(Math.round(value)) : money({ minor: value, currency }, true);

/** `came` says what has come of a figure so far, where that is known. */
export const forecastFigures = (figures, came = {}) =>
  el(
    'div.charts.loose',
    {},
    el('div.sheet', {}, intervals(figures, came)),
    el('div.sheet', {}, inNumbers(figures, came)),
  );

function intervals(figures, came) {
  const drawn = figures.filter(({ id }) => people.includes(id));
  const most = Math.max(1, ...drawn.flatMap(({ id, high }) => [high, came[id] ?? 0]));
  return el(
    'div.tight',
    {},
    el('h3', {}, 'How many come how far'),
    el(
      'dl.funnel',
      {},
      ...drawn.flatMap(figure => [
        el('dt', {}, figure.label),
        el(
          'dd',
          {},
          rangeOf(figure, most, came[figure.id]),
          el('span', {}, el('strong', {}, shown(figure.median, figure)), el('span.small.muted', {}, spread(figure))),
        ),
      ]),
    ),
    el(
      'p.small.muted',
      {},
      'The dot is the middle; eight of ten such campaigns end on the line.',
      Object.keys(came).length > 0 && ' The diamond is where this one is now.',
    ),
  );
}

const spread = figure => ` ${shown(figure.low, figure)} to ${shown(figure.high, figure)}`;

/** The text beside says the same, so the drawing is for the eyes only. */
function rangeOf({ low, median, high }, most, came) {
  // Room for half a mark on either side.
  const at = value => `${2 + (96 * value) / most}%`;
  const line = (from, to, look) => svg('line', { x1: from, x2: to, y1: 12, y2: 12, ...look });
  return svg(
    'svg',
    { class: 'range', 'aria-hidden': 'true' },
    line(at(0), at(most), { stroke: 'var(--sunken)', 'stroke-width': 8, 'stroke-linecap': 'round' }),
    line(at(low), at(high), { stroke: 'var(--series-1)', 'stroke-width': 4, 'stroke-linecap': 'round' }),
    svg('circle', { cx: at(median), cy: 12, r: 7, fill: 'var(--series-1)' }),
    came !== undefined &&
      svg(
        'svg',
        { x: at(came), y: 12, overflow: 'visible' },
        svg('path', { d: 'M0-9 9 0 0 9-9 0Z', fill: 'var(--series-2)', stroke: 'var(--surface)', 'stroke-width': 2 }),
      ),
  );
}

function inNumbers(figures, came) {
  const hasCome = figures.some(({ id }) => came[id] !== undefined);
  return el(
    'div.tight',
    {},
    el('h3', {}, 'In numbers'),
    table(
      'Forecast in numbers',
      ['Figure', 'Low', 'Middle', 'High', ...(hasCome ? ['So far'] : [])],
      figures.map(figure => [
        figure.label,
        shown(figure.low, figure),
        shown(figure.median, figure),
        shown(figure.high, figure),
        ...(hasCome ? [came[figure.id] === undefined ? '–' : shown(came[figure.id], figure)] : []),
      ]),
      { numbersFrom: 1 },
    ),
  );
}

export const forecastSections = forecast => [
  el(
    'section.tight',
    { 'aria-label': 'Forecast' },
    el('h2', { tabindex: '-1' }, 'What it may come to'),
    el('p.lead', {}, forecast.inShort),
    el('p', {}, inChances(forecast)),
    forecastFigures(forecast.figures),
  ),
  listed(
    'What would help, each by itself',
    forecast.advice.map(({ reachesWanted, says, field }) => [
      el('strong', {}, percent(reachesWanted)),
      ` ${says} `,
      el('code.muted', {}, field),
    ]),
  ),
  listed('To know', forecast.warnings),
  el(
    'section.tight',
    {},
    el('h2', {}, 'What it rests on'),
    el(
      'details.sheet.card.plain',
      {},
      el('summary', {}, 'Assumptions with their sources'),
      table(
        'Assumptions',
        ['Assumption', 'Low', 'Typical', 'High', 'Source'],
        forecast.assumptions.map(one => [
          one.label,
          ...[one.low, one.typical, one.high].map(value => (one.unit === 'share' ? percent(value) : count(value))),
          el('div.words', {}, one.source),
        ]),
      ),
    ),
    el(
      'p.small.muted',
      {},
      `${forecast.model}: ${count(forecast.runs)} simulated campaigns from ${forecast.opensOn} on`,
      forecast.prospects !== undefined && `, with ${count(forecast.prospects)} people of the lists who may fit`,
      '.',
    ),
  ),
];

const inChances = ({ chances: { reachesWanted, staysInBudget } }) =>
  `${percent(reachesWanted)} chance of as many agreements as wanted; ${percent(staysInBudget)} that the budget is enough for everybody who agrees.`;

const listed = (title, items) =>
  items.length > 0 &&
  el('section.tight', {}, el('h2', {}, title), el('ul', {}, ...items.map(item => el('li', {}, item))));

/** Which step of the funnel counts what a figure forecasts. */
const steps = { invitations: 'Invited', answers: 'Answered', acceptances: 'Accepted', posts: 'Published' };

/** What was forecast at the launch, against how far people came. */
export const forecastAtLaunch = ({ forecast, funnel }) => {
  const reached = Object.fromEntries(funnel.map(({ name, count: came }) => [name, came]));
  return forecastFigures(
    forecast.figures,
    Object.fromEntries(
      Object.entries(steps).flatMap(([id, step]) => (reached[step] === undefined ? [] : [[id, reached[step]]])),
    ),
  );
};
