import { showDate } from '#shared/lib/display.ts';
import { type Days, type Disclosure, type Letter, readerOf, wordsOf } from './letter.ts';
import { LetterLayout, Prose } from './letter-layout.tsx';
import { Action, Note, Paragraph } from './parts.tsx';
import { sampleLetter } from './sample-letter.ts';

export interface PostReminderProps {
  readonly letter: Letter;
  readonly postBetween: Days;
  /** The last day has passed. */
  readonly overdue: boolean;
  readonly disclosure: Disclosure;
  readonly briefUrl: string;
}

export const subject = ({ letter, postBetween }: Pick<PostReminderProps, 'letter' | 'postBetween'>): string =>
  letter.own?.subject ??
  wordsOf(letter).postReminder.subject(letter.campaign.name, showDate(postBetween.to, readerOf(letter)));

export function Mail(props: PostReminderProps) {
  const { letter, postBetween, overdue, disclosure, briefUrl } = props;
  const { postReminder: words } = wordsOf(letter);
  const to = showDate(postBetween.to, readerOf(letter));
  return (
    <LetterLayout letter={letter} subject={subject(props)} preview={words.preview(to)}>
      <Prose letter={letter}>
        <Paragraph>
          {overdue ? words.after(letter.campaign.name, to) : words.before(letter.campaign.name, to)}
        </Paragraph>
        <Paragraph>{words.ask}</Paragraph>
      </Prose>
      <Action href={briefUrl}>{words.button}</Action>
      <Note above={12}>{words.label(disclosure.label)}</Note>
    </LetterLayout>
  );
}

export const sample: PostReminderProps = {
  letter: sampleLetter,
  postBetween: { from: '2026-12-07', to: '2026-12-14' },
  overdue: false,
  disclosure: { label: '#ad', rule: 'both' },
  briefUrl: 'https://go.lumenskin.example/b/5f2c1d',
};
