import { compile } from 'html-to-text';

// A mail's HTML is a stranger's: longer, deeper or wider than this is no letter that a person wrote.
const MAX_HTML = 2_000_000;
const MAX_DEPTH = 200;
const MAX_CHILDREN = 20_000;

// The HTML parser's time grows with the square of the nesting: 40,000 open elements take half a second, these nothing.
const MAX_OPEN_ELEMENTS = 2_000;
// Elements that need no end tag do not nest.
const UNNESTED = new Set(
  'area base br col dd dt embed hr img input li link meta option p param source td th tr track wbr'.split(' '),
);

/** The HTML up to where it nests deeper than any letter. */
function shallow(html: string): string {
  let open = 0;
  for (const { index, 1: end, 2: name = '' } of html.matchAll(/<(\/?)([a-z][a-z0-9]{0,20})/gi)) {
    if (UNNESTED.has(name.toLowerCase())) continue;
    open = Math.max(0, open + (end ? -1 : 1));
    if (open > MAX_OPEN_ELEMENTS) return html.slice(0, index);
  }
  return html;
}

const convert = compile({
  wordwrap: false,
  limits: { maxInputLength: MAX_HTML, maxDepth: MAX_DEPTH, maxChildNodes: MAX_CHILDREN },
  selectors: [
    { selector: 'img', format: 'skip' },
    // Addresses stay readable, so that a link to a post behind the word "here" is found.
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, linkBrackets: ['<', '>'], noAnchorUrl: true } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map(selector => ({ selector, options: { uppercase: false } })),
    // Quotes become "> " lines, which is what the reader of new text looks for.
    { selector: 'blockquote', format: 'blockquote', options: { trimEmptyLines: false } },
    { selector: 'hr', format: 'horizontalLine', options: { length: 32 } },
  ],
});

/** Plain text of an HTML mail with quotes marked by `>`; empty where the HTML cannot be read at all. */
export function htmlText(html: string): string {
  try {
    return convert(shallow(html.slice(0, MAX_HTML)));
  } catch {
    return '';
  }
}
