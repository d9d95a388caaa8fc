import { describe, expect, it } from 'vitest';
import { carriesTracking, namesBrand } from '#shared/domain/tracking/mention.ts';

const brand = { name: 'Meadow Botanics', profiles: [{ handle: 'meadow.botanics' }] };

describe('a post names the brand', () => {
  it.each([
    'With Meadow Botanics.',
    'with MEADOW  BOTANICS!',
    '#MeadowBotanics',
    '@meadow.botanics',
    'meadow-botanics is great',
    'thanks @meadow.botanics!',
  ])('"%s"', text => expect(namesBrand(text, brand)).toBe(true));

  it.each(['Meadowland Botanicals', 'a meadow full of botanics lovers', 'botanics meadow', ''])('not "%s"', text =>
    expect(namesBrand(text, brand)).toBe(false),
  );

  it('as a word of its own, in any script and with any sign', () => {
    expect(namesBrand('glowing skin', { name: 'Glow', profiles: [] })).toBe(false);
    expect(namesBrand('Glow, at last', { name: 'Glow', profiles: [] })).toBe(true);
    expect(namesBrand('आज हिमालया के साथ', { name: 'हिमालया', profiles: [] })).toBe(true);
    expect(namesBrand('new from M.A.C (in town)', { name: 'M.A.C (in', profiles: [] })).toBe(true);
    expect(namesBrand('anything', { name: '!!!', profiles: [] })).toBe(false);
  });
});

describe('a post carries what tracks it', () => {
  const collaboration = { link: { code: 'k3v9x2m1qa', url: 'https://go.example/l/k3v9x2m1qa' }, coupon: 'ASHA10' };
  it('in its words or its links', () => {
    expect(carriesTracking('use asha10', [], collaboration)).toBe(true);
    expect(carriesTracking('link in bio', ['HTTPS://GO.EXAMPLE/l/K3V9X2M1QA?x=1'], collaboration)).toBe(true);
  });
  it('or not', () => {
    expect(carriesTracking('so good', ['https://go.example/l/other'], collaboration)).toBe(false);
    expect(carriesTracking('undefined', ['undefined'], {})).toBe(false);
  });
});
