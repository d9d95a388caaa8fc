/** The two regimes that a caption can be held to. */
export type DisclosureRegime = 'asci' | 'ftc';

const both: readonly DisclosureRegime[] = ['asci', 'ftc'];
const asci: readonly DisclosureRegime[] = ['asci'];

/**
 * Words that disclose, and who accepts them. ASCI's list: Advertisement, Ad, Sponsored, Collaboration, Partnership, Employee, Free
 * gift, in English or the language of the advertisement. The FTC refuses #spon, #ee, #partner, and takes "collab" for
 * friendship rather than money. An empty list marks words that are meant as a disclosure and accepted by nobody.
 */
export const labels: ReadonlyMap<string, readonly DisclosureRegime[]> = new Map([
  ...['ad', 'ads', 'advert', 'advertisement', 'advertising', 'advertorial', 'sponsored'].map(word => entry(word, both)),
  ...['paid ad', 'paid advertisement', 'paid partnership', 'paid promotion', 'paid collaboration', 'paid collab'].map(
    word => entry(word, both),
  ),
  ...['sponsored post', 'sponsored ad', 'sponsored content', 'paid post'].map(word => entry(word, both)),
  ...['collaboration', 'collab', 'partnership', 'employee', 'free gift'].map(word => entry(word, asci)),
  // The same words in Indian languages: Hindi and Marathi, Bengali, Tamil, Telugu, Kannada, Malayalam, Gujarati, Punjabi, Urdu.
  ...['विज्ञापन', 'प्रायोजित', 'जाहिरात', 'বিজ্ঞাপন', 'விளம்பரம்', 'ప్రకటన', 'ಜಾಹೀರಾತು', 'പരസ്യം'].map(word =>
    entry(word, asci),
  ),
  ...['જાહેરાત', 'ਇਸ਼ਤਿਹਾਰ', 'اشتہار'].map(word => entry(word, asci)),
  ...['spon', 'sp', 'ee', 'partner', 'ambassador', 'gifted'].map(word => entry(word, [])),
]);

function entry(word: string, regimes: readonly DisclosureRegime[]): [string, readonly DisclosureRegime[]] {
  return [word, regimes];
}

/** Sentences that disclose without a label. */
export const sentences: readonly { readonly pattern: RegExp; readonly regimes: readonly DisclosureRegime[] }[] = [
  {
    pattern:
      /\bthis\s+(?:(?:post|video|reel|story|content)\s+)?(?:is|was)\s+(?:an?\s+)?(?:paid\s+)?(?:ad|advert|advertisement|sponsored)\b/giu,
    regimes: both,
  },
  { pattern: /\bsponsored\s+by\b/giu, regimes: both },
  { pattern: /\bpaid\s+(?:partnership|collaboration|promotion|ad|advertisement)\b/giu, regimes: both },
  { pattern: /\bin\s+(?:partnership|collaboration)\s+with\b/giu, regimes: asci },
];
