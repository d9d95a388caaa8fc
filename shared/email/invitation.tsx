import type { Terms } from '#shared/domain/outreach/terms.ts';
import { showDate, showDay, showSlot } from '#shared/lib/display.ts';
import { deliverablesFacts } from './deliverables.ts';
import type { Days, Deliverable, Letter, Slot } from './letter.ts';
import { readerOf, wordsOf } from './letter.ts';
import { LetterLayout, Prose } from './letter-layout.tsx';
import { Action, Bullets, Facts, Note, Paragraph, Subtitle } from './parts.tsx';
import { sampleLetter, sampleTerms } from './sample-letter.ts';
import { offerInShort, termsFacts } from './terms-facts.ts';

/** Why them: something of theirs that we hold. Never invented; absent where we hold nothing. */
export type Why =
  | { readonly kind: 'post'; readonly text: string; readonly at: string }
  | { readonly kind: 'topic'; readonly topic: string };

export interface InvitationProps {
  readonly letter: Letter;
  readonly why?: Why;
  readonly objectives: readonly string[];
  readonly deliverables: readonly Deliverable[];
  readonly postBetween: Days;
  readonly offer: Terms;
  /** Times for a call; none: we only ask whether they like to talk. */
  readonly slots: readonly Slot[];
  readonly offerUrl: string;
}

/** The thread's subject: follow-ups carry it too, so that clients show one conversation. */
export const subject = ({ letter }: Pick<InvitationProps, 'letter'>): string =>
  letter.own?.subject ?? wordsOf(letter).invitation.subject(letter.brand.name, letter.recipient.name);

export function Mail(props: InvitationProps) {
  const { letter, objectives, deliverables, postBetween, offer, slots, offerUrl } = props;
  const words = wordsOf(letter);
  const reader = readerOf(letter);
  const { brand, sender, campaign } = letter;
  const minutes = slots[0] && (Date.parse(slots[0].to) - Date.parse(slots[0].from)) / 60_000;
  const { ask } = words.invitation;
  return (
    <LetterLayout
      letter={letter}
      subject={subject(props)}
      preview={words.invitation.preview(campaign.name, offerInShort(offer, words, reader))}
      title={words.invitation.title(brand.name)}
    >
      <Prose letter={letter}>
        <Paragraph>
          {sender.role === undefined
            ? words.invitation.intro(sender.name, brand.name)
            : words.invitation.introRole(sender.name, sender.role, brand.name)}
          {brand.about !== undefined && ` ${brand.about}`}
        </Paragraph>
        <WhyThem {...props} />
        <Paragraph>
          {words.invitation.campaign(
            campaign.name,
            showDate(campaign.startsOn, reader),
            showDate(campaign.endsOn, reader),
          )}
        </Paragraph>
      </Prose>
      {objectives.length > 0 && (
        <>
          <Subtitle>{words.invitation.aims}</Subtitle>
          <Bullets items={objectives} />
        </>
      )}
      <Subtitle>{words.terms.title}</Subtitle>
      <Facts
        facts={[...deliverablesFacts(deliverables, postBetween, words, reader), ...termsFacts(offer, words, reader)]}
      />
      <Subtitle>{words.invitation.asks}</Subtitle>
      <Bullets
        items={[
          minutes === undefined ? ask.callNoSlots : ask.call(String(minutes)),
          ask.results,
          ask.model,
          ask.exclusivity,
        ]}
      />
      {slots.length > 0 && (
        <>
          <Subtitle>{words.invitation.slots}</Subtitle>
          <Bullets items={slots.map(slot => showSlot(slot, reader))} />
          <Note above={0}>{words.invitation.slotsZone(letter.timeZone)}</Note>
        </>
      )}
      <Action href={offerUrl}>{words.invitation.button}</Action>
      <Note above={12}>{words.invitation.reply}</Note>
    </LetterLayout>
  );
}

function WhyThem({ letter, why }: InvitationProps) {
  if (why === undefined) return null;
  const words = wordsOf(letter);
  const platform = words.platforms[letter.recipient.profile.platform];
  return (
    <Paragraph>
      {why.kind === 'post'
        ? words.invitation.becausePost(why.text, platform, showDay(why.at, readerOf(letter)))
        : words.invitation.becauseTopic(why.topic, platform)}
    </Paragraph>
  );
}

export const sample: InvitationProps = {
  letter: sampleLetter,
  why: { kind: 'post', text: 'Five things I stopped putting on my face this summer', at: '2026-11-09T08:30:00Z' },
  objectives: ['Introduce the new barrier cream to people with sensitive skin', '1,000 visits to the product page'],
  deliverables: [
    { platform: 'instagram', format: 'reel', quantity: 1 },
    { platform: 'instagram', format: 'story', quantity: 2 },
  ],
  postBetween: { from: '2026-12-07', to: '2026-12-14' },
  offer: sampleTerms,
  slots: [
    { from: '2026-11-24T09:30:00Z', to: '2026-11-24T09:50:00Z' },
    { from: '2026-11-26T09:30:00Z', to: '2026-11-26T09:50:00Z' },
    { from: '2026-12-01T10:00:00Z', to: '2026-12-01T10:20:00Z' },
  ],
  offerUrl: 'https://go.lumenskin.example/o/5f2c1d',
};
