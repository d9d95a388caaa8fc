import { showDate, showDay } from '#shared/lib/display.ts';
import { type Days, type Letter, readerOf, wordsOf } from './letter.ts';
import { LetterLayout, Prose } from './letter-layout.tsx';
import { Action, Paragraph } from './parts.tsx';
import { sampleLetter } from './sample-letter.ts';

export interface BriefReminderProps {
  readonly letter: Letter;
  readonly briefedAt: string;
  readonly postBetween: Days;
  readonly briefUrl: string;
}

export const subject = ({ letter }: Pick<BriefReminderProps, 'letter'>): string =>
  letter.own?.subject ?? wordsOf(letter).briefReminder.subject(letter.campaign.name);

export function Mail(props: BriefReminderProps) {
  const { letter, briefedAt, postBetween, briefUrl } = props;
  const { briefReminder: words } = wordsOf(letter);
  const reader = readerOf(letter);
  const from = showDate(postBetween.from, reader);
  return (
    <LetterLayout letter={letter} subject={subject(props)} preview={words.preview(from)}>
      <Prose letter={letter}>
        <Paragraph>{words.body(showDay(briefedAt, reader), letter.campaign.name)}</Paragraph>
        <Paragraph>{words.ask(from, showDate(postBetween.to, reader))}</Paragraph>
      </Prose>
      <Action href={briefUrl}>{words.button}</Action>
    </LetterLayout>
  );
}

export const sample: BriefReminderProps = {
  letter: sampleLetter,
  briefedAt: '2026-11-27T06:30:00Z',
  postBetween: { from: '2026-12-07', to: '2026-12-14' },
  briefUrl: 'https://go.lumenskin.example/b/5f2c1d',
};
