import type { Collaboration } from '../collaboration.ts';

/** The brand as posts may name it. */
export interface Named {
  readonly name: string;
  readonly profiles: readonly { readonly handle: string }[];
}

/** Whether a post carries the tracking link or the coupon of this collaboration. */
export function carriesTracking(
  text: string,
  links: readonly string[],
  { link, coupon }: Pick<Collaboration, 'link' | 'coupon'>,
): boolean {
  const caption = text.toLowerCase();
  const signs = [coupon, link?.code].filter(sign => sign !== undefined).map(sign => sign.toLowerCase());
  return signs.some(sign => caption.includes(sign) || links.some(address => address.toLowerCase().includes(sign)));
}

/** Whether a post names the brand: in words, as a hashtag, or by a profile. "Glow" is not in "glowing". */
export function namesBrand(text: string, { name, profiles }: Named): boolean {
  const handles = profiles.map(({ handle }) => escaped(handle.replace(/^@/, '')));
  const words = name.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  // "Meadow Botanics" is #MeadowBotanics and meadow-botanics too.
  const ways = [...handles, words.map(escaped).join('[^\\p{L}\\p{N}]{0,3}')].filter(Boolean);
  return ways.some(way => new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${way}(?![\\p{L}\\p{M}\\p{N}])`, 'iu').test(text));
}

const escaped = (words: string): string => words.replace(/[^\p{L}\p{M}\p{N}]/gu, sign => `\\${sign}`);
