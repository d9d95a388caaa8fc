import type { Block, State } from './machine.ts';
import { refuse } from './raw.ts';

/** A Unicode identifier (UAX #31), which JSONata can name. */
const variableName = /^[\p{ID_Start}_]\p{ID_Continue}*$/u;

/** A state in a Parallel or Map may not assign a variable of an outer scope, nor hide one. */
export function checkScopes(blocks: ReadonlyMap<string, Block>): void {
  const outermost = blocks.get('');
  if (outermost) check(outermost, new Set());

  function check(block: Block, outer: ReadonlySet<string>): void {
    const states = [...block.states.values()];
    for (const state of states) {
      const unfit = assignedBy(state).find(name => !variableName.test(name));
      if (unfit !== undefined) refuse(`'${unfit}' is not a variable name`, `/States/${state.name}/Assign`);
      const taken = assignedBy(state).find(name => outer.has(name));
      if (taken) refuse(`Variable ${taken} is already declared in an outer scope`, `/States/${state.name}/Assign`);
    }
    for (const state of states) {
      // What the state itself assigns, at its end or in a Catch, comes after everything inside it (recorded).
      const before = states.filter(other => other !== state).flatMap(assignedBy);
      const visible = new Set([...outer, ...before]);
      for (const id of innerBlocks(state)) {
        const inner = blocks.get(id);
        if (inner) check(inner, state.type === 'Map' && state.distributed ? new Set() : visible);
      }
    }
  }
}

function innerBlocks(state: State): readonly string[] {
  if (state.type === 'Parallel') return state.branches;
  return state.type === 'Map' ? [state.processor] : [];
}

function assignedBy(state: State): string[] {
  const exits = [state, ...('choices' in state ? state.choices : []), ...('catch' in state ? state.catch : [])];
  return exits.flatMap(({ assign }) => {
    if (assign?.kind === 'object') return assign.fields.map(([name]) => name);
    return assign?.kind === 'constant' ? Object.keys(assign.value ?? {}) : [];
  });
}
