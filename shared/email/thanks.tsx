import type { Terms } from '#shared/domain/outreach/terms.ts';
import { showDate } from '#shared/lib/display.ts';
import { type Letter, readerOf, wordsOf } from './letter.ts';
import { LetterLayout, Prose } from './letter-layout.tsx';
import { Facts, Link, Paragraph } from './parts.tsx';
import { sampleLetter, sampleTerms } from './sample-letter.ts';
import { offerInShort } from './terms-facts.ts';

export interface ThanksProps {
  readonly letter: Letter;
  readonly postUrl: string;
  readonly terms: Terms;
}

export const subject = ({ letter }: Pick<ThanksProps, 'letter'>): string =>
  letter.own?.subject ?? wordsOf(letter).thanks.subject(letter.campaign.name);

export function Mail(props: ThanksProps) {
  const { letter, postUrl, terms } = props;
  const words = wordsOf(letter);
  const reader = readerOf(letter);
  const { campaign } = letter;
  return (
    <LetterLayout letter={letter} subject={subject(props)} preview={words.thanks.preview}>
      <Prose letter={letter}>
        <Paragraph>{words.thanks.body(campaign.name)}</Paragraph>
      </Prose>
      <Facts
        facts={[
          { label: words.thanks.post, value: <Link href={postUrl}>{postUrl}</Link> },
          { label: words.thanks.fee, value: offerInShort(terms, words, reader) },
        ]}
      />
      <Paragraph>
        {words.thanks.feeAfter(showDate(campaign.endsOn, reader))} {words.thanks.keep}
      </Paragraph>
    </LetterLayout>
  );
}

export const sample: ThanksProps = {
  letter: sampleLetter,
  postUrl: 'https://www.instagram.com/reel/C9x2k1mQ/',
  terms: sampleTerms,
};
