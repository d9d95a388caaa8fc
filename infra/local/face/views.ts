import type { ShowView } from './view.ts';
import { showCounters } from './views/counters.ts';
import { showExecution } from './views/execution.ts';
import { showExecutions } from './views/executions.ts';
import { showGrants } from './views/grants.ts';
import { showInbox } from './views/inbox.ts';
import { showInvocation } from './views/invocation.ts';
import { showLog } from './views/log.ts';
import { showMail } from './views/mail.ts';
import { showMapRun } from './views/map-run.ts';
import { showOverview } from './views/overview.ts';
import { showQueues } from './views/queues.ts';
import { showTimers } from './views/timers.ts';
import { showWaiting } from './views/waiting.ts';

/** By the first part of the address. */
export const views: Readonly<Record<string, ShowView>> = {
  '': showOverview,
  executions: showExecutions,
  execution: showExecution,
  'map-run': showMapRun,
  waiting: showWaiting,
  timers: showTimers,
  inbox: showInbox,
  mail: showMail,
  log: showLog,
  invocation: showInvocation,
  queues: showQueues,
  grants: showGrants,
  counters: showCounters,
};
