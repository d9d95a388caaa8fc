import type { StateEdge, StateGraph, StateNode } from './graph.ts';

/** From as many lines on, a picture has more lines than states. */
const manyLines = 4;

/** Beside the states: says where a line goes that is not drawn. */
export const signpost = 'Signpost';

/**
 * A state that many lead to ("Closed") is drawn at the end of one line; the others end in a signpost with its name, and so do the lines
 * back from a question with many answers. Without that, the lines of a whole campaign run across everything.
 */
export function withSignposts(graph: StateGraph): StateGraph {
  const { startAt, nodes, edges } = graph;
  const into = Map.groupBy(edges, edge => edge.to);
  const outOf = Map.groupBy(edges, edge => edge.from);
  const order = orderOf(graph);
  // An end is no way back.
  const goesBack = ({ from, to }: StateEdge) => outOf.has(to) && (order.get(to) ?? 0) < (order.get(from) ?? 0);
  const isDrawn = (edge: StateEdge) => {
    const all = into.get(edge.to) ?? [];
    if (all.length >= manyLines && edge !== drawnLine(all)) return false;
    return (outOf.get(edge.from) ?? []).length < manyLines || !goesBack(edge);
  };
  const posts: StateNode[] = [];
  const shown = edges.map((edge): StateEdge => {
    if (isDrawn(edge)) return edge;
    const via = `${edge.to} (${posts.length})`;
    posts.push({
      name: via,
      type: signpost,
      label: `${goesBack(edge) ? '↑' : '→'} ${edge.to}`,
      isCallback: false,
      inner: [],
    });
    return { ...edge, via };
  });
  return { startAt, nodes: [...nodes, ...posts], edges: shown };
}

/** The one that goes on from another state without a question or an error, else the first. */
const drawnLine = (lines: readonly StateEdge[]): StateEdge | undefined =>
  lines.find(({ kind }) => kind === 'next') ?? lines[0];

/** How soon each state is reached from the start. */
function orderOf({ startAt, edges }: StateGraph): Map<string, number> {
  const order = new Map([[startAt, 0]]);
  for (const name of order.keys())
    for (const { from, to } of edges) if (from === name && !order.has(to)) order.set(to, order.size);
  return order;
}
