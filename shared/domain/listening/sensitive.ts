const edge = (words: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${words})(?![\\p{L}\\p{M}\\p{N}])`, 'giu');

// A person answers these, never a rule.
const SENSITIVE: readonly RegExp[] = [
  edge(
    'lawyers?|legal (?:action|notice|team|counsel|proceedings|advice)|advocate|attorney|solicitor|sue|suing|court|police|cyber ?crime|cyber ?cell|(?:file|lodge|register)(?:d|ing)? (?:an? |the )?fir|complaint|defamation|gdpr|dpdp|data protection|privacy (?:law|violation)|consumer forum|copyright|trademark|कानूनी|वकील|पुलिस',
  ),
  // A police report in India; in small letters it is mostly the Hindi "then".
  /(?<![\p{L}\p{M}\p{N}])FIR(?![\p{L}\p{M}\p{N}])/gu,
  edge(
    'scam(?:mers?|ming)?|fraud(?:sters?|ulent)?|cheat(?:ed|ers?|ing)?|spam(?:mers?|ming)?|harass(?:ing|ment|ed)?|disgust(?:ing|ed)|how dare|shame(?:ful|less)?(?: on you)?|ridiculous|insult(?:ing|ed)?|pathetic|furious|angry|outrage(?:d|ous)|unprofessional|sick of|fed up|exploit(?:ing|ation|ed)?|never paid|not been paid|payment (?:is )?(?:still )?pending|dhokha|bakwas|bewakoof|pagal|धोखा|बकवास',
  ),
  edge(
    'fuck\\w*|shit\\w*|bullshit|asshole|bastards?|bitch|wtf|bloody|idiots?|stupid|moron|chutiya|madarchod|bhenchod|bc|mc',
  ),
  edge(
    'journalists?|reporter|newspaper|press (?:release|coverage|inquiry)|media house|expos[eé](?:d|ing)?|go public|screenshots?|call(?:ing)? (?:you|this) out|public(?:ly)? (?:post|share|shame)',
  ),
  edge(
    'suicid\\w*|kill (?:you|myself)|death threat|threat(?:en|ening|s)?|under ?age|minor child|(?:passed away|died|demise|funeral)',
  ),
];

const MAX_TEXT = 8_000;

/** The words in a text that want a person: law, anger, abuse, press, grief. Each once, in lower case. */
export function sensitiveWordsIn(text: string): string[] {
  const words = SENSITIVE.flatMap(pattern => text.slice(0, MAX_TEXT).match(pattern) ?? []);
  return [...new Set(words.map(word => word.toLowerCase()))];
}
