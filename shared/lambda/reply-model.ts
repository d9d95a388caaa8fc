import type { ReplyModel } from '#shared/ports/reply-model.ts';

/** The model that this deployment has chosen. Its client is loaded only then: a cold start without one pays nothing for it. */
export async function replyModel(modelId: string): Promise<{ replyModel?: ReplyModel }> {
  if (modelId === '') return {};
  const [{ BedrockRuntimeClient }, { bedrockReplyModel }] = await Promise.all([
    import('@aws-sdk/client-bedrock-runtime'),
    import('../adapters/bedrock/reply-model.ts'),
  ]);
  return { replyModel: bedrockReplyModel(new BedrockRuntimeClient({}), modelId) };
}
