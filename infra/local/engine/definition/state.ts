import { compileTemplate } from '../expressions/template.ts';
import { parseTimestamp } from '../states/timestamp.ts';
import { parseFallible } from './fallible.ts';
import type { ChoiceState, Exit, MapState, ParallelState, State, TaskState, WaitState } from './machine.ts';
import { parseDistributed } from './map.ts';
import { type Raw, refuse } from './raw.ts';
import { parseResource } from './resource.ts';

/** Parses an inner list of states and answers with its id. */
type ParseBlock = (raw: Raw, id: string) => string;

const stateTypes = ['Task', 'Wait', 'Pass', 'Succeed', 'Fail', 'Choice', 'Parallel', 'Map'] as const;

export function parseState(raw: Raw, name: string, id: string, parseBlock: ParseBlock): State {
  if (raw.language === 'JSONPath') refusePaths(raw);
  else refuseFields(raw, jsonPathOnly);
  const type = raw.string('Type');
  const common = { name, ...parseExit(raw) };
  switch (type) {
    case 'Pass':
      return { ...common, ...passResult(raw), type };
    case 'Succeed':
      return { ...common, type };
    case 'Fail': {
      const error = raw.template('Error');
      const cause = raw.template('Cause');
      return { name, type, ...(error && { error }), ...(cause && { cause }) };
    }
    case 'Wait':
      return { ...common, ...parseWait(raw) };
    case 'Choice':
      return { ...common, ...parseChoice(raw) };
    case 'Task':
      return { ...common, ...parseTask(raw) };
    case 'Parallel':
      return { ...common, ...parseParallel(raw, id, parseBlock) };
    case 'Map':
      return { ...common, ...parseMap(raw, name, id, parseBlock) };
    default:
      return refuse(`The field 'Type' should have one of these values: [${stateTypes.join(', ')}]`, `${raw.path}/Type`);
  }
}

function parseExit(raw: Raw): Exit {
  const type = raw.get('Type');
  const next = type === 'Choice' ? raw.optionalString('Default') : raw.optionalString('Next');
  const ends = raw.get('End') === true || type === 'Succeed' || type === 'Fail' || type === 'Choice';
  if (next === undefined && !ends) refuse('a state needs Next or "End": true', raw.path);
  const output =
    raw.template('Output') ?? (raw.get('ResultPath') === null ? compileTemplate('{% $states.input %}') : undefined);
  const assign = raw.template('Assign');
  return { ...(next !== undefined && { next }), ...(output && { output }), ...(assign && { assign }) };
}

/** What only JSONPath states have for it. */
function passResult(raw: Raw): Exit {
  if (raw.language === 'JSONata' || raw.get('ResultPath') === null) return {};
  const output = raw.template('Result') ?? raw.template('Parameters');
  return output ? { output } : {};
}

function parseWait(raw: Raw): Pick<WaitState, 'type' | 'seconds' | 'timestamp'> {
  const seconds = raw.template('Seconds');
  const timestamp = raw.template('Timestamp');
  if (!seconds === !timestamp) refuse('a Wait needs exactly one of Seconds and Timestamp', raw.path);
  if (timestamp?.kind === 'constant' && parseTimestamp(String(timestamp.value)) === undefined)
    refuse('String does not match RFC3339 timestamp', `${raw.path}/Timestamp`);
  return { type: 'Wait', ...(seconds && { seconds }), ...(timestamp && { timestamp }) };
}

function parseChoice(raw: Raw): Pick<ChoiceState, 'type' | 'choices' | 'hasDefault'> {
  const choices = raw.objects('Choices').map(rule => {
    const condition = rule.template('Condition') ?? refuse('a choice rule needs a Condition', rule.path);
    const output = rule.template('Output');
    const assign = rule.template('Assign');
    return { condition, next: rule.string('Next'), ...(output && { output }), ...(assign && { assign }) };
  });
  if (choices.length === 0) refuse('Choices must have at least one rule', raw.path);
  return { type: 'Choice', choices, hasDefault: raw.has('Default') };
}

function parseTask(raw: Raw): Omit<TaskState, 'name'> {
  const given = raw.template('Arguments') ?? raw.template('Parameters');
  const timeoutSeconds = raw.template('TimeoutSeconds');
  const heartbeatSeconds = raw.template('HeartbeatSeconds');
  return {
    type: 'Task',
    resource: parseResource(raw.string('Resource')),
    ...parseFallible(raw),
    ...(given && { arguments: given }),
    ...(timeoutSeconds && { timeoutSeconds }),
    ...(heartbeatSeconds && { heartbeatSeconds }),
  };
}

function parseParallel(raw: Raw, id: string, parseBlock: ParseBlock): Omit<ParallelState, 'name'> {
  const given = raw.template('Arguments') ?? raw.template('Parameters');
  if (raw.list('Branches').length === 0) refuse('Value cannot be empty', `${raw.path}/Branches`);
  const branches = raw.objects('Branches').map((branch, index) => parseBlock(branch, `${id}[${index}]`));
  return { type: 'Parallel', branches, ...parseFallible(raw), ...(given && { arguments: given }) };
}

function parseMap(raw: Raw, name: string, id: string, parseBlock: ParseBlock): Omit<MapState, 'name'> {
  const processor = raw.object(raw.has('ItemProcessor') ? 'ItemProcessor' : 'Iterator');
  const distributed = parseDistributed(raw, name, processor);
  const items = raw.template('Items');
  const itemSelector = raw.template('ItemSelector') ?? raw.template('Parameters');
  const maxConcurrency = raw.template('MaxConcurrency');
  const toleratedFailureCount = raw.template('ToleratedFailureCount');
  const toleratedFailurePercentage = raw.template('ToleratedFailurePercentage');
  return {
    type: 'Map',
    processor: parseBlock(processor, id),
    ...parseFallible(raw),
    ...(items && { items }),
    ...(itemSelector && { itemSelector }),
    ...(maxConcurrency && { maxConcurrency }),
    ...(toleratedFailureCount && { toleratedFailureCount }),
    ...(toleratedFailurePercentage && { toleratedFailurePercentage }),
    ...(distributed && { distributed }),
  };
}

const trivialPaths: { readonly [field: string]: readonly unknown[] } = {
  InputPath: ['$'],
  OutputPath: ['$'],
  ResultPath: ['$', null],
};

/** What a JSONata state says by Arguments, Output and Items. */
const jsonPathOnly = /^(?:Parameters|Result|ResultSelector)$|Path$/;

function refuseFields(raw: Raw, unfit: RegExp): void {
  const field = raw.keys().find(key => unfit.test(key));
  if (field)
    refuse(`The field '${field}' is not supported with the query language ${raw.language}`, `${raw.path}/${field}`);
}

/** This engine runs JSONata. A JSONPath state is welcome as long as it asks for no path. */
function refusePaths(raw: Raw): void {
  for (const key of raw.keys()) {
    const allowed = trivialPaths[key];
    const isPath = allowed ? !allowed.includes(raw.get(key)) : key.endsWith('Path') || key === 'ResultSelector';
    if (isPath) refuse('the local engine runs JSONata; a JSONPath state must do without paths', `${raw.path}/${key}`);
  }
}
