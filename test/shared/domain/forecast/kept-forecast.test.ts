import { expect, test } from 'vitest';
import { forecastAgainst } from '#shared/domain/forecast/kept-forecast.ts';

const forecast = {
  model: 'forecast.v1',
  figures: [
    { id: 'invitations', low: 40, median: 40, high: 40 },
    { id: 'posts', low: 18, median: 24, high: 31 },
    { id: 'spend', low: 2_000_000, median: 3_000_000, high: 4_550_050 },
  ],
} as const;

test('what was forecast is held against what came, figure by figure', () => {
  expect(forecastAgainst(forecast, { posts: 24, spend: 2_850_000, orders: 3 }, 'INR')).toBe(
    'Forecast at the launch (eight of ten campaigns end in between): posts 18 to 31, in the end 24; spend ₹20,000 to ₹45,500.50, in the end ₹28,500.',
  );
});

test('where nothing that was forecast is known yet, there is nothing to say', () => {
  expect(forecastAgainst(forecast, { orders: 3 }, 'INR')).toBeUndefined();
});
