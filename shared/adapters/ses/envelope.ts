const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // AWS also publishes one plain sentence ("Successfully validated SNS topic …"), which is no event.
    return undefined;
  }
}

// SNS in SQS or an EventBridge rule over SNS nest at most this deep; more would be somebody's joke.
const MAX_ENVELOPES = 3;

/** The SES object inside an SNS message (`Message` is a JSON string), an EventBridge event (`detail`) or plain text. */
export function unwrapped(input: unknown): Record<string, unknown> | undefined {
  let value = input;
  for (let depth = 0; depth <= MAX_ENVELOPES; depth++) {
    if (typeof value === 'string') value = parsed(value);
    if (!isObject(value)) return undefined;
    if ('mail' in value || 'Records' in value) return value;
    if (typeof value.Message === 'string') value = value.Message;
    else if (isObject(value.detail)) value = value.detail;
    else return value;
  }
  return undefined;
}
