import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { profileKey, profileRef, profileUrl, siteRef } from '#shared/domain/import/profile.ts';

const channelId = 'UCyck8jJ1yQzy82rLJ5nv8Gg';

describe('a link names its profile by itself', () => {
  test.each([
    ['https://www.instagram.com/Meera.Cooks/?igshid=Mz&utm_source=qr', 'instagram:meera.cooks'],
    ['instagram.com/x/', 'instagram:x'],
    ['http://m.instagram.com/@meera', 'instagram:meera'],
    ['https://www.instagram.com/stories/meera/3141/', 'instagram:meera'],
    ['https://instagram.com/_u/meera', 'instagram:meera'],
    ['https://www.youtube.com/@Meera-Cooks/videos', 'youtube:meera-cooks'],
    [`https://m.youtube.com/channel/${channelId}?sub_confirmation=1`, `youtube:${channelId}`],
    ['youtube.com/c/MeeraCooks', 'youtube:meeracooks'],
    ['https://www.youtube.com/user/meeracooks', 'youtube:meeracooks'],
    ['https://youtube.com/%40meera', 'youtube:meera'],
    [`https://www.youtube.com/feeds/videos.xml?channel_id=${channelId}`, `youtube:${channelId}`],
    ['https://www.tiktok.com/@Meera.Cooks?lang=en', 'tiktok:meera.cooks'],
    ['https://www.Meera-Cooks.IN/', 'blog:meera-cooks.in'],
    ['HTTP://meera.blogspot.com/?m=1#top', 'blog:meera.blogspot.com'],
    ['https://example.com/Blog//Index.html', 'blog:example.com/blog'],
    ['https://मीरा.भारत/', 'blog:xn--r2be6bg.xn--h2brj9c'],
    ['http://127.0.0.1:8080/b/', 'blog:127.0.0.1:8080/b'],
    ['<https://meera.in/>', 'blog:meera.in'],
    ['\u200ehttps://meera.in\u200e', 'blog:meera.in'],
  ])('%s', (link, key) => {
    const ref = profileRef(undefined, link);
    expect(ref && profileKey(ref)).toBe(key);
    // Whatever column it stands in.
    expect(profileRef('instagram', link)).toEqual(ref);
  });

  test.each([
    'https://www.instagram.com/p/CxYz/',
    'https://www.instagram.com/reel/CxYz/',
    'https://youtu.be/dQw4w9WgXcQ',
    'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
    'https://vm.tiktok.com/ZM1/',
    'https://www.instagram.com/%E0%A4%A/',
    'https://facebook.com/meera',
    'https://wa.me/911234567890',
    'javascript:alert(1)',
    'ftp://meera.in/',
    'https://user:secret@meera.in/',
    'https://meera/',
    'meera@cooks.in',
    'https://exa mple.com',
    '',
    ' ',
    '@',
    'x'.repeat(5000),
  ])('%s names none', text => {
    expect(profileRef(undefined, text)).toBeUndefined();
  });
});

describe('a bare handle means what the column says', () => {
  test.each([
    ['instagram', '@Meera.Cooks', 'instagram:meera.cooks'],
    ['instagram', ' meera.in ', 'instagram:meera.in'],
    ['instagram', 'www.meera.in', 'blog:meera.in'],
    ['youtube', '@Foo-Bar', 'youtube:foo-bar'],
    ['youtube', channelId, `youtube:${channelId}`],
    ['tiktok', 'a.b', 'tiktok:a.b'],
    ['blog', 'meera.in', 'blog:meera.in'],
    [undefined, 'meera.in', 'blog:meera.in'],
  ] as const)('%s %s', (platform, text, key) => {
    const ref = profileRef(platform, text);
    expect(ref && profileKey(ref)).toBe(key);
  });

  test.each([
    ['instagram', 'two words'],
    ['instagram', 'dots..twice'],
    ['instagram', 'ends.'],
    ['instagram', 'a'.repeat(31)],
    ['youtube', 'ab'],
    ['blog', 'meera'],
    [undefined, '@meera'],
  ] as const)('%s %s is no handle', (platform, text) => {
    expect(profileRef(platform, text)).toBeUndefined();
  });
});

test('the address of a profile leads back to the same profile', () => {
  const handle = fc.stringMatching(/^[a-z][a-z0-9_]{2,20}$/);
  const platform = fc.constantFrom('instagram' as const, 'youtube' as const, 'tiktok' as const);
  fc.assert(
    fc.property(platform, handle, (platform, handle) => {
      expect(profileRef(undefined, profileUrl({ platform, handle }))).toEqual({ platform, handle });
    }),
  );
  expect(profileUrl({ platform: 'youtube', handle: channelId })).toBe(`https://www.youtube.com/channel/${channelId}`);
});

test('naming a profile twice changes nothing, and no text throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl()), text => {
      const ref = profileRef(undefined, text);
      if (ref) expect(profileRef(undefined, profileUrl(ref))).toEqual(ref);
    }),
  );
});

test('a site with a feed is a blog on any host', () => {
  expect(siteRef('https://www.reddit.com/r/Books/')).toEqual({ platform: 'blog', handle: 'reddit.com/r/books' });
  expect(siteRef('no address')).toBeUndefined();
});
