import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFollowerList } from '#shared/adapters/follower-list/read.ts';
import { Fault } from '#shared/errors.ts';

const read = (text: string, platform?: 'instagram' | 'youtube') =>
  readFollowerList(new TextEncoder().encode(text), 'list', platform);
const item = (data: object, title = '') => ({ title, media_list_data: [], string_list_data: [data] });

describe('a list of followers', () => {
  it('is Instagram’s own followers_1.json', () => {
    const json = JSON.stringify([
      item({ href: 'https://www.instagram.com/asha.glow', value: 'asha.glow', timestamp: 1_676_354_318 }),
      item({ href: 'https://www.instagram.com/meera', value: 'Meera', timestamp: 1_676_354_319 }),
      item({ href: 'https://www.instagram.com/meera', value: 'meera', timestamp: 1_676_354_319 }),
    ]);
    expect(read(json)).toMatchObject({ handles: ['asha.glow', 'meera'], profiles: [], unreadable: 0 });
  });

  it.each([
    ['following.json', { relationships_following: [item({ href: 'https://www.instagram.com/asha', value: 'asha' })] }],
    ['the form without a value', [item({ href: 'https://www.instagram.com/_u/asha', timestamp: 1 })]],
    ['the form with the name as title', { relationships_following: [item({ timestamp: 1 }, 'asha')] }],
    ['the form until 2020', { followers: { asha: '2019-04-01T00:00:00' }, following: {} }],
    ['a plain array of handles', ['@asha']],
  ])('is %s', (_, json) => {
    expect(read(JSON.stringify(json)).handles).toEqual(['asha']);
  });

  it('is the download as a page', () => {
    const html = `<!DOCTYPE html><html><body><div><a target="_blank" href="https://www.instagram.com/asha">asha</a><div>Feb 14, 2023</div>
      <a href="https://www.instagram.com/_u/meera.k">meera.k</a><a href="https://help.example/">Help</a></div></body></html>`;
    expect(read(html).handles).toEqual(['asha', 'meera.k']);
  });

  it.each([
    ['lines', 'asha\n@meera\n\nhttps://instagram.com/riya/\r\n'],
    ['commas', '@asha, @meera,riya'],
  ])('is handles and links between %s', (_, text) => {
    expect(read(text).handles).toEqual(['asha', 'meera', 'riya']);
  });

  it('is a table, whose counts tell what kind of account each is', () => {
    const csv =
      'Full Name;Username;Followers;Following;Posts;Is Private;Biography;External URL;Profile Pic URL\nAsha Rao;asha_9;1,2K;300;40;no;"Soap; and tea";https://a.example;https://p.example/1.jpg\n;x77123;2;4.000;0;;;;\n';
    const { handles, profiles } = read(csv);
    expect(handles).toEqual(['asha_9', 'x77123']);
    expect(profiles[0]).toMatchObject({
      posts: 40,
      followings: 300,
      isPrivate: false,
      bioLength: 13,
      hasUrl: true,
      hasPicture: true,
      fullNameWords: 2,
      usernameDigits: 1,
    });
    expect(profiles[1]).toMatchObject({
      posts: 0,
      hasPicture: false,
      bioLength: 0,
      usernameDigits: 5,
      isPrivate: undefined,
    });
  });

  it('of another platform keeps that platform’s handles only', () => {
    expect(read('username\n@MeeraCooks\nhttps://instagram.com/asha', 'youtube')).toMatchObject({
      handles: ['meeracooks'],
      unreadable: 1,
    });
  });

  it('counts what names no account, and shows the first of it', () => {
    expect(read(JSON.stringify(['asha', 'Asha Rao!', null, { odd: 1 }]))).toMatchObject({
      handles: ['asha'],
      unreadable: 3,
      examples: ['Asha Rao!', '', ''],
    });
  });

  it('may be empty of followers', () => {
    expect(read('[]')).toMatchObject({ handles: [], unreadable: 0 });
  });

  it.each([
    ['', /is empty/],
    ['[{"title": "", "string', /breaks off/],
    ['{"posts": []}', /JSON without followers/],
    ['!!! ??? ###', /names no account/],
  ])('is refused where it is none: %j', (text, says) => {
    expect(() => read(text)).toThrow(Fault);
    expect(() => read(text)).toThrow(says);
  });

  it('is refused or read, whatever it holds, and every handle once', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.array(fc.stringMatching(/^[a-z0-9_.@]{1,12}$/)).map(all => all.join('\n')),
        ),
        text => {
          try {
            const { handles } = read(text);
            expect(new Set(handles).size).toBe(handles.length);
          } catch (error) {
            expect(error).toBeInstanceOf(Fault);
          }
        },
      ),
    );
  });
});
