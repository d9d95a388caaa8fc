import * as z from 'zod';
import { forecastFigures } from '#shared/domain/forecast/forecast.ts';

export const forecastFigure = z.object({
  id: z.enum(forecastFigures),
  label: z.string(),
  low: z.number(),
  median: z.number(),
  high: z.number(),
  currency: z.string().length(3).optional().meta({ description: 'the figure is money in minor units' }),
});

export type ForecastFigureView = z.output<typeof forecastFigure>;

const share = z.number().min(0).max(1);

export const forecastView = z
  .object({
    model: z.string().meta({ description: 'name and version of the simulation' }),
    seed: z.string(),
    runs: z.int(),
    opensOn: z.iso.date().meta({ description: 'the day on which the first mail is taken to go out' }),
    prospects: z.int().optional().meta({ description: 'people of the sources who may fit, where the lists are known' }),
    figures: z.array(forecastFigure).meta({ description: 'eight of ten such campaigns come out between low and high' }),
    inShort: z.string().meta({ description: 'how many people it takes to invite, in a sentence' }),
    chances: z.object({
      reachesWanted: share.meta({ description: 'as many agreements as are wanted, or more' }),
      staysInBudget: share.meta({ description: 'nobody is turned down because the budget is promised already' }),
    }),
    advice: z
      .array(
        z.object({
          field: z.string(),
          value: z.union([z.number(), z.string(), z.array(z.number())]),
          says: z.string(),
          reachesWanted: share,
        }),
      )
      .meta({ description: 'changes, each alone, and the chance to reach the number wanted with it; best first' }),
    warnings: z.array(z.string()),
    assumptions: z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        unit: z.enum(['share', 'ratio', 'amount']),
        low: z.number(),
        typical: z.number(),
        high: z.number(),
        source: z.string(),
      }),
    ),
  })
  .meta({ id: 'Forecast' });

export type ForecastView = z.output<typeof forecastView>;
