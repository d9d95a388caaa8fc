import { chartSvg } from '#shared/charts/chart-svg.ts';
import { pagePaint } from '#shared/charts/paint.ts';
import { reportCharts } from '#shared/charts/report-charts.ts';
import type { AttentionItem } from '#shared/domain/attention.ts';
import type { Figure, Report, ReportKind } from '#shared/domain/report/report.ts';
import { localeFor, type Reader, showDates, showInstant, showMoney } from '#shared/lib/display.ts';
import { showFigure, showInterval } from '#shared/lib/figures.ts';
import { type Html, html, theirs, trusted } from './html.ts';
import { page, type RenderedPage } from './page.ts';
import { bullets, fold } from './parts.ts';
import { resultsSection } from './report-results.ts';

export interface ReportPageProps {
  readonly report: Report;
  /** The campaign's; days and times are told in it. */
  readonly timeZone: string;
}

const kinds: Readonly<Record<ReportKind, string>> = {
  'kick-off': 'Kick-off report',
  progress: 'Progress report',
  final: 'Final report',
};

/** The whole report for stakeholders, in English: every figure with how it came about, every collaboration. */
export function reportPage({ report, timeZone }: ReportPageProps): RenderedPage {
  const { campaign } = report;
  const reader: Reader = { locale: localeFor('en', campaign.currency), timeZone };
  const body = html`<div class="flow">
<section class="tight"><p class="muted small">${kinds[report.kind]}, as of ${showInstant(report.at, reader)}</p>
<h1>${report.headline}</h1>
<p class="muted">${showDates({ from: campaign.startsOn, to: campaign.endsOn }, reader)} · budget ${showMoney(campaign.budget, reader)}</p></section>
<section><h2 class="hidden">Figures</h2><div class="figures">${report.figures.map(figure => figureCard(figure, reader))}</div></section>
${attentionSection(report.attention, reader)}
<section><h2 class="hidden">Charts</h2><div class="charts">${charts(report, reader)}</div></section>
${resultsSection(report.results, reader)}
${report.notes.length > 0 && html`<section class="tight"><h2>Notes</h2>${bullets(report.notes)}</section>`}
</div>`;
  return page({
    language: 'en',
    title: `${campaign.name}: ${kinds[report.kind].toLowerCase()}`,
    masthead: `${campaign.brand} · ${campaign.name}`,
    body,
    footer: html`<p>Campaign ${campaign.id}. Days and times in ${timeZone}.</p>`,
    broad: true,
  });
}

function figureCard(figure: Figure, reader: Reader): Html {
  const interval = showInterval(figure, reader);
  const inputs = Object.entries(figure.inputs);
  const inMinor = figure.currency !== undefined && inputs.length > 0;
  return html`<div class="figure"><span class="muted small">${figure.label}</span><b>${showFigure(figure, reader)}</b>${
    interval !== undefined && html`<p class="small muted">${interval}</p>`
  }${fold(
    'How it is computed',
    html`<p class="small">${figure.explanation}</p>${
      inputs.length > 0 &&
      html`<table><tbody>${inputs.map(
        ([name, value]) =>
          html`<tr><th scope="row">${name}</th><td class="number">${showInput(value, reader)}</td></tr>`,
      )}</tbody></table>`
    }<p class="small muted">${inMinor && `Amounts in minor units of ${figure.currency}. `}${figure.formula}, ${showInstant(figure.at, reader)}</p>`,
  )}</div>`;
}

const showInput = (value: number | string | null, { locale }: Reader): string => {
  if (value === null) return 'not known';
  return typeof value === 'number' ? new Intl.NumberFormat(locale, { maximumFractionDigits: 4 }).format(value) : value;
};

/** Drawn twice, because a picture that is shrunk for a phone has letters too small to read; the page shows one. */
const chartWidths = [
  { look: 'desk', width: 480 },
  { look: 'phone', width: 310 },
] as const;

const charts = (report: Report, reader: Reader): Html[] =>
  reportCharts(report).map(
    spec =>
      html`<figure class="sheet tight"><figcaption><h3>${spec.title}</h3></figcaption>${chartWidths.map(
        ({ look, width }) =>
          html`<div class="${look}">${trusted(
            chartSvg(spec, { ...reader, width, currency: report.campaign.currency, paint: pagePaint }),
          )}</div>`,
      )}</figure>`,
  );

function attentionSection(items: readonly AttentionItem[], reader: Reader): Html | false {
  if (items.length === 0) return false;
  return html`<section class="tight"><h2>${
    items.length === 1 ? 'One thing needs a person' : `${items.length} things need a person`
  }</h2>${items.map(
    item => html`<div class="sheet card tight"><div class="apart"><h3 class="warning">${theirs(item.name ?? 'Campaign')}</h3>
<span class="small muted">${showInstant(item.raisedAt, reader)}</span></div><p>${item.because}</p>${
      item.quote !== undefined && html`<blockquote>${theirs(item.quote)}</blockquote>`
    }${item.options.length > 0 && html`<p class="small muted">You can: ${item.options.join(' · ')}</p>`}</div>`,
  )}</section>`;
}
