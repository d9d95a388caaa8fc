/** Invocations kept for a person to look at; failures outlive the many that went well after them. */
const keptInvocations = 500;
const keptFailures = 200;
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
  let kept: Invocation[] = [];
  let failures: Invocation[] = [];
  const cut = (text: string) => (text.length > keptTextLength ? `${text.slice(0, keptTextLength)} ...` : text);
  return {
    add(invocation) {
      const { event, payload, logs } = invocation;
      const short = { ...invocation, event: cut(event), payload: cut(payload), logs: cut(logs) };
      kept = [...kept.slice(1 - keptInvocations), short];
      if (invocation.functionError) failures = [...failures.slice(1 - keptFailures), short];
    },
    list({ functionName, failedOnly = false } = {}) {
      const recent = new Set(kept);
      const all = failedOnly ? failures : [...failures.filter(failure => !recent.has(failure)), ...kept];
      return all.filter(one => !functionName || one.functionName === functionName).reverse();
    },
  };
}
