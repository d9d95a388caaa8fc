import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';

/** A secret's text. */
export async function secretText(client: SecretsManagerClient, arn: string): Promise<string> {
  const { SecretString: text } = await client.send(new GetSecretValueCommand({ SecretId: arn }));
  if (!text) throw new Error(`The secret ${arn} has no text. README, "Secrets", says what belongs into it.`);
  return text;
}

/** A secret that holds JSON, checked. */
export async function secretJson<T>(client: SecretsManagerClient, arn: string, schema: z.ZodType<T>): Promise<T> {
  const text = await secretText(client, arn);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error(`The secret ${arn} is no JSON. README, "Secrets", says what belongs into it.`);
  }
  const answer = schema.safeParse(value);
  if (answer.success) return answer.data;
  throw new Error(`The secret ${arn} does not fit: ${z.prettifyError(answer.error)}`);
}
