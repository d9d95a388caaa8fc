import type { OwnOutreach } from '#shared/operations/own-letter.ts';

/** What a brand may say in its own words; Liquid, with a choice where we hold a post of theirs. */
export const sampleOwnWords: OwnOutreach = {
  messages: {
    invitation: {
      language: 'en',
      subject: '{{ name }}, {{ brand.name }} would like to work with you',
      text: `I am {{ sender.name }} of {{ brand.name }}. {% if post %}I saw your “{{ post }}” on {{ platform }} and read it twice.{% elsif topic %}You write about {{ topic }} the way we talk about it in the lab.{% else %}A friend of the house showed me {{ handle }}.{% endif %}

We have a new cream for the cold months and would love to hear what your skin says to it. For {{ campaign.name }}, from {{ campaign.starts }} to {{ campaign.ends }}, we offer {{ offer }}.`,
    },
    'follow-up': {
      language: 'en',
      text: 'I know how full an inbox is in this season, {{ name }}. {{ campaign.name }} still has a place for you: {{ offer }}. A yes, a no or a question all help.',
    },
    brief: {
      language: 'en',
      text: 'How good that you are in, {{ name }}! Here is all of it in one place. Take what suits you.',
    },
    'brief-reminder': {
      language: 'en',
      text: 'A word that the brief reached you, {{ name }}, and we send the parcel.',
    },
    'draft-reminder': {
      language: 'en',
      text: 'We look forward to your draft, {{ name }}. A rough cut is enough to tell whether the facts are right.',
    },
    'post-reminder': {
      language: 'en',
      text: 'We are curious what you made, {{ name }}. Is there anything that we can help with?',
    },
    thanks: {
      language: 'en',
      text: 'Thank you, {{ name }}. Your post is the best thing that {{ campaign.name }} has brought us this week.',
    },
  },
  experiment: {
    b: {
      language: 'en',
      subject: 'A cream, {{ name }}, and a question',
      text: 'Would you try {{ campaign.name }} and tell people the truth about it? We offer {{ offer }}.\n\n{{ sender.name }}, {{ brand.name }}',
    },
  },
};
