import { type ComponentType, createElement } from 'react';
// The edge build brings no Node streams and no MessageChannel that keeps a process alive: 219 kB minified, read in about 20 ms.
import { renderToStaticMarkup } from 'react-dom/server.edge';
import { htmlAsText } from './plain-text.ts';

/** A template is a module: `import * as invitation from './invitation.tsx'`. */
export interface Template<Props extends object> {
  readonly subject: (props: Props) => string;
  readonly Mail: ComponentType<Props>;
}

export interface RenderedMail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

const doctype =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">';

/** Longer subjects are cut by every inbox, and a header line may not grow without bounds. */
const longestSubject = 180;

/** One mail as it goes out: always with a text part of the same content. */
export function renderEmail<Props extends object>({ subject, Mail }: Template<Props>, props: Props): RenderedMail {
  const html = renderToStaticMarkup(createElement(Mail, props));
  return { subject: oneLine(subject(props)), html: doctype + html, text: htmlAsText(html) };
}

/** A subject is one header line, whatever names came into it. */
function oneLine(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  const characters = Array.from(line);
  return characters.length > longestSubject ? `${characters.slice(0, longestSubject - 1).join('')}…` : line;
}
