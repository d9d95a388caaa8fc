import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, test } from 'vitest';
import { bedrockReplyModel } from '#shared/adapters/bedrock/reply-model.ts';

const bedrock = mockClient(BedrockRuntimeClient);
const read = bedrockReplyModel(new BedrockRuntimeClient({ region: 'eu-west-1' }), 'a.model-v1:0');
const says = (input: unknown) =>
  bedrock.on(ConverseCommand).resolves({
    output: {
      message: {
        role: 'assistant',
        content: [{ toolUse: { toolUseId: '1', name: 'report_reading', input: input as never } }],
      },
    },
    stopReason: 'tool_use',
  });

beforeEach(() => bedrock.reset());

describe('a language model', () => {
  test('is shown the answer as data, and its reading is one line', async () => {
    says({ intent: 'later', because: 'They ask\nto be written to again.' });
    expect(await read('maybe after diwali?')).toEqual({ intent: 'later', because: 'They ask to be written to again.' });
    const [call] = bedrock.commandCalls(ConverseCommand);
    expect(call?.args[0].input).toMatchObject({
      modelId: 'a.model-v1:0',
      messages: [{ role: 'user', content: [{ text: 'maybe after diwali?' }] }],
      inferenceConfig: { temperature: 0 },
      toolConfig: { toolChoice: { tool: { name: 'report_reading' } } },
    });
  });

  test('sees no more of a long mail than it needs, and says no more than a line', async () => {
    says({ intent: 'question', because: 'x'.repeat(5000) });
    expect((await read('y'.repeat(100_000)))?.because).toHaveLength(200);
    const [call] = bedrock.commandCalls(ConverseCommand);
    expect(call?.args[0].input.messages?.[0]?.content?.[0]?.text).toHaveLength(8000);
  });

  test.each([
    ['an intent that there is not', { intent: 'send-money', because: 'it says so' }],
    ['nothing', undefined],
    ['prose', 'yes!'],
  ])('that answers %s has suggested nothing', async (_, input) => {
    says(input);
    expect(await read('hm')).toBeUndefined();
  });

  test('that cannot be reached has suggested nothing', async () => {
    bedrock.on(ConverseCommand).rejects(new Error('AccessDeniedException'));
    expect(await read('hm')).toBeUndefined();
  });
});
