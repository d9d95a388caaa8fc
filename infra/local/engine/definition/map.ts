import { constant } from '../expressions/template.ts';
import type { Batcher, Distributed, Reader, Writer } from './machine.ts';
import { type Raw, refuse } from './raw.ts';

/** The Distributed part of a Map state, or nothing for an inline one. */
export function parseDistributed(state: Raw, name: string, processor: Raw): Distributed | undefined {
  const config = processor.has('ProcessorConfig') ? processor.object('ProcessorConfig') : undefined;
  if (config?.oneOf('Mode', ['INLINE', 'DISTRIBUTED'], 'INLINE') !== 'DISTRIBUTED') return undefined;
  const reader = state.has('ItemReader') ? parseReader(state.object('ItemReader')) : undefined;
  const batcher = state.has('ItemBatcher') ? parseBatcher(state.object('ItemBatcher')) : undefined;
  const writer = state.has('ResultWriter') ? parseWriter(state.object('ResultWriter')) : undefined;
  return {
    label: parseLabel(state, name),
    executionType: config.oneOf('ExecutionType', ['STANDARD', 'EXPRESS'], 'STANDARD'),
    ...(reader && { reader }),
    ...(batcher && { batcher }),
    ...(writer && { writer }),
  };
}

/** At most 40 characters, none of them special. Without a Label AWS makes one out of the state's name. */
function parseLabel(state: Raw, name: string): string {
  const label = state.optionalString('Label');
  if (label === undefined) return name.replace(unfitForLabel, '').slice(0, 40) || 'Map';
  if (label.length > 40) refuse('Label cannot exceed 40 characters', `${state.path}/Label`);
  if (label.match(unfitForLabel)) refuse('Label contains a character that is not allowed', `${state.path}/Label`);
  return label;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what AWS forbids in a label
const unfitForLabel = /[\s?*<>{}[\]:;,\\|^~$#%&"`\u0000-\u001f\u007f-\u009f]/g;

function parseReader(raw: Raw): Reader {
  const operation = /:s3:(getObject|listObjectsV2)$/.exec(raw.string('Resource'))?.[1] as
    | Reader['operation']
    | undefined;
  if (!operation) refuse('the local engine reads s3:getObject and s3:listObjectsV2', `${raw.path}/Resource`);
  const config = raw.has('ReaderConfig') ? raw.object('ReaderConfig') : undefined;
  const maxItems = config?.template('MaxItems');
  return {
    operation,
    arguments: raw.template('Arguments') ?? raw.template('Parameters') ?? constant({}),
    inputType: config?.oneOf('InputType', ['CSV', 'JSON', 'JSONL'], 'JSON') ?? 'JSON',
    headerLocation: config?.oneOf('CSVHeaderLocation', ['FIRST_ROW', 'GIVEN'], 'FIRST_ROW') ?? 'FIRST_ROW',
    headers: config?.strings('CSVHeaders') ?? [],
    delimiter: delimiters[config?.oneOf('CSVDelimiter', delimiterNames, 'COMMA') ?? 'COMMA'],
    itemsPointer: config?.optionalString('ItemsPointer') ?? '',
    loadsObjects: config?.oneOf('Transformation', ['NONE', 'LOAD_AND_FLATTEN'], 'NONE') === 'LOAD_AND_FLATTEN',
    ...(maxItems && { maxItems }),
  };
}

const delimiters = { COMMA: ',', PIPE: '|', SEMICOLON: ';', SPACE: ' ', TAB: '\t' } as const;
const delimiterNames = ['COMMA', 'PIPE', 'SEMICOLON', 'SPACE', 'TAB'] as const;

function parseBatcher(raw: Raw): Batcher {
  const maxItems = raw.template('MaxItemsPerBatch');
  const maxBytes = raw.template('MaxInputBytesPerBatch');
  const input = raw.template('BatchInput');
  if (!maxItems && !maxBytes) refuse('ItemBatcher needs MaxItemsPerBatch or MaxInputBytesPerBatch', raw.path);
  return { ...(maxItems && { maxItems }), ...(maxBytes && { maxBytes }), ...(input && { input }) };
}

function parseWriter(raw: Raw): Writer {
  const target = raw.template('Arguments') ?? raw.template('Parameters');
  const config = raw.has('WriterConfig') ? raw.object('WriterConfig') : undefined;
  return {
    // Exported results carry their executions' metadata unless the writer says otherwise.
    transformation: config?.oneOf('Transformation', ['NONE', 'COMPACT', 'FLATTEN'], 'NONE') ?? 'NONE',
    outputType: config?.oneOf('OutputType', ['JSON', 'JSONL'], 'JSON') ?? 'JSON',
    ...(target && { arguments: target }),
  };
}
