import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftIn } from '#shared/domain/listening/draft.ts';
import { linksIn } from '#shared/domain/listening/links.ts';

const read = (text: string, hasAttachments = false) => draftIn(text, linksIn(text), hasAttachments);
const drive = 'https://drive.google.com/file/d/1xY2z/view?usp=sharing';
const reel = 'https://www.instagram.com/reel/DaBcDeF/';

describe('a draft in a mail', () => {
  it.each([
    `Hi! Here's the draft: ${drive} Let me know what you think.`,
    `Draft: ${drive}`,
    `Sharing the first cut ${drive}\n\nThanks`,
    `Ye raha draft ${drive}`,
    `यह रहा ड्राफ़्ट ${drive}`,
    `Revised version is ready, please check ${drive}`,
  ])('is said and linked: %s', text => {
    expect(read(text)).toEqual({ isSaid: true, link: drive });
  });

  it.each([
    'Here is the draft caption: "#ad Two weeks with the barrier cream…"',
    'Please find the draft attached.',
    'Script - #ad Hello everyone, today I want to talk about sunscreen.',
    'Draft bhej diya, dekh lo',
  ])('is said without a link: %s', text => {
    expect(read(text)).toEqual({ isSaid: true });
  });

  it('is a link alone, with whatever words', () => {
    expect(read(drive)).toEqual({ isSaid: false, link: drive });
    expect(read(`${reel}`)).toEqual({ isSaid: false, link: reel });
  });

  it('is what is attached', () => {
    expect(read('Hello, please see the attached file.', true)).toEqual({ isSaid: true });
    expect(read('Hello, please see the attached file.')).toBeUndefined();
  });

  it('is linked where files are shared, before any other address', () => {
    expect(read(`I am on ${reel.slice(0, 26)}meera.glow – here's the draft ${drive}`)?.link).toBe(drive);
  });

  it.each([
    'When is the draft due?',
    "I'll send the draft tomorrow, sorry for the delay.",
    'Draft kal bhejungi',
    "I haven't finished the draft yet.",
    'Do I need to send a draft or can I post directly?',
    'Thank you, sounds good!',
    '',
    `Posted! ${reel}`,
    `My reel is live now: ${reel}`,
  ])('is not: %s', text => {
    expect(read(text)).toBeUndefined();
  });

  it('never comes with a link that the mail does not have', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.webUrl(), { maxLength: 3 }), (text, links) => {
        const { link } = draftIn(text, links, false) ?? {};
        expect(link === undefined || links.includes(link)).toBe(true);
      }),
    );
  });
});
