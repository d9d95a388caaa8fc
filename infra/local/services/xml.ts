/** Elements in order; a list repeats its element. */
export type XmlNode = string | number | boolean | undefined | XmlNode[] | { readonly [name: string]: XmlNode };

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Control characters other than tab and line ends cannot stand in XML 1.0, not even escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is being removed
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;

export const escapeXml = (text: string) =>
  text.replace(forbidden, '').replace(/[&<>"']/g, found => entities[found] ?? found);

/** `xml('Name', { Child: 'text', Item: [{ A: 1 }, { A: 2 }] })`. */
export function xml(name: string, content: XmlNode, namespace?: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(name, content, namespace ? ` xmlns="${namespace}"` : '')}`;
}

function element(name: string, content: XmlNode, attributes = ''): string {
  if (content === undefined) return '';
  if (Array.isArray(content)) return content.map(item => element(name, item)).join('');
  return `<${name}${attributes}>${inner(content)}</${name}>`;
}

function inner(content: XmlNode): string {
  if (typeof content !== 'object') return escapeXml(String(content));
  return Object.entries(content)
    .map(([name, child]) => element(name, child))
    .join('');
}
