import { showDate, showDay } from '#shared/lib/display.ts';
import { type Disclosure, type Letter, readerOf, wordsOf } from './letter.ts';
import { LetterLayout } from './letter-layout.tsx';
import { Action, Note, Paragraph } from './parts.tsx';
import { sampleLetter } from './sample-letter.ts';

export interface DraftAnswerProps {
  readonly letter: Letter;
  readonly verdict: 'approved' | 'changes';
  /** What a person of ours says about it, as they wrote it. */
  readonly paragraphs: readonly string[];
  /** By when we want to see the changes. */
  readonly dueAt: string;
  /** The last day for the post, where it is not over. */
  readonly postBy?: string;
  readonly disclosure: Disclosure;
  readonly briefUrl: string;
}

export function subject({ letter, verdict }: Pick<DraftAnswerProps, 'letter' | 'verdict'>): string {
  const { draft: words } = wordsOf(letter);
  return (verdict === 'approved' ? words.approvedSubject : words.changesSubject)(letter.campaign.name);
}

export function Mail(props: DraftAnswerProps) {
  const { letter, verdict, paragraphs, dueAt, postBy, disclosure, briefUrl } = props;
  const all = wordsOf(letter);
  const { draft: words } = all;
  const reader = readerOf(letter);
  const { name } = letter.campaign;
  const isApproved = verdict === 'approved';
  const said = paragraphs.map((paragraph, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: static markup, never reordered
    <Paragraph key={index}>{paragraph}</Paragraph>
  ));
  if (isApproved)
    return (
      <LetterLayout letter={letter} subject={subject(props)} preview={words.approvedPreview}>
        <Paragraph>{words.approved(name)}</Paragraph>
        {said}
        <Paragraph>{postBy === undefined ? words.publishNow : words.publishBy(showDate(postBy, reader))}</Paragraph>
        <Action href={briefUrl}>{all.postReminder.button}</Action>
        <Note above={12}>{all.postReminder.label(disclosure.label)}</Note>
      </LetterLayout>
    );
  return (
    <LetterLayout letter={letter} subject={subject(props)} preview={words.changesPreview}>
      <Paragraph>{words.changes(name)}</Paragraph>
      {said}
      <Paragraph>{words.changesBy(showDay(dueAt, reader))}</Paragraph>
      <Action href={briefUrl}>{words.button}</Action>
    </LetterLayout>
  );
}

export const sample: DraftAnswerProps = {
  letter: sampleLetter,
  verdict: 'changes',
  paragraphs: [
    'The evening scene is lovely. Could you say in the first seconds that it is an advertisement?',
    'Please also leave out the sentence that it heals dry skin: we may not claim that.',
  ],
  dueAt: '2026-12-05T18:29:59.999Z',
  postBy: '2026-12-14',
  disclosure: { label: '#ad', rule: 'both' },
  briefUrl: 'https://go.lumenskin.example/b/5f2c1d',
};
