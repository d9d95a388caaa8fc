import { showDay } from '#shared/lib/display.ts';
import { type Letter, readerOf, wordsOf } from './letter.ts';
import { LetterLayout, Prose } from './letter-layout.tsx';
import { Action, Paragraph } from './parts.tsx';
import { sampleLetter } from './sample-letter.ts';

export interface DraftReminderProps {
  readonly letter: Letter;
  /** From 2 on we wait for changes that we asked for. */
  readonly round: number;
  readonly dueAt: string;
  /** The day has passed. */
  readonly overdue: boolean;
  readonly briefUrl: string;
}

export const subject = ({ letter }: Pick<DraftReminderProps, 'letter'>): string =>
  letter.own?.subject ?? wordsOf(letter).draft.subject(letter.campaign.name);

export function Mail(props: DraftReminderProps) {
  const { letter, round, dueAt, overdue, briefUrl } = props;
  const { draft: words } = wordsOf(letter);
  const { name } = letter.campaign;
  const day = showDay(dueAt, readerOf(letter));
  const standing = overdue ? words.after : words.before;
  return (
    <LetterLayout letter={letter} subject={subject(props)} preview={words.preview}>
      <Prose letter={letter}>
        <Paragraph>{round > 1 ? words.againReminder(name, day) : standing(name, day)}</Paragraph>
        <Paragraph>{words.how}</Paragraph>
        <Paragraph>{words.notYet}</Paragraph>
      </Prose>
      <Action href={briefUrl}>{words.button}</Action>
    </LetterLayout>
  );
}

export const sample: DraftReminderProps = {
  letter: sampleLetter,
  round: 1,
  dueAt: '2026-12-02T18:29:59.999Z',
  overdue: true,
  briefUrl: 'https://go.lumenskin.example/b/5f2c1d',
};
