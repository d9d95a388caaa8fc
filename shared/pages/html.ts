/** HTML that is escaped by construction: a string only gets into a page as text. */

const markup: unique symbol = Symbol('markup');

/** Markup that a template of ours wrote. The key is a symbol, so no parsed JSON can ever pass for it. */
export interface Html {
  readonly [markup]: string;
}

export type Child = Html | string | number | false | undefined | readonly Child[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
  // A parser would make a newline of the one and drop the other.
  '\r': '&#13;',
  '\0': '\uFFFD',
};

export const escapeHtml = (text: string): string =>
  text.toWellFormed().replace(/[&<>"'`\r\0]/g, character => entities[character] ?? character);

/** Escapes every interpolation; `false` and `undefined` leave nothing. Attribute values must stand in double quotes. */
export const html = (strings: TemplateStringsArray, ...children: readonly Child[]): Html => ({
  [markup]: strings.map((text, index) => (index === 0 ? text : inner(children[index - 1]) + text)).join(''),
});

const inner = (child: Child): string => {
  if (child === undefined || child === false) return '';
  if (typeof child === 'string') return escapeHtml(child);
  if (typeof child === 'number') return String(child);
  return isHtml(child) ? child[markup] : child.map(inner).join('');
};

const isHtml = (child: Html | readonly Child[]): child is Html => markup in child;

/** Markup from elsewhere of ours (a chart, a style sheet). Never a stranger's text. */
export const trusted = (text: string): Html => ({ [markup]: text });

export const render = (page: Html): string => page[markup];

/** A link where the address is one that a browser may safely follow; plain text where it is not. */
export const link = (url: string, text: Child = url): Html =>
  /^(https?:\/\/|mailto:)/i.test(url) ? html`<a href="${url}" rel="noopener noreferrer">${text}</a>` : html`${text}`;

/** A stranger's words: their direction of writing does not spill over into ours. */
export const theirs = (text: string): Html => html`<bdi>${text}</bdi>`;
