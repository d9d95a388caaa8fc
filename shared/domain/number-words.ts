// Numbers written out, in English, Hindi and Hindi in Latin letters: "fifteen thousand", "two and a half lakh", "dedh lakh".

const ENGLISH = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
];
const HINDI = [
  'shunya|शून्य',
  'ek|एक',
  'do|दो',
  'teen|tin|तीन',
  'char|chaar|चार',
  'panch|paanch|पांच|पाँच',
  'che|chhe|chah|छह|छः|छे',
  'saat|सात',
  'aath|aanth|आठ',
  'nau|नौ',
  'das|दस',
  'gyarah|gyara|ग्यारह',
  'barah|bara|baarah|बारह',
  'terah|tera|तेरह',
  'chaudah|चौदह',
  'pandrah|pandra|पंद्रह|पन्द्रह',
  'solah|सोलह',
  'satrah|सत्रह',
  'atharah|athara|अठारह',
  'unnis|unnees|उन्नीस',
  'bis|bees|बीस',
];
const ROUND: Readonly<Record<string, number>> = {
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  'pachis|pachees|पच्चीस': 25,
  'tis|tees|तीस': 30,
  'paintis|paintees|पैंतीस': 35,
  'chalis|chaalis|chalees|चालीस': 40,
  'paintalis|पैंतालीस': 45,
  'pachas|pachaas|पचास': 50,
  'saath|sath|साठ': 60,
  'sattar|सत्तर': 70,
  'assi|अस्सी': 80,
  'nabbe|नब्बे': 90,
  // One and a half and two and a half have words of their own in Hindi.
  'dedh|dedhh|derh|डेढ़': 1.5,
  'dhai|dhaai|adhai|ढाई': 2.5,
  half: 0.5,
  'a|an': 1,
  couple: 2,
};
const SCALES: Readonly<Record<string, number>> = {
  'hundred|sau|सौ': 100,
  'thousand|thousands|grand|hazar|hazaar|hajar|hajaar|हज़ार|हजार': 1e3,
  'lakh|lakhs|lac|lacs|लाख': 1e5,
  'million|millions': 1e6,
  'crore|crores|करोड़': 1e7,
  billion: 1e9,
};

const spread = (words: readonly (readonly [string, number])[]): Map<string, number> =>
  new Map(
    words.flatMap(([names, value]) =>
      names
        .normalize('NFC')
        .split('|')
        .map(name => [name, value] as const),
    ),
  );

const UNITS = spread([
  ...ENGLISH.map((name, value) => [name, value] as const),
  ...HINDI.map((names, value) => [names, value] as const),
  ...Object.entries(ROUND),
]);
const SCALE = spread(Object.entries(SCALES));

const longestFirst = (words: Iterable<string>): string => [...words].toSorted((a, b) => b.length - a.length).join('|');
const UNIT = longestFirst(UNITS.keys());
const SCALE_WORD = longestFirst(SCALE.keys());
const EDGE = '(?<![\\p{L}\\p{M}\\p{N}])';
const END = '(?![\\p{L}\\p{M}\\p{N}])';
const GAP = '(?:\\s{1,2}and a half\\s{1,2}|\\s{1,2}(?:and|of|aur)\\s{1,2}|[\\s-]{1,2}a[\\s-]{1,2}|[\\s-]{1,2})';
const UNIT_RUN = `(?:(?:s[aā]+dhe|साढ़े)\\s)?(?:${UNIT})${END}(?:[\\s-](?:${UNIT})${END})?`;
const PART = `${UNIT_RUN}${GAP}(?:${SCALE_WORD})${END}(?:\\s(?:${SCALE_WORD})${END})?`;

/** Only what ends in a scale is a number for sure: "one reel" and "do it" are none. */
const WRITTEN = new RegExp(`${EDGE}${PART}(?:[\\s,]{1,2}(?:and )?(?:${PART}|${UNIT_RUN}(?=\\s|$)))?`, 'giu');

/** The scales of a run, largest last: "two hundred thousand" is 200 times 1000. */
function amountOf(written: string): number {
  let total = 0;
  let part = 0;
  for (const word of written.toLowerCase().split(/[\s,-]+/)) {
    const scale = SCALE.get(word);
    if (scale !== undefined) {
      part = (part || 1) * scale;
      // A hundred may still be multiplied; whatever is larger ends its part.
      if (scale > 100) {
        total += part;
        part = 0;
      }
    } else if (/^(?:s[aā]+dhe|साढ़े)$/u.test(word)) part += 0.5;
    else if (word === 'half' && part >= 1) part += 0.5;
    else if (word === 'couple') part = 2;
    else if (!(part > 0 && /^an?$/.test(word))) part += UNITS.get(word) ?? 0;
  }
  return total + part;
}

const asDigits = (value: number): string =>
  value >= 1000 && value % 100 === 0 ? `${value / 1000} thousand` : `${value}`;

/** "Do thousand" is a verb before its object; "do hazar" is two thousand. */
const isVerb = (written: string): boolean => /^do\s(?!hazar|hazaar|hajar|hajaar|lakh|lac|crore|sau)/i.test(written);

/** The text with its written numbers in digits: "forty thousand rupees" becomes "40 thousand rupees". */
export const withDigits = (text: string): string =>
  text.normalize('NFC').replace(WRITTEN, written => (isVerb(written) ? written : asDigits(amountOf(written))));

/** The number that a whole text writes out, or undefined: "two thousand". */
export function writtenNumber(text: string): number | undefined {
  const tidy = text.normalize('NFC').trim();
  return [...tidy.matchAll(WRITTEN)].some(([whole]) => whole === tidy) ? amountOf(tidy) : undefined;
}
