/**
 * A campaign's collaborations as the bench runs them: an offer that is answered after days, or after a reminder, a three-week
 * wait for the post, and a verification that fails at first.
 */

const day = 24 * 3600;

const collaboration = {
  StartAt: 'Offer',
  States: {
    Offer: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: {
        FunctionName: 'offer',
        Payload: {
          influencer: '{% $states.input.id %}',
          token: '{% $states.context.Task.Token %}',
          at: '{% $states.context.State.EnteredTime %}',
        },
      },
      TimeoutSeconds: 3 * day,
      Assign: { influencer: '{% $states.input.id %}', answer: '{% $states.result %}' },
      Catch: [{ ErrorEquals: ['States.Timeout'], Assign: { influencer: '{% $states.input.id %}' }, Next: 'Remind' }],
      Next: 'What was the answer?',
    },
    Remind: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: {
        FunctionName: 'remind',
        Payload: { influencer: '{% $influencer %}', token: '{% $states.context.Task.Token %}' },
      },
      TimeoutSeconds: 10 * day,
      Assign: { answer: '{% $states.result %}' },
      Next: 'What was the answer?',
    },
    'What was the answer?': {
      Type: 'Choice',
      Choices: [{ Condition: "{% $answer.kind = 'accepted' %}", Next: 'Wait for the post' }],
      Default: 'Declined',
    },
    'Wait for the post': { Type: 'Wait', Seconds: 21 * day, Next: 'Verify' },
    Verify: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Arguments: {
        FunctionName: 'verify',
        Payload: { influencer: '{% $influencer %}', at: '{% $states.context.State.EnteredTime %}' },
      },
      Retry: [{ ErrorEquals: ['NotYet'], IntervalSeconds: 6 * 3600, MaxAttempts: 3, BackoffRate: 2 }],
      Output: { influencer: '{% $influencer %}', verified: '{% $states.result.Payload.verified %}' },
      End: true,
    },
    Declined: { Type: 'Succeed', Output: { influencer: '{% $influencer %}', declined: true } },
  },
};

export const campaign = {
  QueryLanguage: 'JSONata',
  StartAt: 'Collaborations',
  States: {
    Collaborations: {
      Type: 'Map',
      ItemReader: {
        Resource: 'arn:aws:states:::s3:getObject',
        ReaderConfig: { InputType: 'JSON' },
        Arguments: { Bucket: 'b', Key: 'k' },
      },
      ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }, ...collaboration },
      ResultWriter: { Resource: 'arn:aws:states:::s3:putObject', Arguments: { Bucket: 'b', Prefix: 'results' } },
      Next: 'Wait until the campaign ends',
    },
    'Wait until the campaign ends': { Type: 'Wait', Timestamp: '2026-02-12T00:00:00Z', End: true },
  },
};
