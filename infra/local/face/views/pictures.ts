import { type Html, html } from '#shared/pages/html.ts';
import type { Engine, HistoryEvent, MapRunSummary } from '../../engine/api.ts';
import { mapsIn, stateGraph } from '../diagram/graph.ts';
import { pathTaken } from '../diagram/path.ts';
import { arrowTips, diagram, type Progress } from '../diagram/svg.ts';
import { countByState } from '../execution-list.ts';

const sizes = { full: 'as it is', fit: 'as wide as the page' } as const;
type Size = keyof typeof sizes;

export const sizeIn = (query: URLSearchParams): Size => (query.get('size') === 'fit' ? 'fit' : 'full');

/** Links, so that what follows the execution asks for the same size again. */
export const sizeChoice = (chosen: Size): Html =>
  html`<p class="row small" id="size"><span class="muted">Picture:</span>${Object.entries(sizes).map(
    ([size, label]) => html`<a href="?size=${size}"${size === chosen && html` aria-current="true"`}>${label}</a>`,
  )}</p>`;

interface Pictured {
  readonly engine: Engine;
  readonly arn: string;
  readonly history: readonly HistoryEvent[];
  readonly mapRuns: readonly MapRunSummary[];
  readonly size: Size;
}

/** The execution, and below it where the executions of its Distributed Maps stand: each of them has its own way, so none is drawn. */
export function pictures({ engine, arn, history, mapRuns, size }: Pictured): Html {
  const { definition, block } = engine.describeStateMachineForExecution(arn);
  const runs = new Set(mapRuns.map(run => run.mapRunArn));
  const children = runs.size > 0 ? engine.places().filter(place => runs.has(place.mapRunArn ?? '')) : [];
  const graph = stateGraph(definition, block);
  const draw = (part: typeof graph, progress: Progress, label: string) =>
    html`<div class="scroll" tabindex="0" role="region" aria-label="${label}"><div class="${size}">${diagram(part, progress)}</div></div>`;
  return html`${arrowTips}${draw(graph, { path: pathTaken(history), standing: countByState(engine.places(arn)) }, 'State diagram')}
${children.length > 0 && mapsIn(graph).map(({ name, each }) => drawEach(name, stateGraph(definition, each)))}`;

  function drawEach(name: string, part: typeof graph): Html | false {
    const own = new Set(namesIn(part));
    const standing = countByState(children.filter(({ stateName }) => own.has(stateName)));
    const label = `Executions of “${name}”`;
    return (
      standing.size > 0 && html`<h3>${label}, where they stand</h3>${draw(part, { path: untaken, standing }, label)}`
    );
  }
}

const untaken = pathTaken([]);

const namesIn = ({ nodes }: ReturnType<typeof stateGraph>): string[] =>
  nodes.flatMap(({ name, inner }) => [name, ...inner.flatMap(namesIn)]);
