import { expect, test } from 'vitest';
import { forecast as forecastCommand, describe as inWords } from '#infra/cli/commands/forecast.ts';
import { forecastView } from '#shared/contracts/views/forecast.ts';
import { forecast } from '#shared/domain/forecast/forecast.ts';
import { aPlan } from '#test/shared/domain/forecast/plan-builder.ts';

const { figures, ...rest } = forecast(aPlan(), 'seed', 200);
const view = forecastView.parse({
  ...rest,
  figures: figures.map(figure => ({ ...figure, label: figure.id, ...(figure.id === 'spend' && { currency: 'INR' }) })),
});

test('a forecast is a table with a bar per figure, chances, advice and warnings', () => {
  const text = inWords(view, {}).join('\n');
  expect(text).toContain('200 simulated campaigns from 2026-03-02 on');
  expect(text).toMatch(/ {2}answers +\d+ +\d+ +\d+ {2}[·├─●┤]{28}\n/u);
  expect(text).toMatch(/ {2}spend +₹[\d,]+ +₹[\d,]+ +₹[\d,]+ {2}/);
  expect(text).toMatch(/\d % chance of as many agreements as wanted/);
  expect(text).toContain('Write to ');
  expect(text).not.toContain('heepsy.com');
});

test('with --assumptions each comes with its source', () => {
  const text = inWords(view, { assumptions: true }).join('\n');
  for (const { label, source } of view.assumptions) {
    expect(text).toContain(label);
    expect(text).toContain(source);
  }
});

test('a figure that is always nothing has no bar', () => {
  const nothing = { ...view, figures: [{ id: 'orders' as const, label: 'Orders', low: 0, median: 0, high: 0 }] };
  expect(inWords(nothing, {}).find(line => line.includes('Orders'))).toMatch(/0$/);
});

test('without a file it says what it wants', async () => {
  await expect(forecastCommand(undefined, {})).rejects.toThrow('Name the campaign file');
  await expect(forecastCommand(undefined, { calibrate: 0 })).rejects.toThrow('One world is the least');
});
