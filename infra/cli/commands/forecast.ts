import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ForecastView } from '#shared/contracts/views/forecast.ts';
import { formatMoney } from '#shared/domain/money.ts';
import { connect } from '../api.ts';
import type { Coverage } from '../calibration/calibrate.ts';
import { readCampaignFile, resolveFiles, uploadFile } from '../campaign-file.ts';
import { CliError } from '../exit-codes.ts';
import { type ApiOptions, apiSettings } from '../settings.ts';
import { table, terminal } from '../terminal.ts';

export interface ForecastOptions extends ApiOptions {
  readonly json?: boolean;
  readonly seed?: string;
  readonly assumptions?: boolean;
  /** How many worlds. */
  readonly calibrate?: number;
}

/** As the API takes a list inside the request, which leaves nothing behind; larger ones are uploaded. */
const mostCharacters = 400_000;

export async function forecast(file: string | undefined, { seed, ...options }: ForecastOptions): Promise<void> {
  const out = terminal(options);
  if (options.calibrate !== undefined) {
    const coverage = await calibration(options.calibrate, seed);
    return out.result(coverage, coverageLines(coverage, options.calibrate));
  }
  if (file === undefined)
    throw new CliError('refused', 'Name the campaign file, or the number of worlds: --calibrate 200.');
  const campaignFile = readCampaignFile(file);
  const api = connect(apiSettings(options));
  const body = await resolveFiles(campaignFile, async (path, name) => {
    const text = textOf(path);
    return text === undefined ? uploadFile(api, path, name) : { text };
  });
  const answer = await api.call('forecastCampaign', { body, query: { seed } });
  out.result(answer, describe(answer, options));
}

/** The worlds are part of the local cloud, so this needs no API. */
async function calibration(worlds: number, seed = '1'): Promise<Coverage[]> {
  if (worlds === 0) throw new CliError('refused', 'One world is the least: --calibrate 200.');
  const { calibrate } = await import('../calibration/calibrate.ts');
  return calibrate({ worlds, seed, runs: calibrationRuns });
}

/** Their 10th and 90th percentile lie within a point and a half of those of 2,000. */
const calibrationRuns = 400;

const coverageLines = (coverage: readonly Coverage[], worlds: number): string[] => [
  `How many of ${worlds} simulated worlds came out inside the 80 % interval, and on which side the others lie:`,
  '',
  ...table([
    ['  ', 'inside', 'below', 'above'],
    ...coverage.map(({ figure, inside, below, above }) => [`  ${figure}`, share(inside), share(below), share(above)]),
  ]),
];

function textOf(path: string): string | undefined {
  try {
    const bytes = readFileSync(resolve(path));
    if (bytes.length > mostCharacters) return undefined;
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

export function describe(
  forecast: ForecastView,
  { assumptions = false }: Pick<ForecastOptions, 'assumptions'>,
): string[] {
  const { figures, chances, advice, warnings } = forecast;
  return [
    `${forecast.runs.toLocaleString('en-IN')} simulated campaigns from ${forecast.opensOn} on; eight of ten lie between low and high.`,
    '',
    ...table([
      ['  ', 'low', 'median', 'high'].map((head, at) => (at === 0 ? head : head.padStart(10))),
      ...figures.map(figure => [
        `  ${figure.label}`,
        ...[figure.low, figure.median, figure.high].map(value => shown(value, figure.currency).padStart(10)),
        range(figure),
      ]),
    ]),
    '',
    `  ${share(chances.reachesWanted)} chance of as many agreements as wanted; ${share(chances.staysInBudget)} that the budget is enough for everybody who agrees.`,
    `  ${forecast.inShort}`,
    ...section(
      'What would help, each by itself:',
      advice.map(one => `${share(one.reachesWanted).padStart(5)}  ${one.says}  (${one.field})`),
    ),
    ...section('To know:', warnings),
    ...section(
      assumptions ? 'Assumptions (low, typical, high):' : '',
      assumptions ? forecast.assumptions.flatMap(assumed) : [],
    ),
    ...(assumptions ? [] : ['', '  What it rests on, with sources: --assumptions']),
  ];
}

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length > 0 ? ['', `  ${title}`, ...lines.map(line => `    ${line}`)] : [];

const assumed = ({ label, unit, low, typical, high, source }: ForecastView['assumptions'][number]): string[] => [
  `${label}: ${[low, typical, high].map(value => (unit === 'share' ? share(value) : String(value))).join(', ')}`,
  `  ${source}`,
];

const share = (part: number): string => `${(part * 100).toFixed(part > 0 && part < 0.1 ? 1 : 0)} %`;

const shown = (value: number, currency: string | undefined): string =>
  currency === undefined
    ? value.toLocaleString('en-IN')
    : formatMoney({ minor: Math.round(value / 100) * 100, currency });

/** Where low, median and high lie between nothing and the high end: ···├───●──────┤ */
function range({ low, median, high }: ForecastView['figures'][number], width = 28): string {
  if (high === 0) return '';
  const at = (value: number) => Math.round((value / high) * (width - 1));
  const cells = Array.from<unknown, string>({ length: width }, (_, cell) => (cell < at(low) ? '·' : '─'));
  cells[at(low)] = '├';
  cells[width - 1] = '┤';
  cells[at(median)] = '●';
  return cells.join('');
}
