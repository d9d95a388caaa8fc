import { ServiceFault } from '../faults.ts';
import type { Json } from '../json.ts';
import type { Block, Machine, State } from './machine.ts';
import { type QueryLanguage, Raw, refuse } from './raw.ts';
import { checkScopes } from './scopes.ts';
import { parseState } from './state.ts';

/** AWS limits a definition to 1 MB and a state's name to 80 characters. */
const longestDefinition = 1_048_576;
const longestName = 80;

/** Parses and checks a definition; throws InvalidDefinition with the place of the mistake. */
export function parseMachine(definition: Json, type: 'STANDARD' | 'EXPRESS'): Machine {
  const document = read(definition);
  const top = new Raw(document, '', 'JSONPath');
  const language = top.oneOf('QueryLanguage', ['JSONPath', 'JSONata'], 'JSONPath');
  const blocks = new Map<string, Block>();
  const parseBlock = (raw: Raw, id: string): string => {
    const states = parseStates(raw, id, language, parseBlock);
    blocks.set(id, { id, startAt: raw.string('StartAt'), states });
    checkTargets(raw, states);
    return id;
  };
  parseBlock(new Raw(document, '', language), '');
  if (type === 'EXPRESS') refuseCallbacks(blocks);
  checkScopes(blocks);
  return { blocks, timeoutSeconds: top.has('TimeoutSeconds') ? top.number('TimeoutSeconds', 0) : undefined };
}

function read(definition: Json): Json {
  if (typeof definition !== 'string') return definition;
  if (definition.length > longestDefinition) {
    throw new ServiceFault(
      'InvalidDefinition',
      `Invalid State Machine Definition: 'larger than ${longestDefinition} bytes'`,
    );
  }
  try {
    return JSON.parse(definition);
  } catch (error) {
    throw new ServiceFault(
      'InvalidDefinition',
      `Invalid State Machine Definition: 'INVALID_JSON_DESCRIPTION: ${(error as Error).message}'`,
    );
  }
}

function parseStates(
  raw: Raw,
  id: string,
  language: QueryLanguage,
  parseBlock: (raw: Raw, id: string) => string,
): Map<string, State> {
  const list = raw.object('States');
  const states = new Map<string, State>();
  for (const name of list.keys()) {
    if (name.length > longestName) refuse(`State name cannot exceed ${longestName} characters`, `${list.path}/${name}`);
    const own = list.object(name).oneOf('QueryLanguage', ['JSONPath', 'JSONata'], raw.language);
    if (language === 'JSONata' && own === 'JSONPath')
      refuse('a JSONata machine has no JSONPath states', `${list.path}/${name}`);
    states.set(name, parseState(list.object(name, own), name, `${id}/${name}`, parseBlock));
  }
  return states;
}

function checkTargets(raw: Raw, states: ReadonlyMap<string, State>): void {
  const targets = [raw.string('StartAt'), ...[...states.values()].flatMap(targetsOf)];
  for (const target of targets) {
    if (!states.has(target)) {
      throw new ServiceFault(
        'InvalidDefinition',
        `Invalid State Machine Definition: 'MISSING_TRANSITION_TARGET: Missing 'Next' target: ${target} at ${raw.path}'`,
      );
    }
  }
}

function targetsOf(state: State): string[] {
  const exits = [state, ...('choices' in state ? state.choices : []), ...('catch' in state ? state.catch : [])];
  return exits.flatMap(exit => exit.next ?? []);
}

function refuseCallbacks(blocks: ReadonlyMap<string, Block>): void {
  for (const block of blocks.values()) {
    for (const state of block.states.values()) {
      if (state.type !== 'Task' || state.resource.integration === 'request') continue;
      refuse(
        `Express state machine does not support '${state.resource.suffix}' service integration`,
        `/States/${state.name}/Resource`,
      );
    }
  }
}
