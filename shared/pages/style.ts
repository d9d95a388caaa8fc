import { createHash } from 'node:crypto';
import { dark, fontStack, light, type Palette, radius, size, space } from '#shared/lib/tokens.ts';

/** The one style sheet of all pages. It stands inside each page, allowed by its hash: a page is one request and no style attribute works. */

const variables = (palette: Palette): string =>
  [
    ...(['ground', 'surface', 'sunken', 'text', 'muted', 'line', 'edge', 'accent', 'warning', 'danger'] as const).map(
      name => `--${name}:${palette[name]}`,
    ),
    `--on-accent:${palette.onAccent}`,
    ...palette.series.map((colour, index) => `--series-${index + 1}:${colour}`),
  ].join(';');

export const styleSheet = `
:root{color-scheme:light dark;${variables(light)}}
@media (prefers-color-scheme:dark){:root{${variables(dark)}}}
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--text);font:${size.body}px/1.6 ${fontStack};overflow-wrap:anywhere}
main,.top,.foot{max-width:680px;margin:0 auto;padding:0 ${space.m + space.xs}px}
.broad main,.broad .top,.broad .foot{max-width:1120px}
.top{padding-top:${space.l}px;padding-bottom:${space.m}px;font-size:${size.note}px;font-weight:600;color:var(--muted)}
.foot{padding-top:${space.l}px;padding-bottom:${space.xl}px;font-size:${size.small}px;color:var(--muted)}
.foot p{margin:0 0 ${space.xs}px}
h1,h2,h3,p,ul,dl,figure{margin:0}
h1{font-size:${size.title}px;line-height:1.25;letter-spacing:-.015em;font-weight:650}
h2{font-size:${size.heading}px;line-height:1.35;font-weight:600}
h3{font-size:${size.body}px;line-height:1.4;font-weight:600}
.lead{font-size:${size.lead}px;line-height:1.55}
.muted{color:var(--muted)}
.small{font-size:${size.note}px;line-height:1.5}
.warning{color:var(--warning)}
.danger{color:var(--danger)}
.flow>*+*{margin-top:${space.m}px}
.flow>*+h2,.flow>*+section{margin-top:${space.l + space.s}px}
.tight>*+*{margin-top:${space.s}px}
.sheet{background:var(--surface);border:1px solid var(--line);border-radius:${radius.card}px;padding:${space.l + space.s}px}
.sheet+.sheet{margin-top:${space.m}px}
.sunken{background:var(--sunken);border-radius:${radius.control}px;padding:${space.m}px ${space.m + space.xs}px}
a{color:var(--accent);text-underline-offset:2px}
ul{padding-left:1.3em}
li+li{margin-top:${space.xs}px}
dl.facts{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,2fr);gap:${space.s + 2}px ${space.m}px}
dl.facts dt{color:var(--muted);font-size:${size.note}px;line-height:1.8}
dl.facts dd{margin:0}
form.stack>*+*{margin-top:${space.m}px}
form.stack>input[type=hidden]+*{margin-top:0}
label,legend{display:block;font-weight:600;font-size:${size.note}px;padding:0;margin-bottom:6px}
fieldset{border:0;padding:0;margin:0;min-width:0}
input[type=text],input[type=url],input[type=password],input[type=email],input[type=file],textarea,select{width:100%;font:inherit;color:inherit;background:var(--surface);border:1px solid var(--edge);border-radius:${radius.control}px;padding:11px 13px}
textarea{min-height:7.5em;resize:vertical}
textarea.code{font-size:${size.note}px;line-height:1.5}
input[type=file]{padding:9px 13px;font-size:${size.note}px}
td label{margin:0;position:relative}
td select{font-weight:400;width:auto;min-width:11em;max-width:16em;padding:6px 8px;font-size:${size.note}px}
.hint{font-size:${size.note}px;line-height:1.5;color:var(--muted);margin:6px 0 0}
.problem{color:var(--danger);font-size:${size.note}px;font-weight:600;margin:6px 0 0}
[aria-invalid=true]{border-color:var(--danger)!important;border-width:2px!important}
.choice{display:flex;gap:${space.s + 2}px;align-items:flex-start;font-weight:400;font-size:${size.body}px;padding:10px 14px;margin:0 0 ${space.s}px;border:1px solid var(--line);border-radius:${radius.control}px;cursor:pointer}
.choice input{margin:.35em 0 0;flex:none;width:18px;height:18px;accent-color:var(--accent)}
.choice:has(input:checked){border-color:var(--accent);background:var(--sunken)}
button,.button{display:inline-block;font:inherit;font-weight:600;line-height:1.3;padding:13px 22px;border-radius:${radius.control}px;border:1px solid var(--accent);background:var(--accent);color:var(--on-accent);text-decoration:none;cursor:pointer}
button.quiet,.button.quiet{background:transparent;color:var(--accent)}
button.warn{background:transparent;color:var(--danger);border-color:var(--danger)}
button:disabled{opacity:.55;cursor:default}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
details{border-top:1px solid var(--line)}
details>summary{cursor:pointer;padding:${space.m - 2}px 0;font-weight:600;list-style-position:outside;margin-left:1.2em}
details>*:not(summary){margin-bottom:${space.l}px}
details:last-of-type{border-bottom:1px solid var(--line)}
.note{border-left:3px solid var(--accent);padding:2px 0 2px ${space.m}px}
.note.warn{border-color:var(--warning)}
blockquote{margin:0;padding-left:${space.m}px;border-left:3px solid var(--line);color:var(--muted)}
code,.code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.94em}
.scroll{overflow-x:auto;margin:0 -${space.xs}px;padding:0 ${space.xs}px}
table{border-collapse:collapse;width:100%;font-size:${size.note}px;line-height:1.45}
th,td{overflow-wrap:break-word;text-align:left;vertical-align:top;padding:11px 14px 11px 0;border-bottom:1px solid var(--line)}
th{font-weight:600;color:var(--muted);white-space:nowrap}
.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
td:last-child,th:last-child{padding-right:0}
.name{min-width:11em}
.status{min-width:9em}
.words{min-width:15em}
.phone{display:none}
.figures{display:grid;grid-template-columns:repeat(auto-fill,minmax(230px,1fr));gap:${space.m}px}
.figure{background:var(--surface);border:1px solid var(--line);border-radius:${radius.card}px;padding:${space.m}px ${space.m + space.xs}px}
.figure b{display:block;font-size:28px;line-height:1.3;font-weight:620;letter-spacing:-.02em;font-variant-numeric:tabular-nums}
.figure details{border:0;margin-top:${space.xs}px}
.figure details>summary{padding:${space.xs}px 0;font-size:${size.small}px;font-weight:500;color:var(--muted)}
.figure details>*:not(summary){margin-bottom:0}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,440px),1fr));gap:${space.m}px}
.charts.loose{align-items:start}
.charts .sheet,.card{margin:0;padding:${space.m + space.xs}px ${space.m + space.s}px}
.tight>*+.card{margin-top:${space.s + space.xs}px}
.lists>details:first-child{border-top:0}
.lists>details:last-child{border-bottom:0}
tbody tr:last-child>*{border-bottom:0}
svg{display:block;max-width:100%;height:auto}
.pill{display:inline-block;font-size:${size.small}px;line-height:1.4;padding:2px 9px;border-radius:99px;background:var(--sunken);color:var(--text);white-space:nowrap}
.row{display:flex;flex-wrap:wrap;gap:${space.s}px;align-items:center}
.apart{display:flex;flex-wrap:wrap;gap:${space.s}px ${space.m}px;justify-content:space-between;align-items:baseline}
button.slim{padding:7px 13px;font-size:${size.note}px}
details.plain{border:0!important}
details.plain>summary{padding:2px 0;font-size:${size.note}px}
details>div>p+*{margin-top:${space.s + space.xs}px}
.item{padding:${space.m}px 0;border-top:1px solid var(--line)}
.item:first-child{border-top:0;padding-top:0}
.lines{white-space:pre-wrap}
ol.timeline{list-style:none;margin:0;padding:0 0 0 ${space.m}px;border-left:2px solid var(--line);font-size:${size.note}px}
dl.funnel{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:${space.s}px ${space.m}px;align-items:center}
dl.funnel dd{margin:0;display:grid;grid-template-columns:minmax(0,1fr) 7.5em;gap:${space.s + 4}px;align-items:center}
.tabs{gap:${space.xs}px ${space.m + space.xs}px;margin-bottom:${space.l}px;font-size:${size.note}px;font-weight:600}
.tabs a{text-decoration:none;padding:${space.xs}px 0}
.tabs a[aria-current]{color:var(--text);border-bottom:2px solid var(--accent)}
.said:empty{display:none}
.said{position:sticky;top:${space.s}px;z-index:1;margin:0 0 ${space.m}px;padding:${space.s + 2}px ${space.m}px;border:1px solid var(--accent);border-radius:${radius.control}px;background:var(--surface);font-size:${size.note}px;line-height:1.5;white-space:pre-wrap;max-height:40vh;overflow:auto}
.said.problem{border-color:var(--danger)}
[aria-busy=true]{opacity:.6}
:focus:not(:focus-visible),h1:focus,h2:focus{outline:0}
svg.range{width:100%;height:24px;overflow:visible}
.flow>*+.flow{margin-top:${space.l + space.s}px}
.flow>.flow:empty{margin:0}
pre{margin:0;font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:${size.small}px}
meter{width:100%;height:16px;appearance:none;background:var(--sunken);border:0;border-radius:4px}
meter::-webkit-meter-bar{background:var(--sunken);border:0;border-radius:4px;height:16px}
meter::-webkit-meter-optimum-value{background:var(--series-1);border-radius:4px}
meter::-moz-meter-bar{background:var(--series-1);border-radius:4px}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
[hidden]{display:none!important}
@media (max-width:560px){
.sheet{padding:${space.l}px ${space.m + space.xs}px}
main,.top,.foot{padding-left:${space.m}px;padding-right:${space.m}px}
dl.facts{grid-template-columns:1fr;gap:2px}
dl.facts dd+dt{margin-top:${space.s}px}
form.stack button,.wide{width:100%;text-align:center}
h1{font-size:24px}
.figures{grid-template-columns:repeat(2,minmax(0,1fr));gap:${space.s + 2}px}
.figure{padding:${space.m - 2}px}
.figure b{font-size:21px}
.phone{display:block}
.desk{display:none}
}
@media print{body{background:#fff}.sheet,.figure{break-inside:avoid}.no-print{display:none}}
@media (prefers-reduced-motion:no-preference){button,.choice{transition:background-color .12s,border-color .12s}}
`;

export const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
