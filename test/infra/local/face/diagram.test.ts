import { describe, expect, test } from 'vitest';
import { mapsIn, type StateGraph, stateGraph } from '#infra/local/face/diagram/graph.ts';
import { layOut } from '#infra/local/face/diagram/layout.ts';
import { signpost, withSignposts } from '#infra/local/face/diagram/signposts.ts';

const pass = (Next?: string) => ({ Type: 'Pass', ...(Next === undefined ? { End: true } : { Next }) });
const task = (Next: string, onError: string) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Next,
  Catch: [{ ErrorEquals: ['States.ALL'], Next: onError }],
});
const definition = (States: object, StartAt = 'A') => JSON.stringify({ StartAt, States });
const posts = (graph: StateGraph) => withSignposts(graph).nodes.filter(({ type }) => type === signpost);

/** Four tasks, each of which may end at the same place. */
const manyEnds = stateGraph(
  definition({
    A: task('B', 'End'),
    B: task('C', 'End'),
    C: task('D', 'End'),
    D: task('End', 'End'),
    End: { Type: 'Succeed' },
  }),
);

describe('the picture of a state machine', () => {
  test('draws one line to a state that many lead to, and signposts with its name for the others', () => {
    expect(posts(manyEnds).map(({ label }) => label)).toEqual(['→ End', '→ End', '→ End', '→ End']);
    const { edges } = withSignposts(manyEnds);
    expect(edges.filter(({ to, via }) => to === 'End' && via === undefined)).toMatchObject([
      { from: 'D', kind: 'next' },
    ]);
    expect(edges.map(({ from, to }) => [from, to])).toEqual(manyEnds.edges.map(({ from, to }) => [from, to]));
  });

  test('draws every line of a small machine', () => {
    const small = stateGraph(definition({ A: pass('B'), B: pass('C'), C: pass() }));
    expect(withSignposts(small)).toEqual(small);
  });

  test('says where a question with many answers leads back to', () => {
    const to = (Next: string) => ({ Condition: `{% $x = '${Next}' %}`, Next });
    const loop = stateGraph(
      definition({
        A: pass('B'),
        B: pass('Q'),
        Q: { Type: 'Choice', Choices: [to('A'), to('B'), to('C')], Default: 'D' },
        C: pass(),
        D: pass(),
      }),
    );
    expect(posts(loop).map(({ label }) => label)).toEqual(['↑ A', '↑ B']);
  });

  test('keeps the executions of a Distributed Map out of the picture of the campaign, which stays small', () => {
    const inner = JSON.parse(definition({ X: pass('Y'), Y: pass() }, 'X'));
    const map = (Mode: string) => ({ Type: 'Map', End: true, ItemProcessor: { ProcessorConfig: { Mode }, ...inner } });
    const [distributed, inline] = ['DISTRIBUTED', 'INLINE'].map(mode =>
      definition({ A: { Type: 'Parallel', End: true, Branches: [{ StartAt: 'Each', States: { Each: map(mode) } }] } }),
    );
    const [folded, open] = [stateGraph(distributed ?? ''), stateGraph(inline ?? '')];
    expect(mapsIn(folded)).toEqual([{ name: 'Each', each: '/A[0]/Each' }]);
    expect(mapsIn(open)).toEqual([]);
    expect(stateGraph(distributed ?? '', '/A[0]/Each').nodes.map(({ name }) => name)).toEqual(['X', 'Y']);
    expect(layOut(folded).height).toBeLessThan(layOut(open).height);
  });
});
