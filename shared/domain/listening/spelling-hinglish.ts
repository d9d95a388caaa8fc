// How Hindi is typed in Latin letters: without vowels, with one for two, with "h" for "hai".

/** Short forms that mean nothing in English. */
const SHORT: Readonly<Record<string, string>> = {
  h: 'hai',
  hn: 'hain',
  nhi: 'nahi',
  nahin: 'nahi',
  nai: 'nahi',
  nahii: 'nahi',
  mje: 'mujhe',
  mjhe: 'mujhe',
  muje: 'mujhe',
  shi: 'sahi',
  taiyaar: 'taiyar',
  thik: 'theek',
  thk: 'theek',
  acha: 'accha',
  achha: 'accha',
  hun: 'hu',
  hoon: 'hu',
  bhjo: 'bhejo',
  skta: 'sakta',
  skti: 'sakti',
  skte: 'sakte',
  rha: 'raha',
  rhi: 'rahi',
  rhe: 'rahe',
  abi: 'abhi',
  thora: 'thoda',
  thori: 'thodi',
  chaiye: 'chahiye',
  chahie: 'chahiye',
  chaie: 'chahiye',
  chiye: 'chahiye',
  krenge: 'karenge',
  btao: 'batao',
  kese: 'kaise',
  kyo: 'kyu',
  kyon: 'kyu',
};

/** English words too, or nearly: Hindi only between Hindi words. */
const BESIDE_HINDI: readonly (readonly [RegExp, string])[] = [
  [/(?<=\p{L} )k(?= (?:baad|bad|liye|saath|sath|paas|pass|andar|upar|bare|hisab))/gu, 'ke'],
  [/(?<=(?:ke|iske|uske|hafte|mahine|din|shaadi|shadi|diwali|exam|exams) )bad(?![\p{L}])/gu, 'baad'],
  [/(?<![\p{L}])bad(?= (?:me|mein|main)(?![\p{L}]))/gu, 'baad'],
  [
    /(?<=(?:nahi|kya|kitna|kitne|kitni|theek|sahi|accha|interested|ready|busy|paid|raha|rahi|rahe|karna|karni|milta|done) )he(?![\p{L}])/gu,
    'hai',
  ],
];

/** What is meant by a short form, lower-case; undefined where it is none. */
export const hinglishShortForm = (word: string): string | undefined => SHORT[word];

/** Lower-case words with the forms spelled out that only their neighbours give away. */
export const spelledBesideHindi = (words: string): string =>
  BESIDE_HINDI.reduce((said, [form, meaning]) => said.replace(form, meaning), words);
