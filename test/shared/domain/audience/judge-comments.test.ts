import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CommentKind, judgeComments } from '#shared/domain/audience/comments/judge-comments.ts';

const kindOf = (text: string): CommentKind | undefined => {
  const { counts } = judgeComments([{ author: 'a', text }]);
  return (Object.keys(counts) as CommentKind[]).find(kind => counts[kind] === 1);
};

describe('comment-authenticity.v1', () => {
  it.each([
    'Nice pic dear',
    'Soooo beautifullll',
    'Wow amazing! 😍😍',
    'Great content, keep it up bro',
    'Love this 🔥',
    'This is such an amazing post, keep up the great work my friend',
    'you’re so gorgeous',
    'bahut sundar',
    'Kya baat hai bhai',
    'ek number bhai, mast photo',
    'Bohot accha lag rahe ho',
    'बहुत सुंदर',
    'वाह क्या बात है',
    'जबरदस्त भाई',
    'First!',
    '100 💯',
  ])('takes "%s" for a comment that fits any post', text => {
    expect(kindOf(text)).toBe('generic');
  });

  it.each(['😍😍😍', '🔥', '❤️‍🔥 👏🏽', '!!!', '#love #instagood'])('takes "%s" for emoji and the like', text => {
    expect(kindOf(text)).toBe('emoji-only');
  });

  it.each([
    'DM for collab ❤️',
    'Promote it on @fashion.page',
    'Follow me back please',
    'sub4sub anyone?',
    'check out my page for more',
    'I earn ₹5000 daily from home, ask me how',
    'Message us on WhatsApp +91 98765 43210',
    'Thanks to Mrs Wilma, forex trading expert, I invested',
    'https://win-a-phone.example',
    'Send your pics to @models_of_india',
  ])('takes "%s" for promotion', text => {
    expect(kindOf(text)).toBe('promotion');
  });

  it.each([
    'Which sunscreen do you use under makeup?',
    'The second look with the jhumkas is my favourite',
    'I tried this with oat milk and it curdled, what did I do wrong?',
    'bhai ye camera kitne ka hai',
    'Mere baal bhi aise hi frizzy hain, oil ka naam batao',
    'इसमें कितना बेसन डालना है?',
    'Congrats on the new apartment, the balcony is huge',
    'I disagree about the serum, it stings',
    'Was at the same café last week!',
  ])('takes "%s" for a comment on the post', text => {
    expect(kindOf(text)).toBe('authentic');
  });

  it('takes sentences that several people left word for word for handed out, whomever they name', () => {
    const { counts } = judgeComments([
      { author: 'a', text: 'My skin has never felt this hydrated @glow, 10 out of 10' },
      { author: 'b', text: 'my skin has never felt this hydrated @asha 9 out of 10!!' },
      { author: 'c', text: 'Where is the kurta from' },
      { author: 'd', text: 'where is the kurta from?' },
      { author: 'e', text: 'Where is the kurta from 😍' },
      { author: 'f', text: 'Price please' },
      { author: 'g', text: 'price please' },
    ]);
    expect(counts).toMatchObject({ template: 5, authentic: 2 });
  });

  it('counts one person three times at most', () => {
    const comments = Array.from({ length: 8 }, (_, at) => ({
      author: 'fan',
      text: `Story number ${'x'.repeat(at + 1)}y about soap`,
    }));
    const distinct = comments.map(({ author }, at) => ({
      author,
      text: ['soap', 'rain', 'tea', 'dogs', 'trains', 'maths', 'rice', 'jazz'][at] ?? '',
    }));
    expect(judgeComments(distinct).counts).toMatchObject({ authentic: 3, 'same-author': 5 });
  });

  it('leaves out the owner and mere mentions of friends', () => {
    const { sample, value } = judgeComments(
      [
        { author: 'owner', text: 'Thank you all, the recipe is in part two' },
        { author: 'a', text: '@riya @meera' },
        { author: 'b', text: 'How long does it keep in the fridge?' },
      ],
      'owner',
    );
    expect({ sample, value }).toEqual({ sample: 1, value: 1 });
  });

  it('knows nothing of no comments', () => {
    expect(judgeComments([])).toMatchObject({ value: null, interval: null, sample: 0 });
  });

  it('is less sure of few comments than of many', () => {
    const some = (count: number) =>
      judgeComments(
        Array.from({ length: count }, (_, at) => ({
          author: `a${at}`,
          text: at % 2 ? 'nice' : `why ${'ab'.repeat(at + 1)}`,
        })),
      );
    const [low = 0, high = 0] = some(4).interval ?? [];
    const [surerLow = 0, surerHigh = 0] = some(100).interval ?? [];
    expect(surerHigh - surerLow).toBeLessThan(high - low);
  });

  it('puts every comment in exactly one place, whatever it says, and in any order gets the same share of praise', () => {
    const comment = fc.record({
      author: fc.constantFrom('a', 'b', 'c'),
      text: fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('nice', '🔥', 'why?')),
    });
    fc.assert(
      fc.property(fc.array(comment, { maxLength: 30 }), comments => {
        const { value, sample, counts } = judgeComments(comments);
        expect(sample).toBeLessThanOrEqual(comments.length);
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(sample);
        if (value !== null) expect(value).toBeGreaterThanOrEqual(0);
        expect(judgeComments(comments.toReversed()).counts).toEqual(counts);
      }),
    );
  });

  it('one more generic comment never raises the share', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 20 }), texts => {
        const comments = texts.map((text, at) => ({ author: `a${at}`, text }));
        const before = judgeComments(comments).value ?? 0;
        expect(judgeComments([...comments, { author: 'z', text: 'nice pic' }]).value ?? 0).toBeLessThanOrEqual(before);
      }),
    );
  });

  it('reads a very long comment to its end', () => {
    const long = [{ text: 'follow '.repeat(200_000) }, { text: 'earn '.repeat(200_000) }, { text: '@'.repeat(1e6) }];
    expect(judgeComments(long).sample).toBe(long.length);
  });
});
