import { type Attributes, element, type Markup } from './svg.ts';

/** The first is there in pictures, where we bring the font file; the others are the reader's own. */
export const chartFont = "Inter, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans Devanagari', sans-serif";

export const chartTextSize = 13;

/** Mean width of a character of such fonts; no renderer is asked, so the margins are generous. */
const characterWidth = 0.58;

export const textWidth = (text: string, size = chartTextSize): number =>
  Array.from(text).length * size * characterWidth;

export const label = (text: string, x: number, y: number, fill: string, more: Attributes = {}): Markup =>
  element('text', { x, y, fill, 'font-size': chartTextSize, ...more }, text);

/** Cuts a label that would run into the picture. */
export function fitted(text: string, width: number): string {
  const room = Math.max(2, Math.floor(width / (chartTextSize * characterWidth)));
  const characters = Array.from(text);
  return characters.length <= room ? text : `${characters.slice(0, room - 1).join('')}…`;
}
