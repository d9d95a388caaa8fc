import { type Traces, withoutWords } from '#shared/domain/erasure.ts';
import { anonymousReport } from '#shared/domain/report/anonymous.ts';
import type { ReportKind } from '#shared/domain/report/report.ts';
import type { Campaign } from '#shared/ports/campaigns.ts';
import type { HeldCounts } from '#shared/ports/erasures.ts';
import type { FileStore } from '#shared/ports/files.ts';
import type { MessageStore, OutMessage } from '#shared/ports/messages.ts';
import { keepReport, keptReport } from '../report-files.ts';
import { stakeholderThread } from '../send-notice.ts';

interface Deps {
  readonly messages: MessageStore;
  readonly files: FileStore;
}

const reportKinds: Partial<Record<OutMessage['purpose'], ReportKind>> = {
  'kick-off-report': 'kick-off',
  'progress-report': 'progress',
  'final-report': 'final',
};

/** Takes the person out of our copies of what stakeholders were told; the figures in them stay. */
export async function rewriteReports(deps: Deps, { campaignId, spec }: Campaign, traces: Traces): Promise<HeldCounts> {
  const sent = new Map<string, { kind: ReportKind; number: number }>();
  let notices = 0;
  for (const address of new Set(spec.stakeholders)) {
    const thread = stakeholderThread(campaignId, address);
    for (const message of await deps.messages.list(thread)) {
      if (message.direction !== 'out') continue;
      const { purpose, number } = message;
      const kind = reportKinds[purpose];
      if (kind) sent.set(`${purpose} ${number}`, { kind, number });
      const subject = withoutWords(message.subject, traces.words);
      const text = withoutWords(message.text, traces.words);
      if (subject === message.subject && text === message.text) continue;
      await deps.messages.rewrite(thread, { ...message, subject, text });
      notices += 1;
    }
  }
  let reports = 0;
  for (const one of sent.values()) {
    const report = await keptReport(deps.files, { campaignId, ...one });
    const after = report && anonymousReport(report, traces);
    if (!after || JSON.stringify(after) === JSON.stringify(report)) continue;
    await keepReport(deps.files, { campaignId, ...one }, after);
    reports += 1;
  }
  return { notices, reports };
}
