/** The machine that both engines run: Pass, Choice, and a Map whose every task is Pass, Choice, Pass. */

const ends = (query: object) => ({
  Type: 'Pass',
  ...query,
  End: true,
});

const machine = (words: {
  language: 'JSONata' | 'JSONPath';
  prepare: object;
  anything: object;
  items: object;
  read: object;
  isLarge: object;
  large: object;
  small: object;
}) => ({
  QueryLanguage: words.language,
  StartAt: 'Prepare',
  States: {
    Prepare: { Type: 'Pass', ...words.prepare, Next: 'Anything to do?' },
    'Anything to do?': { Type: 'Choice', Choices: [{ ...words.anything, Next: 'Each task' }], Default: 'Nothing' },
    'Each task': {
      Type: 'Map',
      ...words.items,
      ItemProcessor: {
        StartAt: 'Read',
        States: {
          Read: { Type: 'Pass', ...words.read, Next: 'Is it large?' },
          'Is it large?': { Type: 'Choice', Choices: [{ ...words.isLarge, Next: 'Large' }], Default: 'Small' },
          Large: ends(words.large),
          Small: ends(words.small),
        },
      },
      End: true,
    },
    Nothing: { Type: 'Succeed' },
  },
});

export const inJsonata = machine({
  language: 'JSONata',
  prepare: { Output: { tasks: '{% $states.input.tasks %}', limit: 500 } },
  anything: { Condition: '{% $exists($states.input.tasks[0]) %}' },
  items: { Items: '{% $states.input.tasks %}' },
  read: { Output: { id: '{% $states.input.id %}', size: '{% $states.input.size %}' } },
  isLarge: { Condition: '{% $states.input.size > 500 %}' },
  large: { Output: { id: '{% $states.input.id %}', kind: 'large' } },
  small: { Output: { id: '{% $states.input.id %}', kind: 'small' } },
});

export const inJsonPath = machine({
  language: 'JSONPath',
  prepare: { Parameters: { 'tasks.$': '$.tasks', limit: 500 } },
  anything: { Variable: '$.tasks[0]', IsPresent: true },
  items: { ItemsPath: '$.tasks' },
  read: { Parameters: { 'id.$': '$.id', 'size.$': '$.size' } },
  isLarge: { Variable: '$.size', NumericGreaterThan: 500 },
  large: { Parameters: { 'id.$': '$.id', kind: 'large' } },
  small: { Parameters: { 'id.$': '$.id', kind: 'small' } },
});

export const tasksFor = (count: number) => ({
  tasks: Array.from({ length: count }, (_, id) => ({ id, size: (id * 37) % 1000, handle: `creator-${id}` })),
});
