import { styleSheet } from '#shared/pages/style.ts';

/** What the pages of the local cloud have on top of the style that all pages share. */
export const faceStyle = `${styleSheet}
.skip{position:absolute;left:-9999px}
.skip:focus{left:8px;top:8px;background:var(--surface);padding:8px 12px;z-index:1}
.broad main,.broad .top,.broad .foot{max-width:1240px}
.top .name{font-size:17px;color:var(--text)}
.clock{display:flex;flex-wrap:wrap;gap:8px 20px;align-items:center;justify-content:space-between;background:var(--surface);border:1px solid var(--line);border-radius:14px;padding:10px 16px;margin:12px 0;font-weight:400}
.clock b{color:var(--text);font-size:16px;font-variant-numeric:tabular-nums}
.clock form{margin:0}
.clock label{margin:0}
.clock select{width:auto;padding:6px 8px;font-size:14px}
.nowrap{white-space:nowrap;font-variant-numeric:tabular-nums}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:4px;padding:0;margin:0}
nav li+li{margin:0}
nav a{display:block;padding:7px 12px;border-radius:8px;text-decoration:none;color:var(--text)}
nav a:hover{background:var(--sunken)}
nav a[aria-current]{background:var(--accent);color:var(--on-accent)}
.pill.good{box-shadow:inset 0 0 0 1px var(--series-1)}
.pill.going{background:var(--accent);color:var(--on-accent)}
.pill.bad{box-shadow:inset 0 0 0 1px var(--danger);color:var(--danger);background:transparent}
.pill.held{box-shadow:inset 0 0 0 1px var(--warning);color:var(--warning);background:transparent}
pre{margin:0;white-space:pre-wrap;overflow:auto;max-height:26em;background:var(--sunken);border-radius:8px;padding:10px 12px;font-size:13px;line-height:1.45}
.columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,400px),1fr));gap:16px;align-items:start}
.columns>*{min-width:0}
.columns>.sheet+.sheet{margin-top:0}
.filters{display:flex;flex-wrap:wrap;gap:12px;align-items:end}
.filters>div{flex:1 1 170px;max-width:340px}
.filters label{margin-bottom:3px}
.filters input,.filters select{padding:8px 10px;font-size:14px}
.pages{display:flex;gap:16px}
.sheet .scroll{margin:0;padding:0}
.sheet>*+*{margin-top:12px}
.big{max-height:80vh;overflow:auto}
iframe{width:100%;height:70vh;border:1px solid var(--line);border-radius:10px;background:#fff}
svg.diagram{max-width:none;margin:12px auto;font-size:13px;overflow:visible}
@media (max-width:560px){#picture .scroll{max-height:80vh;overflow:auto}}
.fit>svg.diagram{max-width:100%}
#size a[aria-current]{color:var(--text);font-weight:600;text-decoration:none}
#picture .scroll{padding:10px}
.state>rect,.state>polygon{fill:var(--surface);stroke:var(--edge);stroke-width:1.2}
.state.outer>rect{fill:var(--sunken)}
.state text{fill:var(--muted);text-anchor:middle}
.state.visited>rect,.state.visited>polygon{stroke:var(--series-1);stroke-width:2}
.state.visited>text{fill:var(--text);font-weight:600}
.state.failed>rect,.state.failed>polygon{stroke:var(--danger);stroke-width:2}
.state.standing>rect,.state.standing>polygon{stroke:var(--accent);stroke-width:3.5}
.state.standing:not(.outer)>rect,.state.standing:not(.outer)>polygon{fill:var(--accent)}
.state.standing:not(.outer)>text{fill:var(--on-accent);font-weight:600}
.state.signpost>rect{fill:none;stroke:none}
.state.signpost>text{font-style:italic}
.badge rect{fill:var(--ground);stroke:var(--accent);stroke-width:1.5}
.state.failed:not(.standing)>.badge rect{stroke:var(--danger)}
.badge text{fill:var(--text)!important;font-size:12px;font-weight:650}
.edge path{fill:none;stroke:var(--edge);stroke-width:1.1}
.edge.catch path{stroke-dasharray:4 3}
.edge text{fill:var(--muted);text-anchor:middle;font-size:11px;paint-order:stroke;stroke:var(--surface);stroke-width:4px}
.edge.taken path{stroke:var(--series-1);stroke-width:2.6}
.edge.taken text{fill:var(--text)}
#tip path{fill:context-stroke}
.legend{font-size:13px;color:var(--muted)}
.counts{display:flex;flex-wrap:wrap;gap:6px 18px;margin:0}
.counts div{display:flex;gap:6px;align-items:baseline}
.counts dt{color:var(--muted);font-size:14px}
.counts dd{margin:0;font-weight:600;font-variant-numeric:tabular-nums}
`;
