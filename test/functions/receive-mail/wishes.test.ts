import { describe, expect, it } from 'vitest';
import { at, days, someTerms } from '#test/shared/domain/builders.ts';
import { aMember } from '#test/support/product/members.ts';
import { asha, attention, product, theyWrite } from './inbox.ts';

describe('the wish to be left alone', () => {
  it.each(['Unsubscribe', 'Please remove me from your list.', 'STOP mailing me'])('"%s" is followed', async text => {
    const given = await product();
    await theyWrite(given, text);
    expect(await asha(given)).toMatchObject({ status: 'declined' });
    expect(await given.suppressions.find((await asha(given)).addressHash)).toBe('unsubscribe');
  });

  it('comes from the button of a mail program as a mail with a subject only', async () => {
    const given = await product();
    await theyWrite(given, '', { mail: { subject: 'unsubscribe' } });
    expect(await given.suppressions.find((await asha(given)).addressHash)).toBe('unsubscribe');
  });

  it('comes from the button of a mail program that marks its mail as automatic', async () => {
    const given = await product();
    const mail = { subject: 'unsubscribe', headers: { 'Auto-Submitted': 'auto-generated' } };
    await theyWrite(given, 'Mail sent this message to unsubscribe.', { mail });
    expect(await given.suppressions.find((await asha(given)).addressHash)).toBe('unsubscribe');
  });

  it('is followed after everything has ended, too', async () => {
    const given = await product(aMember('settled'));
    await theyWrite(given, 'Please unsubscribe me');
    expect(await given.suppressions.find((await asha(given)).addressHash)).toBe('unsubscribe');
    expect(await asha(given)).toMatchObject({ status: 'settled' });
  });
});

describe('a post', () => {
  const post = 'https://www.instagram.com/reel/DaBcDeF/';

  it('that they tell of by mail is looked at; their signature is not the post', async () => {
    const given = await product(aMember('confirmed'));
    await theyWrite(given, `Hi Asha, it's live! My page is https://asha-glow.example and here is the link: ${post}`);
    expect(await asha(given)).toMatchObject({ status: 'published', postUrl: post });
  });

  it('that is told again changes nothing; another one goes to a person', async () => {
    const given = await product(aMember({ status: 'published', since: at, terms: someTerms(), postUrl: post }));
    await theyWrite(given, `Posted today ${post}?igsh=MWQ1`, { id: 'again' });
    expect(await attention(given)).toEqual([]);
    await theyWrite(given, 'Posted the story too https://www.instagram.com/p/SeCoNd/', { id: 'other', at: days(2) });
    expect(await asha(given)).toMatchObject({ status: 'published', postUrl: post });
    expect(await attention(given)).toHaveLength(1);
  });
});
