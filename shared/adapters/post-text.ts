/** Posts keep this much of a text (see `Post.text`); verifying reads more. */
const shownCharacters = 500;
const readCharacters = 20_000;

export const shownText = (text: string): string => [...text.trim()].slice(0, shownCharacters).join('');
export const readText = (text: string): string => text.trim().slice(0, readCharacters);

/** Links that stand in a plain text, in order, each once. */
export function linksIn(text: string): string[] {
  const found = text.match(/https?:\/\/[^\s<>"'`{}|\\^]{1,2000}/gi) ?? [];
  return [...new Set(found.map(link => link.replace(/[.,;:!?)\]]+$/, '')))];
}
