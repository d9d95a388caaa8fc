/** Invocations kept for a person to look at. */
const keptInvocations = 500;
const keptTextLength = 16_384;

export interface Invocation {
  readonly requestId: string;
  readonly functionName: string;
  readonly atMs: number;
  readonly durationMs: number;
  readonly coldStart: boolean;
  readonly event: string;
  readonly payload: string;
  readonly functionError?: 'Unhandled';
  readonly logs: string;
}

export interface InvocationLog {
  add(invocation: Invocation): void;
  /** Newest first. */
  list(filter?: { functionName?: string; failedOnly?: boolean }): Invocation[];
}

/** The last invocations with what they were given, answered and logged. */
export function createInvocationLog(): InvocationLog {
  const kept: Invocation[] = [];
  const cut = (text: string) => (text.length > keptTextLength ? `${text.slice(0, keptTextLength)} ...` : text);
  return {
    add(invocation) {
      const { event, payload, logs } = invocation;
      kept.push({ ...invocation, event: cut(event), payload: cut(payload), logs: cut(logs) });
      if (kept.length > keptInvocations) kept.shift();
    },
    list: ({ functionName, failedOnly = false } = {}) =>
      kept
        .filter(one => (!functionName || one.functionName === functionName) && (!failedOnly || one.functionError))
        .reverse(),
  };
}
