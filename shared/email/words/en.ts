import type { Platform } from '#shared/domain/influencer.ts';

/**
 * Every word of the mails to influencers, in English. To add a language, write a file with the same keys and name it in
 * languages.ts; the compiler lists what is missing. Names, amounts and dates come in already formatted for the reader.
 */
const platformNames: Readonly<Record<Platform, string>> = {
  instagram: 'Instagram',
  youtube: 'YouTube',
  tiktok: 'TikTok',
  blog: 'blog',
};
const formatNames = { post: 'post', reel: 'reel', story: 'story', video: 'video', article: 'article' } as const;

export const en = {
  hello: (name: string) => `Hello ${name},`,
  regards: 'Warm regards,',
  platforms: platformNames,
  deliverable: (quantity: number, platform: Platform, format: keyof typeof formatNames) =>
    `${quantity} ${platformNames[platform]} ${
      quantity === 1 ? formatNames[format] : format === 'story' ? 'stories' : `${formatNames[format]}s`
    }`,

  footer: {
    writes: (sender: string, brand: string) => `${sender} writes to you for ${brand}.`,
    because: {
      'published-business-address': (handle: string, source: string, day: string) =>
        `You get this mail because this address was listed as the business contact of ${handle} (our source: ${source}, ${day}).`,
      consent: (handle: string, source: string, day: string) =>
        `You get this mail because you agreed to be written to about collaborations as ${handle} (our source: ${source}, ${day}).`,
      'earlier-collaboration': (handle: string, source: string, day: string) =>
        `You get this mail because we worked together before, as ${handle} (our source: ${source}, ${day}).`,
    },
    commercial: 'This is a commercial proposal.',
    unsubscribe: 'Do not write to me again',
  },

  terms: {
    title: 'What we offer',
    agreed: 'What we agreed',
    model: 'How it is paid',
    models: {
      fixed: 'A fixed fee',
      'per-sale': 'A share of each sale',
      'per-lead': 'An amount for each lead',
      mixed: 'A fixed fee and a share of results',
    },
    fee: 'Fee',
    ofWhich: { content: '– for the content', exclusivity: '– for exclusivity', 'usage-rights': '– for usage rights' },
    perSale: 'Per sale',
    perSaleShare: (percent: string) => `${percent} of every sale that comes through your link or code`,
    perSaleShort: (percent: string) => `${percent} of each sale`,
    perLead: 'Per lead',
    perLeadShort: (amount: string) => `${amount} for each lead`,
    perLeadAmount: (amount: string) => `${amount} for every lead that comes through your link`,
    product: 'Product',
    exclusivity: 'Exclusivity',
    exclusiveFor: (days: number) => `${days} ${days === 1 ? 'day' : 'days'} without posts for our direct competitors`,
    notExclusive: 'None: you stay free to work with anyone',
    usage: 'Use of your content',
    make: 'What you would make',
    publish: 'Published',
  },

  invitation: {
    subject: (brand: string, name: string) => `${brand} would like to work with you, ${name}`,
    preview: (campaign: string, fee: string) => `${campaign}: ${fee}, and a short call if you like.`,
    title: (brand: string) => `A collaboration with ${brand}`,
    intro: (sender: string, brand: string) => `I am ${sender} and I look after collaborations at ${brand}.`,
    introRole: (sender: string, role: string, brand: string) =>
      `I am ${sender} (${role}) and I look after collaborations at ${brand}.`,
    becausePost: (post: string, platform: string, day: string) =>
      `I am writing because of something you published on ${platform} on ${day}: “${post}”. It is close to what we are planning.`,
    becauseTopic: (topic: string, platform: string) =>
      `I am writing because you publish about ${topic} on ${platform}, which is what our next campaign is about.`,
    campaign: (campaign: string, from: string, to: string) =>
      `We are preparing a campaign called “${campaign}”. It runs from ${from} to ${to}, and we would like you to be part of it.`,
    aims: 'What we want to achieve',
    asks: 'It would help us to know',
    ask: {
      call: (minutes: string) =>
        `whether you have ${minutes} minutes for a call, and which of the times below suits you`,
      callNoSlots: 'whether you would like a short call',
      results: 'two or three past collaborations and what they brought (reach, clicks or sales)',
      model: 'how you like to work: a fixed fee, a share of sales, or product',
      exclusivity: 'whether you are under an exclusivity agreement at the moment',
    },
    slots: 'Times we could talk',
    slotsZone: (zone: string) => `Shown in your time (${zone}).`,
    button: 'See the offer and answer',
    reply: 'You can answer on that page or simply reply to this mail. A “no, thank you” is a good answer too.',
  },

  followUp: {
    preview: (brand: string) => `A short reminder about the offer from ${brand}.`,
    first: (brand: string, day: string) =>
      `On ${day} I wrote to you about working with ${brand}. Mails get lost, so here it is once more, briefly.`,
    firstAsk: (campaign: string, fee: string) =>
      `The campaign is “${campaign}” and our offer is ${fee}. Would you tell me if it interests you? One word is enough.`,
    second: (campaign: string) =>
      `This is my last mail about “${campaign}”. If it is not for you, you need not do anything and I will not write about it again.`,
    secondAsk: 'If it might be, everything is on one page:',
    button: 'See the offer and answer',
  },

  answer: {
    preview: (brand: string) => `An answer from ${brand}.`,
    offer: 'Our offer now',
    button: 'See the offer and answer',
    counter: (asked: string, offered: string) =>
      `Thank you for naming your price. ${asked} is more than we can pay for this campaign, but we can meet you at ${offered}.`,
    counterAsk: 'If that works for you, simply answer “yes” or accept on the page below.',
    call: 'Gladly, let us talk. Please pick a time that suits you on the page below; you get an invitation for it at once.',
    callBooked: (slot: string) => `Our call is booked: ${slot}. The invitation for your calendar is attached.`,
    callOff: (slot: string) => `Our call is off: ${slot}. The attached file takes it out of your calendar.`,
  },

  brief: {
    subject: (brand: string, campaign: string) => `Your brief for ${campaign} with ${brand}`,
    preview: (from: string, to: string) => `Please confirm the brief. Publish between ${from} and ${to}.`,
    title: 'Your brief',
    thanks: (brand: string) =>
      `Thank you for working with ${brand}. Here is everything you need in one place. Please read it and confirm, or tell us what does not fit.`,
    about: 'What it is about',
    objectives: 'What we want to achieve',
    deliverables: 'What you make, and when',
    make: 'You make',
    publish: 'You publish',
    keyMessages: 'What people should remember',
    dos: 'Please do',
    donts: 'Please avoid',
    disclosure: 'Advertising label',
    disclosureRule: (label: string) =>
      `Start the caption or title with ${label}. It must be visible without opening “more”, and not only in a group of hashtags, in your profile or at the end.`,
    disclosurePicture: 'On a picture or story without text, put the label on the picture itself.',
    disclosureVideo:
      'In a video, show it for at least 3 seconds (up to 15 seconds long), for a third of the time (up to 2 minutes), or for as long as the brand is shown (longer videos). Also use the platform’s own “paid partnership” switch.',
    disclosureLaw: {
      asci: 'This follows the rules of the Advertising Standards Council of India.',
      ftc: 'This follows the rules of the US Federal Trade Commission.',
      both: 'This follows the rules of the Advertising Standards Council of India and the US Federal Trade Commission.',
    },
    link: 'Your link',
    linkHint: 'Please use exactly this link; sales and visits through it are counted for you.',
    coupon: 'Your code',
    couponHint: (percent: string) => `Gives your followers ${percent} off.`,
    contact: 'Questions',
    contactHint: (sender: string) => `Reply to this mail; it reaches ${sender}.`,
    confirm: 'Confirm the brief',
    confirmHint: 'On the same page you hand in the address of your post once it is published.',
  },

  briefReminder: {
    subject: (campaign: string) => `Please confirm your brief for ${campaign}`,
    preview: (from: string) => `Publishing starts on ${from}.`,
    body: (day: string, campaign: string) =>
      `On ${day} we sent you the brief for “${campaign}”. We have not heard yet whether it works for you.`,
    ask: (from: string, to: string) =>
      `The post is due between ${from} and ${to}. Please have a look and confirm, or tell us what we should change.`,
    button: 'Read and confirm the brief',
  },

  draft: {
    title: 'Your draft',
    rule: (days: number) =>
      `Please show us a draft before you publish, within ${days} ${days === 1 ? 'day' : 'days'} of confirming: the video, picture or text, as a link or in words. You hand it in on the page of your brief, or by replying to this mail.`,
    wait: 'Please publish only once we have approved it.',
    subject: (campaign: string) => `Your draft for ${campaign}`,
    preview: 'Please show us the draft before you publish.',
    before: (campaign: string, day: string) =>
      `A friendly reminder: we would like to see your draft for “${campaign}” by ${day}.`,
    after: (campaign: string, day: string) =>
      `Your draft for “${campaign}” was due on ${day} and has not reached us yet.`,
    againReminder: (campaign: string, day: string) =>
      `We asked for some changes to your draft for “${campaign}”, by ${day}, and are waiting for the new version.`,
    how: 'A link (Google Drive, Dropbox, an unlisted video) or the text itself is enough. Hand it in on the page below, or reply to this mail.',
    notYet:
      'Please publish only once we have approved it. If something is in the way, tell us and we will find a solution.',
    button: 'Hand in the draft',
    changesSubject: (campaign: string) => `Changes to your draft for ${campaign}`,
    changesPreview: 'Thank you. A few things should change before you publish.',
    changes: (campaign: string) =>
      `Thank you for your draft for “${campaign}”. Before you publish we would like you to change something:`,
    changesBy: (day: string) =>
      `Please send us the new version by ${day}, on the page below or by replying to this mail.`,
    approvedSubject: (campaign: string) => `Your draft for ${campaign} is approved`,
    approvedPreview: 'You can publish it.',
    approved: (campaign: string) => `Thank you: your draft for “${campaign}” is approved.`,
    publishBy: (to: string) => `Please publish it by ${to}, then give us the address of the post.`,
    publishNow: 'Please publish it in the next days, then give us the address of the post.',
  },

  postReminder: {
    subject: (campaign: string, to: string) => `Your post for ${campaign}, due by ${to}`,
    preview: (to: string) => `Publish by ${to}, then send us the address.`,
    before: (campaign: string, to: string) =>
      `A friendly reminder: your post for “${campaign}” should be out by ${to}.`,
    after: (campaign: string, to: string) =>
      `Your post for “${campaign}” was due by ${to} and we could not find it yet.`,
    ask: 'Once it is published, please give us its address. If something is in the way, reply to this mail and we will find a solution.',
    label: (label: string) => `Remember to start with ${label} and to use your own link.`,
    button: 'Hand in the post',
  },

  dataRequest: {
    subject: (campaign: string) => `About your work, for ${campaign}`,
    preview: 'Past collaborations and your numbers.',
    ask: (campaign: string) =>
      `Before we agree on “${campaign}” we would like to know a little more about your work: past collaborations, and what they brought (reach, saves, clicks or sales). Screenshots of your insights are fine.`,
    remind: (campaign: string) =>
      `We asked about your past collaborations and numbers for “${campaign}” and have not heard from you yet. A few lines are enough.`,
    how: 'Fill in the short form, or reply to this mail. Leave out what you would rather keep to yourself.',
    button: 'Tell us about your work',
  },

  thanks: {
    subject: (campaign: string) => `Thank you: your post for ${campaign} is checked`,
    preview: 'Everything is in order.',
    body: (campaign: string) =>
      `We have seen your post for “${campaign}” and everything is in order. Thank you for the good work.`,
    post: 'Your post',
    fee: 'Your fee',
    feeAfter: (day: string) => `We settle after the campaign ends on ${day}; sales through your link count until then.`,
    keep: 'Please keep the post online and its advertising label in place until then.',
  },
};

export type Words = typeof en;
