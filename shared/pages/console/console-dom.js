/** Building the page. A stranger's text only ever becomes a text node: nothing here parses HTML. */

/**
 * @param {string} name tag, optionally with classes: `div.sheet.flow`
 * @param {Record<string, unknown>} properties `on…` are listeners, `true` and `false` set and drop, the rest are attributes
 * @param {...(Node | string | number | false | undefined | null)} children
 */
export function el(name, properties = {}, ...children) {
  const [tag, ...classes] = name.split('.');
  const node = document.createElement(tag);
  if (classes.length > 0) node.className = classes.join(' ');
  for (const [key, value] of Object.entries(properties)) {
    if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else if (value === true) node.setAttribute(key, '');
    else if (value !== false && value !== undefined) node.setAttribute(key, String(value));
  }
  for (const child of children.flat(Number.POSITIVE_INFINITY)) {
    if (child === false || child === undefined || child === null) continue;
    node.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return node;
}

/** A drawing, of which only our own numbers are attributes. */
export function svg(name, attributes, ...children) {
  const node = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  node.append(...children.filter(Boolean));
  return node;
}

/** A stranger's words, whose direction of writing stays inside them. */
export const theirs = text => el('bdi', {}, text);

/** A link only where the address is one that a browser may safely follow. */
export const safeLink = (url, ...children) =>
  /^https?:\/\//i.test(url)
    ? el('a', { href: url, rel: 'noopener noreferrer', target: '_blank' }, ...children)
    : el('span', {}, ...children);

export const button = (text, onclick, look = '') =>
  el(look === '' ? 'button' : `button.${look}`, { type: 'button', onclick }, text);

// A browser started from a bare shell may call itself "en-US@posix", which Intl refuses.
const locale = navigator.language.replace(/@.*$/, '');

export const when = iso =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));

/** In somebody else's time zone, which is named. */
export const whenIn = (iso, timeZone) =>
  `${new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZone }).format(new Date(iso))} ${timeZone}`;

export const count = number => new Intl.NumberFormat(locale).format(number);

export const percent = fraction =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(fraction);

/** Minor units to what people write; the currency knows its decimals. A rough amount has none. */
export function money({ minor, currency }, isRough = false) {
  const format = new Intl.NumberFormat(currency === 'INR' ? 'en-IN' : locale, {
    style: 'currency',
    currency,
    trailingZeroDisplay: 'stripIfInteger',
  });
  const major = minor / 10 ** format.resolvedOptions().maximumFractionDigits;
  return format.format(isRough ? Math.round(major) : major);
}

/** `numbersFrom` is the first of the columns that stand to the right. */
export const table = (label, head, rows, { numbersFrom = head.length } = {}) => {
  const look = index => (index >= numbersFrom ? '.number' : '');
  return el(
    'div.scroll',
    { role: 'region', 'aria-label': label, tabindex: '0' },
    el(
      'table',
      {},
      el('thead', {}, el('tr', {}, ...head.map((text, index) => el(`th${look(index)}`, { scope: 'col' }, text)))),
      el(
        'tbody',
        {},
        ...rows.map(cells => el('tr', {}, ...cells.map((cell, index) => el(`td${look(index)}`, {}, cell)))),
      ),
    ),
  );
};

/** A labelled choice of one file. */
export const fileInput = (id, label, onFile, accept) =>
  el(
    'div',
    {},
    el('label', { for: id }, label),
    el('input', {
      id,
      type: 'file',
      accept,
      onchange: ({ target }) => target.files[0] !== undefined && onFile(target.files[0]),
    }),
  );

/** Gives the reader a file to keep. */
export const saveAs = (blob, name) => el('a', { href: URL.createObjectURL(blob), download: name }).click();

/** Says something to everybody, screen readers included. */
export function say(text, isProblem = false) {
  const place = document.getElementById('said');
  place.textContent = text;
  place.className = isProblem ? 'said problem' : 'said';
}

/** Replaces what is shown. Whoever was inside it goes on at the new heading. */
export function show(...nodes) {
  const view = document.getElementById('view');
  const wasInside = view.contains(document.activeElement);
  view.replaceChildren(...nodes);
  view.removeAttribute('aria-busy');
  const heading = view.querySelector('h1');
  document.title = `${heading.textContent} · Groundswell`;
  heading.tabIndex = -1;
  if (wasInside) heading.focus({ preventScroll: true });
}
