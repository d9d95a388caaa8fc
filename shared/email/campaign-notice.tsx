import { showInstant } from '#shared/lib/display.ts';
import { type Notice, NoticeLayout, noticeReader, sampleNotice } from './notice-layout.tsx';
import { Action, Bullets, Paragraph, Subtitle } from './parts.tsx';

export interface CampaignNoticeProps {
  readonly notice: Notice;
  readonly kind: 'finished' | 'cancelled' | 'failed';
  readonly at: string;
  /** Why, in a sentence; of a failure: what failed. */
  readonly because?: string;
  /** What happens now, and what a person has to do. */
  readonly next: readonly string[];
  readonly consoleUrl: string;
}

const titles = {
  finished: 'The campaign is finished',
  cancelled: 'The campaign was cancelled',
  failed: 'The campaign stopped with a failure',
} as const;

export const subject = ({ notice, kind }: Pick<CampaignNoticeProps, 'notice' | 'kind'>): string =>
  `${notice.campaign.name}: ${titles[kind].toLowerCase()}`;

export function Mail(props: CampaignNoticeProps) {
  const { notice, kind, at, because, next, consoleUrl } = props;
  const when = showInstant(at, noticeReader(notice));
  return (
    <NoticeLayout notice={notice} subject={subject(props)} preview={because ?? `On ${when}.`} title={titles[kind]}>
      <Paragraph>
        {when}
        {because === undefined ? '.' : `: ${because}`}
      </Paragraph>
      {next.length > 0 && (
        <>
          <Subtitle>What happens now</Subtitle>
          <Bullets items={next} />
        </>
      )}
      <Action href={consoleUrl}>Open the console</Action>
    </NoticeLayout>
  );
}

export const sample: CampaignNoticeProps = {
  notice: sampleNotice,
  kind: 'failed',
  at: '2026-11-24T07:12:00Z',
  because: 'the source “candidates.csv” has no column that names a profile.',
  next: [
    'Nobody has been written to and no money is promised.',
    'Mend the file and launch the campaign again; a repeated launch under the same id is refused, so give it a new one.',
  ],
  consoleUrl: 'https://go.lumenskin.example/console#winter-barrier-7f3a',
};

export const sampleFinished: CampaignNoticeProps = {
  notice: sampleNotice,
  kind: 'finished',
  at: '2027-01-05T03:30:00Z',
  next: ['17 payouts are settled, ₹1,98,400 in all.', 'The final report is on its way in a mail of its own.'],
  consoleUrl: 'https://go.lumenskin.example/console#winter-barrier-7f3a',
};
