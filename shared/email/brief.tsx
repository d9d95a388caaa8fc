import type { Terms } from '#shared/domain/outreach/terms.ts';
import { showDate, showPercent } from '#shared/lib/display.ts';
import { deliverablesFacts } from './deliverables.ts';
import { type Days, type Deliverable, type Disclosure, type Letter, readerOf, wordsOf } from './letter.ts';
import { LetterLayout, Prose } from './letter-layout.tsx';
import { Action, Bullets, Facts, Link, Note, Paragraph, Subtitle } from './parts.tsx';
import { sampleLetter, sampleTerms } from './sample-letter.ts';
import { termsFacts } from './terms-facts.ts';

/** The whole brief; the brief page shows the same. */
export interface BriefContent {
  readonly summary: string;
  readonly objectives: readonly string[];
  readonly deliverables: readonly Deliverable[];
  readonly postBetween: Days;
  /** Days after their confirmation by which we want to see a draft. */
  readonly draftDueDays?: number;
  readonly keyMessages: readonly string[];
  readonly do: readonly string[];
  readonly dont: readonly string[];
  readonly disclosure: Disclosure;
  readonly terms: Terms;
  readonly link: string;
  readonly coupon?: { readonly code: string; readonly discountPercent: number };
}

export interface BriefProps {
  readonly letter: Letter;
  readonly brief: BriefContent;
  readonly briefUrl: string;
}

export const subject = ({ letter }: Pick<BriefProps, 'letter'>): string =>
  letter.own?.subject ?? wordsOf(letter).brief.subject(letter.brand.name, letter.campaign.name);

const List = ({ title, items }: { title: string; items: readonly string[] }) =>
  items.length > 0 && (
    <>
      <Subtitle>{title}</Subtitle>
      <Bullets items={items} />
    </>
  );

export function Mail(props: BriefProps) {
  const { letter, brief, briefUrl } = props;
  const all = wordsOf(letter);
  const { brief: words } = all;
  const reader = readerOf(letter);
  const { from, to } = brief.postBetween;
  return (
    <LetterLayout
      letter={letter}
      subject={subject(props)}
      preview={words.preview(showDate(from, reader), showDate(to, reader))}
      title={words.title}
    >
      <Prose letter={letter}>
        <Paragraph>{words.thanks(letter.brand.name)}</Paragraph>
      </Prose>
      <Action href={briefUrl}>{words.confirm}</Action>
      <Note above={12}>{words.confirmHint}</Note>
      <Subtitle>{words.about}</Subtitle>
      <Paragraph above={8}>{brief.summary}</Paragraph>
      <List title={words.objectives} items={brief.objectives} />
      <Subtitle>{words.deliverables}</Subtitle>
      <Facts facts={deliverablesFacts(brief.deliverables, brief.postBetween, all, reader, words)} />
      {brief.draftDueDays !== undefined && (
        <>
          <Subtitle>{all.draft.title}</Subtitle>
          <Paragraph above={8}>{all.draft.rule(brief.draftDueDays)}</Paragraph>
          <Paragraph above={8}>{all.draft.wait}</Paragraph>
        </>
      )}
      <List title={words.keyMessages} items={brief.keyMessages} />
      <List title={words.dos} items={brief.do} />
      <List title={words.donts} items={brief.dont} />
      <Subtitle>{words.disclosure}</Subtitle>
      <Paragraph above={8}>{words.disclosureRule(brief.disclosure.label)}</Paragraph>
      <Bullets items={[words.disclosurePicture, words.disclosureVideo]} />
      <Note above={4}>{words.disclosureLaw[brief.disclosure.rule]}</Note>
      <Subtitle>{words.link}</Subtitle>
      <LinkAndCode {...props} />
      <Note>{words.linkHint}</Note>
      <Subtitle>{all.terms.agreed}</Subtitle>
      <Facts facts={termsFacts(brief.terms, all, reader)} />
      <Subtitle>{words.contact}</Subtitle>
      <Paragraph above={8}>{words.contactHint(letter.sender.name)}</Paragraph>
      <Action href={briefUrl}>{words.confirm}</Action>
    </LetterLayout>
  );
}

function LinkAndCode({ letter, brief }: BriefProps) {
  const { brief: words } = wordsOf(letter);
  const link = { label: words.link, value: <Link href={brief.link}>{brief.link}</Link> };
  if (brief.coupon === undefined) return <Facts facts={[link]} />;
  const { code, discountPercent } = brief.coupon;
  const value = (
    <>
      <strong>{code}</strong> {words.couponHint(showPercent(discountPercent / 100, readerOf(letter)))}
    </>
  );
  return <Facts facts={[link, { label: words.coupon, value }]} />;
}

export const sampleBrief: BriefContent = {
  summary:
    'Show how Winter Barrier fits into a real evening routine. Speak from your own experience, in your own words; two weeks of use before you publish would be ideal.',
  objectives: ['Introduce the new barrier cream to people with sensitive skin', '1,000 visits to the product page'],
  deliverables: [
    { platform: 'instagram', format: 'reel', quantity: 1 },
    { platform: 'instagram', format: 'story', quantity: 2 },
  ],
  postBetween: { from: '2026-12-07', to: '2026-12-14' },
  keyMessages: ['Fragrance-free, made for sensitive skin', 'Ceramides and squalane, nothing superfluous'],
  do: ['Show the texture on skin', 'Say who it may not suit'],
  dont: ['Claim that it heals or treats a condition', 'Compare with other brands by name'],
  disclosure: { label: '#ad', rule: 'both' },
  terms: sampleTerms,
  link: 'https://go.lumenskin.example/l/meera7k',
  coupon: { code: 'MEERA10', discountPercent: 10 },
};

export const sampleBriefWithDraft: BriefContent = { ...sampleBrief, draftDueDays: 4 };

export const sample: BriefProps = {
  letter: sampleLetter,
  brief: sampleBrief,
  briefUrl: 'https://go.lumenskin.example/b/5f2c1d',
};
