import { type Child, type Html, html, render, trusted } from './html.ts';
import { hashOf, styleSheet } from './style.ts';

/** A page as it goes out; the caller adds the status. */
export interface RenderedPage {
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface PageProps {
  readonly language: string;
  readonly title: string;
  /** Small words above everything: whose page this is. */
  readonly masthead: string;
  readonly body: Html;
  readonly footer?: Child;
  /** For tables: as wide as a desk allows. */
  readonly broad?: boolean;
  /** A module of ours that the page runs, and where it may connect to. */
  readonly script?: { readonly code: string; readonly connectTo: string };
}

export function page(props: PageProps): RenderedPage {
  const { language, title, masthead, body, footer, broad = false, script } = props;
  const document = html`<!doctype html>
<html lang="${language}"${broad && html` class="broad"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex, nofollow">
<meta name="format-detection" content="telephone=no">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${trusted(styleSheet)}</style>
</head>
<body>
<header class="top">${masthead}</header>
<main>
${body}
</main>
<footer class="foot">${footer}</footer>
${script !== undefined && html`<script type="module">${trusted(script.code)}</script>`}
</body>
</html>`;
  return { html: render(document), headers: headersOf(script) };
}

/** Nothing may load, run or frame this page but what it brings; its address (which carries a token) is told to nobody. */
const headersOf = (script: PageProps['script']): Record<string, string> => ({
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': [
    "default-src 'none'",
    `style-src ${hashOf(styleSheet)}`,
    'img-src data:',
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(script === undefined ? [] : [`script-src ${hashOf(script.code)}`, `connect-src ${script.connectTo}`]),
  ].join('; '),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex, nofollow',
  'cache-control': 'no-store',
});
