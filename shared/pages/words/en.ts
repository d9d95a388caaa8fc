/** Every word of the influencer's pages, in English. The words for terms and briefs are those of the mails. */
export const en = {
  hello: (name: string) => `Hello ${name}`,
  writes: (brand: string, address: string) => `${brand}, ${address}`,
  answerByMail: 'You can also simply reply to our mail.',
  optional: '(optional)',
  send: 'Send',

  offer: {
    title: (brand: string) => `An offer from ${brand}`,
    lead: (campaign: string, dates: string) =>
      `For the campaign “${campaign}”, ${dates}. Look through it in your own time and answer in the way that suits you.`,
    aims: 'What we want to achieve',
    answer: 'Your answer',
    accept: 'Accept the offer',
    acceptHint: 'We then send you the brief. You can still ask questions after that.',
    counter: 'Propose another fee',
    amount: (currency: string) => `Your fee for all of it, in ${currency}`,
    amountHint: 'For example 18,000',
    note: 'Anything we should know',
    question: 'Ask a question',
    questionLabel: 'Your question',
    call: 'Book a call',
    callLabel: (zone: string) => `Times, in your time zone (${zone})`,
    callButton: 'Book this time',
    callBooked: (slot: string) => `Our call: ${slot}. To move it, choose another time.`,
    callOffButton: 'Call it off',
    bookingLink: 'Choose a time in our calendar',
    details: 'Tell us about your work',
    detailsHint: 'It helps us to make a fitting offer. Leave out what you do not want to say.',
    caseStudies: 'Past collaborations (a link or a few words each)',
    numbers: 'What they brought: reach, clicks, sales',
    model: 'How do you like to work?',
    models: {
      fixed: 'For a fixed fee',
      'per-sale': 'For a share of each sale',
      mixed: 'A smaller fee and a share',
      product: 'For the product',
    },
    exclusivity: 'Are you under an exclusivity agreement, and for what?',
    rate: 'Your usual rate',
    decline: 'No, thank you',
    because: 'Would you tell us why?',
    reasons: {
      fee: 'The fee is too low',
      time: 'I have no time in that period',
      fit: 'The product does not fit me',
      exclusive: 'I am bound to another brand',
      other: 'Another reason',
    },
    declineHint: 'We will not write to you about this campaign again.',
    declineButton: 'Decline the offer',
    standing: {
      accepted: 'You have accepted this offer. The brief is on its way to you by mail.',
      declined: 'You have declined this offer. If that was a mistake, reply to our mail.',
      over: 'This offer has ended. If you would still like to work with us, reply to our mail.',
    },
    brief: 'Open the brief',
  },

  done: {
    accepted: { title: 'Agreed, thank you', text: 'We send you the brief by mail. It has everything you need.' },
    declined: { title: 'Thank you for telling us', text: 'We will not write to you about this campaign again.' },
    countered: { title: 'We have your proposal', text: 'You get our answer by mail, usually within a working day.' },
    asked: { title: 'We have your question', text: 'You get our answer by mail, usually within a working day.' },
    told: { title: 'Thank you', text: 'That helps us. You hear from us by mail.' },
    booked: { title: 'The call is booked', text: 'You get an invitation for your calendar by mail.' },
    'called-off': { title: 'The call is off', text: 'It goes out of your calendar, too. You can choose another time.' },
    confirmed: {
      title: 'The brief is confirmed',
      text: 'Good luck with it. Hand in the address of your post here once it is out.',
    },
    confirmedWithDraft: {
      title: 'The brief is confirmed',
      text: 'Good luck with it. Please show us a draft before you publish: you hand it in on the page of the brief.',
    },
    draftHandedIn: {
      title: 'Thank you for your draft',
      text: 'We look at it and answer by mail. Please wait with publishing until then.',
    },
    handedIn: { title: 'Thank you for your post', text: 'We look at it now and write to you if anything is missing.' },
    back: 'Back to the page',
  },

  brief: {
    title: 'Your brief',
    lead: (campaign: string, brand: string) => `“${campaign}” for ${brand}: everything in one place.`,
    confirm: 'Confirm the brief',
    confirmHint: 'It means that you have read it and that the dates work for you.',
    question: 'Something does not fit? Tell us',
    post: 'Hand in your post',
    postLabel: 'Address of the published post',
    postHint: 'For example https://www.instagram.com/reel/…',
    postButton: 'Hand in',
    standing: {
      confirmed: 'You have confirmed this brief.',
      published: 'We have your post and are checking it.',
      verified: 'Your post is checked and everything is in order. Thank you.',
      over: 'This collaboration has ended.',
    },
    yourPost: 'Your post',
  },

  draft: {
    title: 'Your draft',
    standing: {
      asked: (day: string) => `Before you publish, please show us a draft by ${day}. A link, the text, or both.`,
      'handed-in': (_day: string) =>
        'We have your draft and answer by mail. Please publish only once we have approved it.',
      'changes-asked': (day: string) =>
        `We would like you to change something. Please hand in the new version by ${day}.`,
      approved: (_day: string) => 'Your draft is approved: you can publish. Then give us the address of the post.',
    },
    yours: 'You handed in',
    again: 'Hand in another version',
    published: 'It is published already',
    linkLabel: 'Link to the draft (optional)',
    linkHint: 'Google Drive, Dropbox, an unlisted video: somewhere we can open it without asking you.',
    textLabel: 'Text, or anything we should know (optional)',
    button: 'Hand in the draft',
  },

  connect: {
    link: 'Connect your TikTok account',
    hint: 'It lets us see your public videos and their counts, and nothing else. You can end it at any time in TikTok.',
    again: 'Try again',
    accounts: (found: string, wanted: string) => `@${found || '?'} ≠ @${wanted}`,
    connected: {
      title: 'Your account is connected',
      text: 'Thank you. We now see your public videos and their counts, and nothing else.',
    },
    other: {
      title: 'This is another account',
      text: 'Please log in to TikTok with the account that we wrote to you about, and allow us to see its name.',
    },
    denied: { title: 'Nothing was connected', text: 'That is fine. You can still answer us, and connect later.' },
    failed: { title: 'TikTok did not answer', text: 'Nothing was connected. Please try again in a few minutes.' },
  },

  unsubscribe: {
    title: 'Do you want no more mail from us?',
    text: (brand: string) =>
      `Press the button and ${brand} will not write to this address again, in this or any later campaign.`,
    button: 'Do not write to me again',
    doneTitle: 'Done',
    doneText: (brand: string) => `${brand} will not write to this address again.`,
    doneHint: 'If an agreement between us is still running, a person will find another way to talk to you.',
  },

  trouble: {
    expired: { title: 'This link has expired', text: 'Reply to our last mail and we will send you a new one.' },
    invalid: {
      title: 'This link does not work',
      text: 'It may have been cut off on its way. Open it from the mail again, or reply to that mail.',
    },
    failed: {
      title: 'Something went wrong on our side',
      text: 'Nothing was saved. Please try again in a few minutes, or reply to our mail.',
    },
  },

  problems: {
    title: 'Please have a look at this',
    amount: 'Please write an amount, for example 18,000.',
    text: 'Please write a few words.',
    slot: 'This time is no longer free. Please choose another one.',
    url: 'Please give the full address of the post, starting with https://.',
    draft: 'Please give a link that starts with https://, or write the text below.',
    changed: 'The offer changed while this page was open. Please read it again before you accept.',
  },
};

export type PageWords = typeof en;
