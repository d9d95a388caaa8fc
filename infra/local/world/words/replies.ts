/**
 * What influencers write back. `{name}` is who wrote to them, `{ask}` an amount, `{until}` a day, `{url}` their post,
 * `{me}` their own first name.
 */
export const replies = {
  accepts: [
    "Hi {name}! Thank you for reaching out. This sounds lovely, I'm in. Please send me the brief.\n\n{me}",
    'Hello {name},\n\nYes, happy to work with you on this. The fee works for me. What are the next steps?\n\nRegards\n{me}',
    'Hii, haan ji bilkul! I would love to collaborate. Brief bhej dijiye please 😊',
    "Yes! I've used your products before and my audience will like this. Count me in.\n\nBest,\n{me}",
    "Sure, let's do it. Deal.",
  ],
  haggles: [
    'Hi {name}, thanks for writing. I like the brand. My charges for a reel are {ask}. Can you do {ask}?\n\n{me}',
    'Hello,\n\nI usually take {ask} for this kind of content. If you can do that, I am happy to start.\n\n{me}',
    'Hey! Interested, but budget thoda kam hai. Can you do {ask}?',
    'Thank you for the offer. For one reel and a story my rate is {ask}. Let me know.\n\nRegards\n{me}',
  ],
  asks: [
    'Hi {name}, sounds interesting. Do I have to show my face in the video, and how long can you use it in ads?\n\n{me}',
    'Hello! Before I say anything: which products is it about, and are they cruelty free?',
    'Hi, kya aap product bhejenge pehle? And when would the payment be made?\n\n{me}',
  ],
  'wants-call': [
    'Hi {name}, could we talk on the phone first? Any evening after 5 works for me.\n\n{me}',
    'Sounds good, can we do a quick call this week? I have some questions.',
  ],
  postpones: [
    'Hi {name}, I am busy with exams right now. Can you write to me again after {until}?\n\n{me}',
    'Hey, travelling at the moment. Please get back to me on {until}.',
  ],
  declines: [
    'Hi {name}, thank you, but I am not taking paid collaborations at the moment. All the best!\n\n{me}',
    "Hello, thanks for thinking of me. It's not a fit for my page, so I have to pass.",
    'Not interested, thanks.',
  ],
  tooLittle: [
    'Thanks for trying, but that is too low for me. I will pass this time.\n\n{me}',
    "I understand, but I can't do it for that. All the best with the campaign!",
  ],
  unsubscribes: ['Please remove me from your list.', 'Unsubscribe'],
  confirms: [
    'Hi {name}, got the brief, all clear. I confirm. Will post in the given dates.\n\n{me}',
    'Read the brief, looks good. Confirmed!',
  ],
  drafts: [
    "Hi {name}, here's my draft: {url}\nLet me know what you think.\n\n{me}",
    'Draft is ready, please have a look: {url}',
    'Hello,\n\nplease find the first cut here {url}\n\nRegards\n{me}',
  ],
  posted: [
    "Hi {name}, it's live! Here is the link: {url}\n\n{me}",
    'Posted today 🎉 {url}',
    'Hello,\n\nplease find the post here: {url}\n\nRegards\n{me}',
  ],
  vacation: [
    'Hello,\n\nI am out of office until {until} with limited access to e-mail. I will answer when I am back.\n\n{me}',
    'Thank you for your e-mail. I am travelling and will be back on {until}. For urgent matters please DM me.',
  ],
} as const;

export type ReplyKind = keyof typeof replies;
