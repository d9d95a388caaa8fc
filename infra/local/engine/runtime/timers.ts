import { dueMs, isRunning, type Scope } from '../execution/execution.ts';
import { finish } from '../execution/finish.ts';
import { ring } from '../execution/flow.ts';
import type { Turn } from '../execution/turn.ts';
import type { Live } from './live.ts';
import type { Runtime } from './runtime.ts';

const yearSeconds = 365 * 24 * 3600;
const longestExecutionSeconds = { STANDARD: yearSeconds, EXPRESS: 5 * 60 };

/** Brings the clock's timers into line with what the turn's scopes now wait for. */
export function setTimers(runtime: Runtime, live: Live, turn: Turn): void {
  if (!isRunning(live.execution)) cancelTimers(live);
  for (const scope of turn.dropped) cancel(live, scope);
  for (const scope of turn.touched)
    if (!turn.dropped.has(scope) && isRunning(live.execution)) setTimer(runtime, live, scope);
}

export function setTimer(runtime: Runtime, live: Live, scope: Scope): void {
  cancel(live, scope);
  const due = dueMs(scope);
  if (due === undefined) return;
  const { waiting, attempt } = scope;
  const task = () => {
    live.timers.delete(scope.id);
    runtime.post(live, turn => {
      const isStill = scope.waiting === waiting && scope.attempt === attempt && scope.status === 'running';
      return isStill && isRunning(live.execution) ? ring(turn, scope) : undefined;
    });
  };
  const label = () => `${live.execution.header.machineName} ${live.execution.header.name}: ${scope.state}`;
  live.timers.set(scope.id, runtime.clock.at(due, task, { label }));
}

/**
 * Ends the execution when its time is over: its machine's TimeoutSeconds, or AWS's limit. The limit alone does not drive a
 * fast clock, or an execution that waits for a person would send an idle cloud a year ahead.
 */
export function setDeadline(runtime: Runtime, live: Live): void {
  const { header, machine } = live.execution;
  const limit = longestExecutionSeconds[header.type];
  const seconds = (header.child ? undefined : machine.timeoutSeconds) ?? limit;
  const dueMs = (header.redriveMs ?? header.startMs) + Math.min(seconds, limit) * 1000;
  const timeOut = () => {
    runtime.post(live, turn => {
      if (isRunning(live.execution)) finish(turn, { status: 'TIMED_OUT', error: 'States.Timeout' });
    });
  };
  const label = () => `${header.machineName} ${header.name}: its time is over`;
  live.cancelDeadline = runtime.clock.at(dueMs, timeOut, { background: seconds >= limit, label });
}

export function cancelTimers(live: Live): void {
  for (const cancelTimer of live.timers.values()) cancelTimer();
  live.timers.clear();
  live.cancelDeadline?.();
}

function cancel(live: Live, scope: Scope): void {
  live.timers.get(scope.id)?.();
  live.timers.delete(scope.id);
}
