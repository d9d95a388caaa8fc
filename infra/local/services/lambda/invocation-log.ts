/** Invocations kept for a person to look at; failures outlive the many that went well after them. */
const keptInvocations = 500;
const keptFailures = 200;
const keptTextLength = 16_384;

/** The step of an execution that called. */
export interface CallingStep {
  readonly executionArn: string;
  readonly stateName: string;
}

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
  readonly step?: CallingStep;
}

export interface InvocationLog {
  add(invocation: Invocation): void;
  /** Says which step an invocation belongs to. */
  relate(requestId: string, step: CallingStep): void;
  /** Newest first. */
  list(filter?: { functionName?: string; failedOnly?: boolean; executionArn?: string }): Invocation[];
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
    relate(requestId, step) {
      const last = kept.findLastIndex(one => one.requestId === requestId);
      const found = kept[last];
      if (!found) return;
      const withStep = { ...found, step };
      kept[last] = withStep;
      failures = failures.map(one => (one === found ? withStep : one));
    },
    list({ functionName, failedOnly = false, executionArn } = {}) {
      const recent = new Set(kept);
      const all = failedOnly ? failures : [...failures.filter(failure => !recent.has(failure)), ...kept];
      return all
        .filter(one => !functionName || one.functionName === functionName)
        .filter(one => !executionArn || one.step?.executionArn === executionArn)
        .reverse();
    },
  };
}
