import type { Terms } from '#shared/domain/outreach/terms.ts';
import { showDay } from '#shared/lib/display.ts';
import { subject as invitationSubject } from './invitation.tsx';
import { type Letter, readerOf, wordsOf } from './letter.ts';
import { LetterLayout, Prose } from './letter-layout.tsx';
import { Action, Paragraph } from './parts.tsx';
import { sampleLetter, sampleTerms } from './sample-letter.ts';
import { offerInShort } from './terms-facts.ts';

export interface FollowUpProps {
  readonly letter: Letter;
  /** Each is shorter than the one before; from the second on it says that it is the last. */
  readonly number: number;
  readonly invitedAt: string;
  readonly offer: Terms;
  readonly offerUrl: string;
}

export const subject = ({ letter }: Pick<FollowUpProps, 'letter'>): string => invitationSubject({ letter });

export function Mail(props: FollowUpProps) {
  const { letter, number, invitedAt, offer, offerUrl } = props;
  const words = wordsOf(letter);
  const reader = readerOf(letter);
  const { brand, campaign } = letter;
  const [opening, question] =
    number === 1
      ? [
          words.followUp.first(brand.name, showDay(invitedAt, reader)),
          words.followUp.firstAsk(campaign.name, offerInShort(offer, words, reader)),
        ]
      : [words.followUp.second(campaign.name), words.followUp.secondAsk];
  return (
    <LetterLayout letter={letter} subject={subject(props)} preview={words.followUp.preview(brand.name)}>
      <Prose letter={letter}>
        <Paragraph>{opening}</Paragraph>
        <Paragraph>{question}</Paragraph>
      </Prose>
      <Action href={offerUrl}>{words.followUp.button}</Action>
    </LetterLayout>
  );
}

export const sample: FollowUpProps = {
  letter: sampleLetter,
  number: 1,
  invitedAt: '2026-11-23T04:30:00Z',
  offer: sampleTerms,
  offerUrl: 'https://go.lumenskin.example/o/5f2c1d',
};
