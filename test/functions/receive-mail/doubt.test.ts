import { describe, expect, it } from 'vitest';
import { mailsOf } from '#test/support/product/hours.ts';
import { asha, attention, product, theyWrite } from './inbox.ts';

describe('words that no rule answers', () => {
  it('a question goes to a person with the quote, and nothing automatic follows', async () => {
    const given = await product();
    await theyWrite(given, 'Hello! Before I say anything: which products is it about, and are they cruelty free?');
    expect(await asha(given)).toMatchObject({ status: 'negotiating', heldForPerson: 'they ask something' });
    expect(await attention(given)).toMatchObject([{ quote: expect.stringContaining('cruelty free') }]);
  });

  it('anger goes to a person, whatever else they say', async () => {
    const given = await product();
    await theyWrite(given, 'Yes, and my lawyer will have a look at how you got my address.');
    expect(await asha(given)).toMatchObject({ status: 'invited', heldForPerson: expect.stringContaining('care') });
  });

  it('the wish for a call is answered with times', async () => {
    const given = await product();
    await theyWrite(given, 'Hi Asha, could we talk on the phone first? Any evening after 5 works for me.');
    expect(mailsOf(given)).toEqual(['answer 1 to asha@example.com']);
    expect(await asha(given)).toMatchObject({ status: 'negotiating', about: 'a call' });
  });

  it('"later" is quiet until the day they name', async () => {
    const given = await product();
    await theyWrite(given, 'Hi, I am busy with exams right now. Can you write to me again after 20 March?');
    expect(await asha(given)).toMatchObject({ status: 'invited', quietUntil: '2026-03-20T00:00:00.000Z' });
  });

  it('a mail without words is looked at by a person', async () => {
    const given = await product();
    await theyWrite(given, ' \n ');
    expect(await asha(given)).toMatchObject({ status: 'invited', heldForPerson: 'they sent a mail without words' });
  });
});

describe('a language model, where one is set up', () => {
  const reading = { intent: 'yes', because: 'They sound pleased.' } as const;
  const unclear = 'Hmm. Interesting times we live in.';

  it('only tells the person who decides how it reads what the rules do not', async () => {
    const given = { ...(await product()), replyModel: async () => reading };
    await theyWrite(given, unclear);
    expect(await asha(given)).toMatchObject({ status: 'invited' });
    expect(await attention(given)).toMatchObject([
      { because: expect.stringContaining('a language model reads: yes (They sound pleased.)'), quote: unclear },
    ]);
  });

  it('is not asked about what is clear', async () => {
    const given = { ...(await product()), replyModel: () => Promise.reject(new Error('it was asked')) };
    await theyWrite(given, 'Not interested, thanks.');
    expect(await asha(given)).toMatchObject({ status: 'declined' });
  });
});
