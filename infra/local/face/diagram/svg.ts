import { type Html, html } from '#shared/pages/html.ts';
import type { StateGraph } from './graph.ts';
import { type DrawnEdge, type DrawnGraph, type DrawnNode, layOut, type Point } from './layout.ts';
import { type PathTaken, step } from './path.ts';
import { signpost } from './signposts.ts';

export interface Progress {
  readonly path: PathTaken;
  /** How many stand in a state right now. */
  readonly standing: ReadonlyMap<string, number>;
}

/** Stands once in a page that has pictures. */
export const arrowTips = html`<svg class="hidden" aria-hidden="true"><defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs></svg>`;

/** A state machine as a picture: the way taken is drawn strong, and where it stands is marked. */
export function diagram(graph: StateGraph, progress: Progress): Html {
  const drawn = layOut(graph);
  const [width, height] = [Math.ceil(drawn.width), Math.ceil(drawn.height)];
  return html`<svg class="diagram" role="img" aria-label="${inWords(progress)}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
${graphMarks(drawn, progress)}</svg>`;
}

function inWords({ path, standing }: Progress): string {
  const now = [...standing].map(([name, count]) => (count > 1 ? `${name} (${count} times)` : name));
  const visited = [...path.visited];
  return `State diagram. ${now.length > 0 ? `Now in: ${now.join(', ')}.` : 'Nothing is running.'} ${
    visited.length > 0 ? `Visited: ${visited.join(', ')}.` : 'No state was entered yet.'
  }`;
}

const graphMarks = ({ nodes, edges }: DrawnGraph, progress: Progress): Html =>
  html`${edges.map(edge => edgeMark(edge, progress))}${nodes.map(node => nodeMark(node, progress))}`;

function nodeMark({ node, lines, x, y, width, height, inner }: DrawnNode, progress: Progress): Html {
  const { name, type, isCallback } = node;
  const count = progress.standing.get(name) ?? 0;
  const classes = [
    'state',
    progress.path.visited.has(name) && 'visited',
    count > 0 && 'standing',
    progress.path.failed.has(name) && 'failed',
    inner.length > 0 && 'outer',
    type === signpost && 'signpost',
  ].filter(Boolean);
  return html`<g class="${classes.join(' ')}" transform="translate(${round(x)} ${round(y)})">${type !== signpost && html`<title>${name} (${isCallback ? 'waits for an answer' : type})</title>`}
${outline({ type, isCallback, width, height })}
${lines.map((line, index) => html`<text x="${round(width / 2)}" y="${23 + index * 17}">${line}</text>`)}
${inner.map(place => html`<g transform="translate(${round(place.x)} ${round(place.y)})">${graphMarks(place.graph, progress)}</g>`)}
${!stands(inner, progress) && badge(count, progress.path.failed.has(name), width)}</g>`;
}

/** Whether something inside is marked already. */
const stands = (inner: DrawnNode['inner'], { standing }: Progress): boolean =>
  inner.some(({ graph }) => graph.nodes.some(({ node }) => standing.has(node.name)));

/** Diamond ends: a question. Slanted: waits for time. Six sides: waits for somebody. Round: the end. */
function outline(box: { type: string; isCallback: boolean; width: number; height: number }): Html {
  const { type, isCallback, width: w, height: h } = box;
  const polygon = (points: readonly (readonly [number, number])[]) =>
    html`<polygon points="${points.map(point => point.map(round).join(',')).join(' ')}"/>`;
  const cut = 9;
  if (type === 'Choice' || isCallback) {
    const depth = type === 'Choice' ? h / 2 : cut;
    const inset = Math.min(depth, 16);
    return type === 'Choice'
      ? polygon([
          [inset, 0],
          [w - inset, 0],
          [w, h / 2],
          [w - inset, h],
          [inset, h],
          [0, h / 2],
        ])
      : polygon([
          [cut, 0],
          [w - cut, 0],
          [w, cut],
          [w, h - cut],
          [w - cut, h],
          [cut, h],
          [0, h - cut],
          [0, cut],
        ]);
  }
  if (type === 'Wait')
    return polygon([
      [cut, 0],
      [w, 0],
      [w - cut, h],
      [0, h],
    ]);
  const radius = type === 'Succeed' || type === 'Fail' ? h / 2 : 6;
  return html`<rect width="${round(w)}" height="${round(h)}" rx="${round(radius)}"/>`;
}

/** Says in a sign what the colour says. */
function badge(count: number, hasFailed: boolean, width: number): Html | undefined {
  if (count === 0 && !hasFailed) return undefined;
  const text = count === 0 ? '✕' : count === 1 ? '●' : String(count);
  const badgeWidth = Math.max(20, text.length * 8 + 10);
  return html`<g class="badge" transform="translate(${round(width - badgeWidth + 8)} -9)"><rect width="${badgeWidth}" height="18" rx="9"/><text x="${badgeWidth / 2}" y="13">${text}</text></g>`;
}

function edgeMark({ edge, points, label }: DrawnEdge, { path }: Progress): Html {
  const isTaken = path.steps.has(step(edge.from, edge.to));
  const classes = ['edge', edge.kind, isTaken && 'taken'].filter(Boolean).join(' ');
  return html`<g class="${classes}"><path d="${curve(points)}" marker-end="url(#tip)"/>${
    label &&
    html`<text x="${round(label.x)}" y="${round(label.y + 4)}"><title>${edge.label}</title>${label.text}</text>`
  }</g>`;
}

/** Through the middles between the points, so that corners are round. */
function curve(points: readonly Point[]): string {
  const [first, ...rest] = points;
  const last = rest.at(-1);
  if (!first || !last) return '';
  const corners = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1] ?? last;
    return `Q${at(point)} ${at({ x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 })}`;
  });
  return `M${at(first)} ${corners.join(' ')} L${at(last)}`;
}

const at = ({ x, y }: Point): string => `${round(x)} ${round(y)}`;
const round = (value: number): number => Math.round(value * 10) / 10;
