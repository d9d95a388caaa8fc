import type { ReactNode } from 'react';
import { showDay, showHandle } from '#shared/lib/display.ts';
import { space } from '#shared/lib/tokens.ts';
import { FooterLine, Layout } from './layout.tsx';
import { type Letter, readerOf, wordsOf } from './letter.ts';
import { Link, Paragraph, Title } from './parts.tsx';
import { spokenLanguage } from './words/languages.ts';

interface LetterLayoutProps {
  readonly letter: Letter;
  readonly subject: string;
  readonly preview: string;
  readonly title?: string;
  readonly children: ReactNode;
}

/** What a letter says in sentences: the campaign's own words where it has some, else ours. */
export function Prose({ letter, children }: { letter: Letter; children: ReactNode }) {
  if (letter.own?.paragraphs === undefined) return children;
  // biome-ignore lint/suspicious/noArrayIndexKey: static markup, never reordered
  return letter.own.paragraphs.map((paragraph, index) => <Paragraph key={index}>{paragraph}</Paragraph>);
}

/** A letter to an influencer: greeting, what we have to say, who says it; below, why they get it and how to stop it. */
export function LetterLayout({ letter, subject, preview, title, children }: LetterLayoutProps) {
  const words = wordsOf(letter);
  const { brand, sender, recipient, postalAddress, unsubscribeUrl } = letter;
  const reason = words.footer.because[recipient.contact.basis];
  const handle = showHandle(recipient.profile);
  const footer = (
    <>
      <FooterLine>
        {words.footer.writes(sender.name, brand.name)} {words.footer.commercial}{' '}
        {reason(handle, recipient.contact.source, showDay(recipient.contact.obtainedAt, readerOf(letter)))}
      </FooterLine>
      <FooterLine>
        {brand.name}, {postalAddress}
      </FooterLine>
      <FooterLine>
        <Link href={unsubscribeUrl} quiet>
          {words.footer.unsubscribe}
        </Link>
      </FooterLine>
    </>
  );
  return (
    <Layout
      language={spokenLanguage(letter.language)}
      title={subject}
      preview={preview}
      masthead={brand.name}
      footer={footer}
    >
      {title !== undefined && <Title>{title}</Title>}
      <Paragraph above={title === undefined ? 0 : space.m}>{words.hello(recipient.name)}</Paragraph>
      {children}
      <Paragraph above={space.l}>
        {words.regards}
        <br />
        {sender.name}
        {sender.role !== undefined && `, ${sender.role}`}
        <br />
        <Link href={brand.website}>{brand.name}</Link>
      </Paragraph>
    </Layout>
  );
}
