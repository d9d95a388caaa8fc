import { compile } from 'html-to-text';

// A mail's HTML is a stranger's: longer, deeper or wider than this is no letter that a person wrote.
const MAX_HTML = 2_000_000;
const MAX_DEPTH = 200;
const MAX_CHILDREN = 20_000;

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
    return convert(html.slice(0, MAX_HTML));
  } catch {
    return '';
  }
}
