/**
 * Words of Indic scripts as people type them in Latin letters ("त्वचा": tvacha, twacha). The nine scripts from Devanagari to
 * Malayalam stand in Unicode in the order of ISCII, 128 places each, so one table by place serves them all.
 */

const firstScript = 0x0900;
const lastScript = 0x0d7f;

const vowels: Readonly<Record<number, string>> = {
  ...{
    5: 'a',
    6: 'aa',
    7: 'i',
    8: 'ee',
    9: 'u',
    10: 'oo',
    11: 'ri',
    14: 'e',
    15: 'e',
    16: 'ai',
    18: 'o',
    19: 'o',
    20: 'au',
  },
};
const signs: Readonly<Record<number, string>> = {
  ...{
    62: 'aa',
    63: 'i',
    64: 'ee',
    65: 'u',
    66: 'oo',
    67: 'ri',
    70: 'e',
    71: 'e',
    72: 'ai',
    74: 'o',
    75: 'o',
    76: 'au',
  },
  ...{ 69: 'e', 73: 'o', 77: '' },
};
const consonants: Readonly<Record<number, string>> = {
  ...{ 21: 'k', 22: 'kh', 23: 'g', 24: 'gh', 25: 'n', 26: 'ch', 27: 'chh', 28: 'j', 29: 'jh', 30: 'n' },
  ...{ 31: 't', 32: 'th', 33: 'd', 34: 'dh', 35: 'n', 36: 't', 37: 'th', 38: 'd', 39: 'dh', 40: 'n', 41: 'n' },
  ...{ 42: 'p', 43: 'ph', 44: 'b', 45: 'bh', 46: 'm', 47: 'y', 48: 'r', 49: 'r', 50: 'l', 51: 'l', 52: 'l', 53: 'v' },
  ...{ 54: 'sh', 55: 'sh', 56: 's', 57: 'h' },
};
const nasals: Readonly<Record<number, string>> = { 1: 'n', 2: 'n', 3: 'h' };

/** Scripts whose spoken words drop the vowel of the last consonant: Devanagari, Bengali, Gurmukhi, Gujarati. */
const dropsLastVowel = (code: number): boolean => code < 0x0b00;

/** The spellings that are common for one word; none where a letter is of no Indic script. */
export function romanised(word: string): readonly string[] {
  let plain = '';
  let last = 0;
  for (let index = 0; index < word.length; index += 1) {
    const code = word.charCodeAt(index);
    if (code < firstScript || code > lastScript) return [];
    const place = (code - firstScript) & 127;
    const consonant = consonants[place];
    const sound = consonant ?? vowels[place] ?? signs[place] ?? nasals[place];
    if (sound === undefined) return [];
    const next = (word.charCodeAt(index + 1) - firstScript) & 127;
    const isBare = consonant !== undefined && signs[next] === undefined;
    plain += sound + (isBare ? 'a' : '');
    last = isBare ? code : 0;
  }
  return spellings(last !== 0 && dropsLastVowel(last) ? plain.slice(0, -1) : plain);
}

/** Where people differ: long vowels single or double, v or w, chh or ch, ph or f. */
const choices: readonly (readonly [RegExp, string])[] = [
  [/aa$/, 'a'],
  [/aa/g, 'a'],
  [/ee/g, 'i'],
  [/oo/g, 'u'],
  [/v/g, 'w'],
  [/chh/g, 'ch'],
  [/ph/g, 'f'],
];

/** Long words have dozens; the first are the likeliest. */
const mostSpellings = 16;

function spellings(plain: string): readonly string[] {
  let all = [plain];
  for (const [pattern, other] of choices) all = [...new Set(all.flatMap(form => [form, form.replace(pattern, other)]))];
  return all.slice(0, mostSpellings);
}
