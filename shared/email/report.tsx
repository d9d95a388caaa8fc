import type { MailPicture } from '#shared/charts/mail-pictures.ts';
import { isLost } from '#shared/domain/collaboration.ts';
import { profileUrl } from '#shared/domain/import/profile.ts';
import type { CollaborationResult, Report, ReportKind } from '#shared/domain/report/report.ts';
import { type Reader, showCount, showDates, showInstant, showMoney } from '#shared/lib/display.ts';
import { statusWords } from '#shared/lib/status-words.ts';
import { light, space } from '#shared/lib/tokens.ts';
import { DataTable } from './data-table.tsx';
import { Figures } from './figures.tsx';
import { type Notice, NoticeLayout, noticeReader, sampleNotice } from './notice-layout.tsx';
import { Action, Bullets, Card, Link, Note, Paragraph, Subtitle } from './parts.tsx';
import { samplePictures, sampleReport } from './sample-report.ts';
import { styles } from './style.ts';

export interface ReportMailProps {
  readonly notice: Notice;
  readonly report: Report;
  /** Attached inline under the same content ids. */
  readonly pictures: readonly Omit<MailPicture, 'content'>[];
  /** Where the whole report is; the mail shows the first results only. */
  readonly consoleUrl: string;
}

/** More rows are for the page: Gmail cuts a mail at 102 kB. */
const shownResults = 12;
const shownAttention = 8;

const kinds: Readonly<Record<ReportKind, string>> = {
  'kick-off': 'Kick-off report',
  progress: 'Progress report',
  final: 'Final report',
};

export const subject = ({ report }: Pick<ReportMailProps, 'report'>): string =>
  `${report.campaign.name}: ${kinds[report.kind].toLowerCase()}, ${report.headline}`;

export function Mail(props: ReportMailProps) {
  const { notice, report, pictures, consoleUrl } = props;
  const reader = noticeReader(notice);
  const { campaign } = report;
  return (
    <NoticeLayout notice={notice} subject={subject(props)} preview={report.headline} title={kinds[report.kind]}>
      <Paragraph above={space.s}>
        <strong style={{ fontWeight: 600 }}>{report.headline}</strong>
      </Paragraph>
      <Note>
        All figures as of {showInstant(report.at, reader)}. The campaign runs{' '}
        {showDates({ from: campaign.startsOn, to: campaign.endsOn }, reader)} on a budget of{' '}
        {showMoney(campaign.budget, reader)}.
      </Note>
      <Figures figures={report.figures} at={report.at} reader={reader} />
      <Attention {...props} />
      {pictures.map(picture => (
        <Picture key={picture.cid} {...picture} />
      ))}
      <Results report={report} reader={reader} />
      <Action href={consoleUrl}>Open the campaign</Action>
      <Note above={12}>
        The full report, with every collaboration, is there; the table is attached to this mail as CSV.
      </Note>
      {report.notes.length > 0 && (
        <>
          <Subtitle>Notes</Subtitle>
          <Bullets items={report.notes} />
        </>
      )}
    </NoticeLayout>
  );
}

const Picture = ({ cid, title, alt, width }: Omit<MailPicture, 'content'>) => (
  <>
    <Subtitle>{title}</Subtitle>
    <img
      src={`cid:${cid}`}
      alt={alt}
      width={width}
      // Without it React adds a preload link for every picture, which means nothing in a mail.
      fetchPriority="low"
      style={{
        ...styles.note,
        display: 'block',
        width: '100%',
        maxWidth: width * 1.2,
        height: 'auto',
        marginTop: space.s,
        borderRadius: 8,
      }}
    />
  </>
);

function Attention({ report: { attention } }: ReportMailProps) {
  if (attention.length === 0) return null;
  const more = attention.length - shownAttention;
  return (
    <>
      <Subtitle>
        {attention.length === 1 ? 'One thing needs a person' : `${attention.length} things need a person`}
      </Subtitle>
      {attention.slice(0, shownAttention).map(item => (
        <Card key={item.id}>
          <p className="warning" style={{ ...styles.note, color: light.warning, fontWeight: 600 }}>
            {item.name ?? 'Campaign'}
          </p>
          <p className="text" style={styles.note}>
            {item.because}
          </p>
          {item.quote !== undefined && (
            <p className="muted" style={{ ...styles.note, fontStyle: 'italic' }}>
              “{item.quote}”
            </p>
          )}
          {item.options.length > 0 && (
            <p className="muted" style={styles.small}>
              You can: {item.options.join(' · ')}
            </p>
          )}
        </Card>
      ))}
      {more > 0 && <Note>And {more} more in the console.</Note>}
    </>
  );
}

function Results({ report: { results }, reader }: { report: Report; reader: Reader }) {
  const live = results.filter(result => !isLost(result.status));
  if (live.length === 0) return null;
  const more = live.length - shownResults;
  return (
    <>
      <Subtitle>Collaborations</Subtitle>
      <DataTable
        head={['Influencer', 'Clicks', 'Orders', 'Revenue', 'Cost']}
        rows={live.slice(0, shownResults).map(result => row(result, reader))}
      />
      {more > 0 && <Note>And {more} more in the console.</Note>}
    </>
  );
}

const row = (result: CollaborationResult, reader: Reader) => ({
  key: result.influencerId,
  title: <Link href={result.postUrl ?? profileUrl(result.profile)}>{result.name}</Link>,
  detail: statusWords[result.status],
  cells: [
    showCount(result.clicks, reader),
    showCount(result.orders, reader),
    showMoney(result.revenue, reader),
    showMoney(result.cost, reader),
  ],
});

export const sample: ReportMailProps = {
  notice: sampleNotice,
  report: sampleReport,
  pictures: samplePictures,
  consoleUrl: 'https://go.lumenskin.example/console#winter-barrier-7f3a',
};
