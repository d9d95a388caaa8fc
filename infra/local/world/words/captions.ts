/**
 * What influencers write. `{a}` and `{b}` are two keywords of their niche, `{city}` their town, `{n}` a small number.
 * Three languages as Indian feeds mix them.
 */
export const captions = {
  en: [
    'Trying {a} for {n} weeks now and here is my honest take. Skip the hype, keep the routine.',
    'You asked, I answer: how I use {a} on busy mornings. Save this for later!',
    '{n} things nobody tells you about {a}. Number two surprised even me.',
    'Sunday reset in {city}: chai, a clean shelf and {a}. What does yours look like?',
    'Before and after {n} days of {b}. No filter, bad light, real results.',
    'I was wrong about {a}. Long caption, worth it. {b} did more for me than anything expensive.',
    'Budget edit: {a} under 500 rupees. Tell me your favourite in the comments.',
    'A reader from {city} asked about {b} in monsoon weather. Here is what works for me.',
    'My {a} mistakes so that you do not repeat them. {b} twice a day was one of them.',
    'Slow evening, candles, {b}. Small rituals keep me sane.',
    'Week {n} of the {a} challenge. Who is still with me?',
    'Tested on a {n}-hour flight: {a} and {b}. One of them stays in my bag.',
    'Explaining {a} like you are five. Then the nerdy version in the stories.',
    'Not a doctor, just someone who reads labels. Today: {b}.',
    'The {a} post that got me into this, {n} years later. We all start somewhere.',
    'Hot take: {b} is overrated, {a} is not. Fight me kindly.',
    'Market day in {city} and a long talk about {a} with the shop aunty.',
    'What is in my bag, honest edition. Yes, the {b} is nearly empty.',
  ],
  hinglish: [
    'Yaar {a} ka asli sach batau? {n} hafte mein fark dikhta hai, bas consistent raho.',
    'Aaj ka routine: pehle {b}, phir {a}. Itna simple hai, sach mein!',
    'Mummy kehti thi, hum sunte nahi the. {a} best hai, ab samajh aaya.',
    '{city} ki garmi mein {b} kaise karein? Poora video dekho aur save karlo.',
    'Paise bachao, {a} ghar pe try karo. {n} minute ka kaam hai.',
    'Kitne log poochte hain {a} ke baare mein, toh lo, honest review aa gaya!',
    'Shaadi season hai aur {b} miss mat karna. Trust me.',
    'Main bhi yehi galti karti thi {a} ke saath. Tum mat karna, theek hai?',
    'Sasta, achha, tikau: mera {b} wala jugaad. Comment mein batao tumhara.',
    'Bina filter, bina drama. {a} ke {n} din baad ka result.',
  ],
  hi: [
    'आज बात करते हैं {a} की। {n} दिन का अनुभव, पूरी सच्चाई के साथ।',
    '{city} की सुबह, अदरक वाली चाय और {b}। आपकी सुबह कैसी है?',
    'लोग पूछते हैं {a} कैसे चुनें? तीन आसान बातें, ध्यान से पढ़िए।',
    'दादी का नुस्खा और डॉक्टर की सलाह, दोनों साथ में: {b}।',
    'सच कहूँ तो {a} ने मेरी आदत बदल दी। आप भी आज़माइए।',
    'महँगा नहीं, सही चुनिए। {a} पर मेरी राय नीचे है।',
  ],
} as const;

export type CaptionLanguage = keyof typeof captions;

/** Niches of those who are not in the campaign's: their words must not look relevant. */
export const otherNiches: Readonly<Record<string, readonly string[]>> = {
  food: ['biryani', 'street food', 'dosa batter', 'filter coffee', 'millet recipes', 'tiffin ideas'],
  travel: ['road trip', 'backpacking', 'homestay', 'Spiti valley', 'train journeys', 'hidden beaches'],
  tech: ['budget phones', 'mechanical keyboards', 'smart watches', 'laptop setup', 'earbuds', 'app reviews'],
  fitness: ['deadlifts', 'morning run', 'yoga flow', 'protein breakfast', 'mobility work', 'home workout'],
  books: ['book haul', 'Indian authors', 'reading slump', 'poetry', 'second-hand books', 'bookshelf tour'],
  finance: ['index funds', 'SIP', 'tax saving', 'emergency fund', 'credit cards', 'budgeting'],
};
