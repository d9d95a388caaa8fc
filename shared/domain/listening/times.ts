const CLOCK =
  '\\d{1,2}(?:[:.]\\d{2})?\\s?(?:am|pm|a\\.m\\.?|p\\.m\\.?|baje|बजे)|\\d{1,2}:\\d{2}(?:\\s?(?:ist|gmt|utc|est|pst|cet))?|noon';
const DAY =
  '(?:(?:on |this |next |coming )?(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|today|tomorrow|tmrw|kal|weekdays|weekends?)';
const LINK = '(?:\\s{0,2}(?:,|at|around|after|before|by|between|from|till|until|to|and|or|-|–|ist)){0,2}\\s{0,2}';
const TIME = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${DAY}${LINK}(?:${CLOCK}|\\d{1,2}\\b)?(?:${LINK}(?:${CLOCK}))?|(?:(?:between|from|after|before|around|at|by) )?(?:\\d{1,2}(?:${LINK}))?(?:${CLOCK})(?:${LINK}(?:${CLOCK}|${DAY}))?)(?![\\p{L}\\p{N}])(?:\\s?ist\\b)?`,
  'giu',
);

const MAX_TEXT = 4_000;
const MAX_TIMES = 10;

/** The times of day and weekdays in a text, as written: what they offer for a call. */
export const timesIn = (text: string): string[] =>
  [...new Set((text.slice(0, MAX_TEXT).match(TIME) ?? []).map(time => time.trim().replace(/[,\s]+$/, '')))].slice(
    0,
    MAX_TIMES,
  );
