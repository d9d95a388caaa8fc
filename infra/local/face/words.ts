import { type Child, type Html, html } from '#shared/pages/html.ts';

const units = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
] as const;

/** `3 d 4 h`, `12 min`, `0.4 s`: two units at most. */
export function span(ms: number): string {
  const whole = Math.abs(ms);
  if (whole < 10_000) return `${(whole / 1000).toFixed(whole < 1000 ? 2 : 1)} s`;
  const first = units.findIndex(([, length]) => whole >= length);
  const [name, length] = units[first] ?? ['s', 1000];
  const second = units[first + 1];
  const rest = second && Math.floor((whole % length) / second[1]);
  return `${Math.floor(whole / length)} ${name}${second && rest ? ` ${rest} ${second[0]}` : ''}`;
}

/** A time of the cloud. */
export const when = (ms: number): Html => {
  const iso = new Date(ms).toISOString();
  return html`<time datetime="${iso}" class="nowrap">${iso.slice(0, 19).replace('T', ' ')}</time>`;
};

export const address = (view: string, id = ''): string => `/${view}${id && `/${encodeURIComponent(id)}`}`;

export const lastPart = (arn: string): string => arn.split(/[:/]/).at(-1) ?? arn;

/** `Campaign/Each influencer` of `arn:…:stateMachine:Campaign/Each influencer`. */
export const machineName = (arn: string): string => arn.split(':').at(-1) ?? arn;

const tones: Readonly<Record<string, string>> = {
  RUNNING: 'going',
  SUCCEEDED: 'good',
  FAILED: 'bad',
  TIMED_OUT: 'bad',
  ABORTED: 'bad',
};

export const status = (name: string): Html =>
  html`<span class="pill ${tones[name] ?? ''}">${name.toLowerCase().replaceAll('_', ' ')}</span>`;

/** JSON as a person reads it; text that is none stays as it is. */
export function readable(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value, null, 2) ?? '';
  try {
    return JSON.stringify(JSON.parse(value), null, 2);
  } catch {
    return value;
  }
}

/** Task tokens are credentials: none is ever shown. Ours are base64 of a JSON list that begins with an ARN. */
export const withoutTokens = (text: string): string =>
  text.replace(/WyJhcm46[\w-]{40,}/g, token => `(task token …${token.slice(-4)})`);

export const json = (value: unknown): Html =>
  html`<pre tabindex="0"><code>${withoutTokens(readable(value))}</code></pre>`;

/** A table that scrolls by itself where the page is narrow. */
export function table(caption: string, head: readonly Child[], rows: readonly (readonly Child[])[]): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table><thead><tr>${head.map(
    cell => html`<th scope="col">${cell}</th>`,
  )}</tr></thead><tbody>${rows.map(cells => html`<tr>${cells.map(cell => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>`;
}

/** A part of the page that follows what happens. */
export const live = (id: string, content: Child): Html => html`<div id="${id}" data-live>${content}</div>`;

export const nothing = (text: string): Html => html`<p class="muted">${text}</p>`;
