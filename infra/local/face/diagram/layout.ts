import dagre from '@dagrejs/dagre';
import type { StateEdge, StateGraph, StateNode } from './graph.ts';
import { withSignposts } from './signposts.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A graph with places in pixels, from its own top left corner. */
export interface DrawnGraph {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
}

export interface DrawnNode extends Point {
  readonly node: StateNode;
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
  /** Inside a Map or Parallel, with their places in it. */
  readonly inner: readonly (Point & { readonly graph: DrawnGraph })[];
}

export interface DrawnEdge {
  readonly edge: StateEdge;
  readonly points: readonly Point[];
  /** Centre of the label. */
  readonly label?: Point & { readonly text: string };
}

/** Lengths in pixels; letters of the diagram's fonts are this wide on average. */
const letterWidth = 7;
const labelLetterWidth = 6;
const lineHeight = 17;
const padding = 14;
/** A question ends in points. */
const corner = 22;
const longestLine = 26;
const longestLabel = 30;
const gap = 16;

/** Lays a graph out from top to bottom; a Map or a Parallel is a box around what is in it. */
export function layOut(given: StateGraph): DrawnGraph {
  const { nodes, edges } = withSignposts(given);
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 28, ranksep: 34, edgesep: 14, marginx: 4, marginy: 4 });
  const boxes = new Map(nodes.map(node => [node.name, boxOf(node)]));
  for (const [name, { width, height }] of boxes) graph.setNode(name, { width, height });
  for (const [index, edge] of edges.entries()) {
    const text = labelOf(edge);
    graph.setEdge(
      edge.from,
      edge.via ?? edge.to,
      { ...(text && { width: text.length * labelLetterWidth, height: lineHeight, labelpos: 'c' }) },
      String(index),
    );
  }
  dagre.layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  return {
    width,
    height,
    nodes: [...boxes].map(([name, box]) => {
      const { x, y } = graph.node(name);
      return { ...box, x: x - box.width / 2, y: y - box.height / 2 };
    }),
    edges: edges.map((edge, index) => {
      const {
        points = [],
        x,
        y,
      } = graph.edge(edge.from, edge.via ?? edge.to, String(index)) as Partial<Point> & {
        points?: Point[];
      };
      const text = labelOf(edge);
      return { edge, points, ...(text && x !== undefined && y !== undefined && { label: { x, y, text } }) };
    }),
  };
}

const labelOf = ({ label }: StateEdge): string | undefined =>
  label && label.length > longestLabel ? `${label.slice(0, longestLabel - 1)}…` : label;

function boxOf(node: StateNode): Omit<DrawnNode, 'x' | 'y'> {
  const lines = linesOf(node.label ?? node.name);
  const sides = node.type === 'Choice' ? 2 * corner : 2 * padding;
  const textWidth = Math.max(...lines.map(line => line.length)) * letterWidth + sides;
  const textHeight = lines.length * lineHeight + padding;
  if (node.inner.length === 0)
    return { node, lines, width: Math.max(textWidth, 96), height: textHeight + 6, inner: [] };
  const graphs = node.inner.map(layOut);
  let x = gap;
  const inner = graphs.map(graph => {
    const place = { x, y: textHeight + 6, graph };
    x += graph.width + gap;
    return place;
  });
  const width = Math.max(x, textWidth);
  // The name may be wider than what is inside: that stands in the middle then.
  const shift = (width - x) / 2;
  return {
    node,
    lines,
    width,
    height: textHeight + 6 + Math.max(...graphs.map(graph => graph.height)) + gap,
    inner: inner.map(place => ({ ...place, x: place.x + shift })),
  };
}

/** Breaks a name between words. */
export function linesOf(name: string): string[] {
  const lines = [''];
  for (const word of name.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last && last.length + word.length >= longestLine) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  return lines;
}
