import { profileUrl } from '#shared/domain/import/profile.ts';
import type { ProfileRef } from '#shared/domain/influencer.ts';
import type { Money } from '#shared/domain/money.ts';
import { type Reader, showCount, showInstant, showMoney, showPercent } from '#shared/lib/display.ts';
import { DataTable } from './data-table.tsx';
import { type Notice, NoticeLayout, noticeReader, sampleNotice } from './notice-layout.tsx';
import { Action, Facts, Link, Note, Paragraph, Subtitle } from './parts.tsx';

export interface ShortlistedCandidate {
  readonly name: string;
  readonly profile: ProfileRef;
  readonly followers?: number;
  readonly engagementRate?: number;
  /** 0 to 100. */
  readonly score: number;
  /** What speaks for them, in one sentence. */
  readonly reason: string;
  readonly expectedFee?: Money;
}

export interface ApprovalRequestProps {
  readonly notice: Notice;
  readonly candidates: number;
  readonly eligible: number;
  readonly shortlisted: number;
  readonly wanted: number;
  readonly budget: Money;
  /** Best first; a handful is enough, the console has all. */
  readonly best: readonly ShortlistedCandidate[];
  readonly deadline: string;
  readonly onDeadline: 'approve' | 'cancel';
  readonly consoleUrl: string;
}

export const subject = ({ notice, shortlisted }: Pick<ApprovalRequestProps, 'notice' | 'shortlisted'>): string =>
  `${notice.campaign.name}: a shortlist of ${shortlisted} waits for your approval`;

export function Mail(props: ApprovalRequestProps) {
  const { notice, candidates, eligible, shortlisted, wanted, budget, best, deadline, onDeadline, consoleUrl } = props;
  const reader = noticeReader(notice);
  const until = showInstant(deadline, reader);
  const then = onDeadline === 'approve' ? 'it is approved as it stands' : 'the campaign is cancelled';
  return (
    <NoticeLayout
      notice={notice}
      subject={subject(props)}
      preview={`Approve by ${until}; otherwise ${then}.`}
      title="The shortlist is ready"
    >
      <Paragraph>
        Nobody has been written to yet. Please look through the list and approve it by <strong>{until}</strong>. Without
        an answer by then {then}.
      </Paragraph>
      <Facts
        facts={[
          { label: 'Candidates looked at', value: showCount(candidates, reader) },
          { label: 'Fit the campaign', value: showCount(eligible, reader) },
          {
            label: 'On the shortlist',
            value: `${showCount(shortlisted, reader)} for ${showCount(wanted, reader)} wanted`,
          },
          { label: 'Budget', value: showMoney(budget, reader) },
        ]}
      />
      <Action href={consoleUrl}>Review and approve</Action>
      <Note above={12}>
        The page asks for your API token. By command line: groundswell approve {notice.campaign.id}
      </Note>
      {best.length > 0 && <Subtitle>{`The first ${best.length}`}</Subtitle>}
      <DataTable head={['Influencer', 'Followers', 'Score', 'Fee']} rows={best.map(one => row(one, reader))} />
    </NoticeLayout>
  );
}

const row = (
  { name, profile, followers, engagementRate, score, reason, expectedFee }: ShortlistedCandidate,
  reader: Reader,
) => ({
  key: `${profile.platform}:${profile.handle}`,
  title: <Link href={profileUrl(profile)}>{name}</Link>,
  detail: [engagementRate !== undefined && `${showPercent(engagementRate, reader)} engagement`, reason]
    .filter(part => part !== false)
    .join('; '),
  cells: [
    followers === undefined ? '–' : showCount(followers, reader),
    String(Math.round(score)),
    expectedFee === undefined ? '–' : showMoney(expectedFee, reader),
  ],
});

export const sample: ApprovalRequestProps = {
  notice: sampleNotice,
  candidates: 412,
  eligible: 138,
  shortlisted: 40,
  wanted: 20,
  budget: { minor: 30_000_000, currency: 'INR' },
  best: [
    {
      name: 'Meera Kulkarni',
      profile: { platform: 'instagram', handle: 'meera.writes.skin' },
      followers: 8420,
      engagementRate: 0.061,
      score: 87.4,
      reason: 'writes about sensitive skin in 9 of the last 12 posts',
      expectedFee: { minor: 1_250_000, currency: 'INR' },
    },
    {
      name: 'Rohan & Tara',
      profile: { platform: 'youtube', handle: 'rohantara' },
      followers: 9630,
      engagementRate: 0.048,
      score: 82.1,
      reason: 'reviews skincare every second week',
      expectedFee: { minor: 1_400_000, currency: 'INR' },
    },
    {
      name: 'The Quiet Routine',
      profile: { platform: 'blog', handle: 'quietroutine.example' },
      followers: 3100,
      score: 79.6,
      reason: 'long-form reviews with many comments',
      expectedFee: { minor: 900_000, currency: 'INR' },
    },
  ],
  deadline: '2026-11-25T12:00:00Z',
  onDeadline: 'approve',
  consoleUrl: 'https://go.lumenskin.example/console#winter-barrier-7f3a',
};
