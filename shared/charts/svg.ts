/** The smallest writer of SVG that escapes by construction. */

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** XML allows no control characters but tab and newlines, and no lone surrogates; they would make the whole picture unreadable. */
const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/[&<>"']/g, character => entities[character] ?? character);

export type Attributes = Readonly<Record<string, string | number | undefined>>;

const attribute = ([name, value]: [string, string | number | undefined]): string =>
  value === undefined ? '' : ` ${name}="${escapeXml(typeof value === 'number' ? String(round(value)) : value)}"`;

/** Hundredths of a pixel are finer than any screen. */
const round = (value: number): number => Math.round(value * 100) / 100;

/** Markup that was written by this file. */
export interface Markup {
  readonly markup: string;
}

export const element = (name: string, attributes: Attributes, ...children: readonly (Markup | string)[]): Markup => {
  const inside = children.map(child => (typeof child === 'string' ? escapeXml(child) : child.markup)).join('');
  const start = `<${name}${Object.entries(attributes).map(attribute).join('')}`;
  return { markup: inside === '' ? `${start}/>` : `${start}>${inside}</${name}>` };
};
