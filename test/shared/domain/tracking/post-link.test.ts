import { expect, it } from 'vitest';
import { isSamePost } from '#shared/domain/tracking/post-link.ts';

it.each([
  ['https://youtu.be/dQw4w9WgXcQ?si=abc', 'https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=3'],
  ['https://youtube.com/shorts/dQw4w9WgXcQ', 'https://m.youtube.com/watch?v=dQw4w9WgXcQ'],
  ['https://www.instagram.com/p/DaBcDeF/', 'instagram.com/meera.glow/reel/DaBcDeF?igsh=MWQ1'],
  ['https://meera.example/2026/03/05/monsoon/', 'http://www.meera.example/2026/03/05/monsoon?utm_source=mail'],
])('%s is %s', (one, other) => expect(isSamePost(one, other)).toBe(true));

it.each([
  ['https://youtu.be/dQw4w9WgXcQ', 'https://youtu.be/oHg5SJYRHA0'],
  ['https://www.instagram.com/p/DaBcDeF/', 'https://www.instagram.com/p/dabcdef/'],
  ['https://www.instagram.com/p/DaBcDeF/', 'https://www.tiktok.com/p/DaBcDeF/'],
  ['https://meera.example/a', 'https://meera.example/b'],
  ['no link', 'none either'],
])('%s is not %s', (one, other) => expect(isSamePost(one, other)).toBe(false));
