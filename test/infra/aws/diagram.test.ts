import { expect, test } from 'vitest';
import { mermaid } from '#infra/aws/diagram.ts';

const definition = {
  StartAt: 'Ask',
  States: {
    Ask: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Next: 'Is it "yes"?',
      Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Done' }],
    },
    'Is it "yes"?': {
      Type: 'Choice',
      Choices: [{ Condition: '{% $status in ["yes","sure"] %}', Next: 'Each' }],
      Default: 'Done',
    },
    Each: {
      Type: 'Map',
      ItemBatcher: { MaxItemsPerBatch: 5 },
      ItemProcessor: { States: { Rest: { Type: 'Wait', Seconds: 1, End: true } } },
      Next: 'Done',
    },
    Done: { Type: 'Succeed' },
  },
};

test('a state machine is drawn with its shapes, questions, loops and what happens when time is up', () => {
  expect(
    mermaid(definition)
      .split('\n')
      .map(line => line.trim()),
  ).toEqual([
    'flowchart TD',
    'Ask{{"Ask"}}',
    'Is_it_yes_{"Is it #quot;yes#quot;?"}',
    'subgraph Each["Each (each batch of 5)"]',
    'Rest[/"Rest"/]',
    'end',
    'Done(["Done"])',
    'Ask --> Is_it_yes_',
    'Ask -.->|"time is up"| Done',
    'Is_it_yes_ -->|"yes or sure"| Each',
    'Is_it_yes_ -->|otherwise| Done',
    'Each --> Done',
  ]);
});
