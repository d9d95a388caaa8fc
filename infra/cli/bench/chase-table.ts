import type { ChaseMeasurement } from './chase-run.ts';
import { rows } from './rows.ts';

export const chaseTable = (run: ChaseMeasurement): string => `### The chase after an outage

Everybody is due at once, in ${run.campaigns} campaigns with a sender each. In that hour the senders' caps and warm-up allow
${run.allowed.toLocaleString('en')} mails; who is not among them is told the hour of their turn.

${rows(
  ['due', 'seconds', 'CPU seconds', 'peak memory', 'mails sent', 'still due'],
  [
    [
      run.due.toLocaleString('en'),
      run.wallSeconds.toFixed(1),
      run.cpuSeconds.toFixed(1),
      `${run.peakMemoryMb} MB`,
      run.sent.toLocaleString('en'),
      run.stillDue.toLocaleString('en'),
    ],
  ],
)}

`;
