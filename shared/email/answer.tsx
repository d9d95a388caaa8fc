import type { Terms } from '#shared/domain/outreach/terms.ts';
import { subject as invitationSubject } from './invitation.tsx';
import { type Letter, readerOf, wordsOf } from './letter.ts';
import { LetterLayout } from './letter-layout.tsx';
import { Action, Facts, Paragraph, Subtitle } from './parts.tsx';
import { sampleLetter, sampleTerms } from './sample-letter.ts';
import { termsFacts } from './terms-facts.ts';

export interface AnswerProps {
  readonly letter: Letter;
  /** Subject of the mail that this one answers; without it the thread's own is used. */
  readonly inReplyToSubject?: string;
  /** What we have to say, paragraph by paragraph, in their language. */
  readonly paragraphs: readonly string[];
  /** Set where the terms changed or are worth repeating. */
  readonly offer?: Terms;
  readonly offerUrl: string;
}

export function subject({ letter, inReplyToSubject }: Pick<AnswerProps, 'letter' | 'inReplyToSubject'>): string {
  const theirs = inReplyToSubject?.trim() || invitationSubject({ letter });
  return /^re\s*:/i.test(theirs) ? theirs : `Re: ${theirs}`;
}

export function Mail(props: AnswerProps) {
  const { letter, paragraphs, offer, offerUrl } = props;
  const words = wordsOf(letter);
  return (
    <LetterLayout
      letter={letter}
      subject={subject(props)}
      preview={paragraphs[0] ?? words.answer.preview(letter.brand.name)}
    >
      {paragraphs.map(paragraph => (
        <Paragraph key={paragraph}>{paragraph}</Paragraph>
      ))}
      {offer !== undefined && (
        <>
          <Subtitle>{words.answer.offer}</Subtitle>
          <Facts facts={termsFacts(offer, words, readerOf(letter))} />
        </>
      )}
      <Action href={offerUrl}>{words.answer.button}</Action>
    </LetterLayout>
  );
}

export const sample: AnswerProps = {
  letter: sampleLetter,
  inReplyToSubject: 'Re: Lumen Skin would like to work with you, Meera',
  paragraphs: [
    'Thank you for your quick answer. You asked for ₹18,000; we can go up to ₹15,000 for one reel and two stories, and the share of sales stays as it was.',
    'The exclusivity only covers barrier creams. Everything else you do is untouched by it.',
  ],
  offer: { ...sampleTerms, fee: { minor: 1_500_000, currency: 'INR' } },
  offerUrl: 'https://go.lumenskin.example/o/5f2c1d',
};
