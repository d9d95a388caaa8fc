import type { CollaborationView, TimelineView } from '#shared/contracts/views/collaborations.ts';
import { formatMoney } from '#shared/domain/money.ts';
import type { Api } from '../api.ts';
import { fileName, type OutFolder } from './out-folder.ts';

export interface CollaborationFile {
  readonly collaboration: CollaborationView;
  readonly timeline: readonly TimelineView[];
  readonly file: string;
}

/** Everything that happened in each collaboration, one Markdown file each. */
export async function writeTimelines(api: Api, campaignId: string, folder: OutFolder): Promise<CollaborationFile[]> {
  const files: CollaborationFile[] = [];
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = await api.call('listCollaborations', { params: { campaignId }, query: { limit: '200', cursor } });
    cursor = page.nextCursor;
    for (const { influencerId } of page.items) {
      const { collaboration, timeline } = await api.call('getTimeline', { params: { campaignId, influencerId } });
      const file = `timelines/${collaboration.status}-${fileName(collaboration.name)}-${fileName(influencerId)}.md`;
      folder.write(file, markdown(collaboration, timeline));
      files.push({ collaboration, timeline, file });
    }
  }
  return files;
}

function markdown(collaboration: CollaborationView, timeline: readonly TimelineView[]): string {
  const { name, profile, status, because, offer, postUrl, coupon } = collaboration;
  const facts = [
    `- profile: ${profile.url}`,
    `- status: ${status}${because ? ` (${because})` : ''}`,
    `- terms: ${formatMoney(offer.fee)}${offer.perSalePercent > 0 ? ` and ${offer.perSalePercent} % of sales` : ''}`,
    ...(coupon ? [`- coupon: ${coupon}`] : []),
    ...(postUrl ? [`- post: ${postUrl}`] : []),
  ];
  const entries = timeline.map(
    ({ at, title, detail }) =>
      `- ${at.slice(0, 16).replace('T', ' ')} **${title}**${detail ? `\n  ${detail.replaceAll('\n', '\n  ')}` : ''}`,
  );
  return `# ${name}\n\n${facts.join('\n')}\n\n## What happened\n\n${entries.join('\n')}\n`;
}
