import { type Letter, wordsOf } from './letter.ts';
import { LetterLayout } from './letter-layout.tsx';
import { Action, Paragraph } from './parts.tsx';
import { sampleLetter } from './sample-letter.ts';

export interface DataRequestProps {
  readonly letter: Letter;
  /** They were asked before. */
  readonly again: boolean;
  /** What a person of ours wants to know in particular, as they wrote it. */
  readonly note?: string;
  readonly offerUrl: string;
}

export const subject = ({ letter }: Pick<DataRequestProps, 'letter'>): string =>
  wordsOf(letter).dataRequest.subject(letter.campaign.name);

export function Mail(props: DataRequestProps) {
  const { letter, again, note, offerUrl } = props;
  const { dataRequest: words } = wordsOf(letter);
  const { name } = letter.campaign;
  return (
    <LetterLayout letter={letter} subject={subject(props)} preview={words.preview}>
      <Paragraph>{again ? words.remind(name) : words.ask(name)}</Paragraph>
      {note !== undefined && <Paragraph>{note}</Paragraph>}
      <Paragraph>{words.how}</Paragraph>
      <Action href={offerUrl}>{words.button}</Action>
    </LetterLayout>
  );
}

export const sample: DataRequestProps = {
  letter: sampleLetter,
  again: false,
  note: 'We are most interested in reels about skincare from the last six months.',
  offerUrl: 'https://go.lumenskin.example/o/5f2c1d#caseStudies',
};
