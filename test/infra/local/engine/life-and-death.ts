import type { MachineInput } from '#infra/local/engine/api.ts';
import { callback, invoke } from './small-cloud.ts';

/** Calls once, asks somebody, and waits a little. */
export const lifeAndDeath: MachineInput = {
  arn: 'arn:aws:states:us-east-1:000000000000:stateMachine:life',
  name: 'life',
  roleArn: 'role',
  definition: {
    QueryLanguage: 'JSONata',
    StartAt: 'First',
    States: {
      First: invoke('first', { Assign: { seen: true }, Next: 'Ask' }),
      Ask: callback('ask', { Assign: { answer: '{% $states.result %}' }, Next: 'Rest' }),
      Rest: { Type: 'Wait', Seconds: 1, Next: 'Last' },
      Last: invoke('last', { Output: ['{% $seen %}', '{% $answer %}'], End: true }),
    },
  },
};
