import type { Collaboration } from '#shared/domain/collaboration.ts';
import { shortHash } from '#shared/domain/import/identity.ts';
import type { MessagePurpose } from '#shared/domain/message.ts';
import type { Variant } from '#shared/domain/outreach/experiment.ts';
import type { Why } from '#shared/email/invitation.tsx';
import { type Letter, readerOf, wordsOf } from '#shared/email/letter.ts';
import { type OwnFacts, ownWords } from '#shared/email/own-words.ts';
import { offerInShort } from '#shared/email/terms-facts.ts';
import { spokenLanguage } from '#shared/email/words/languages.ts';
import { showDate, showHandle } from '#shared/lib/display.ts';
import type { Campaign } from '#shared/ports/campaigns.ts';

/** The texts that a campaign may have of its own. */
export type OwnOutreach = Pick<Campaign['spec']['outreach'], 'messages' | 'experiment'>;

/** Which way to write the invitation: the winner's, else one by lot that stays the same. None where there is no experiment for them. */
export function variantFor(
  { spec, experiment }: Pick<Campaign, 'spec' | 'experiment'>,
  { influencerId, language }: Collaboration,
): Variant | undefined {
  const { b } = spec.outreach.experiment ?? {};
  if (b === undefined || b.language !== spokenLanguage(language)) return undefined;
  return experiment?.winner ?? (Number.parseInt(shortHash(`variant ${influencerId}`).slice(0, 2), 16) % 2 ? 'b' : 'a');
}

/** The letter with the campaign's own words for this purpose, where it has some in their language. */
export function withOwnWords(
  letter: Letter,
  { spec }: { readonly spec: { readonly outreach: OwnOutreach } },
  collaboration: Pick<Collaboration, 'offer'>,
  purpose: MessagePurpose,
  variant: Variant | undefined,
  why: Why | undefined,
): Letter {
  const { messages, experiment } = spec.outreach;
  const language = spokenLanguage(letter.language);
  const inTheirs = <T extends { language: string }>(own: T | undefined) =>
    own?.language === language ? own : undefined;
  const invitation = { ...inTheirs(messages.invitation), ...(variant === 'b' && inTheirs(experiment?.b)) };
  const facts = factsOf(letter, collaboration, why);
  const wordsFor = () => {
    if (purpose === 'invitation') return ownWords(invitation, facts);
    // In the invitation's thread, so under its subject.
    if (purpose === 'follow-up')
      return ownWords({ subject: invitation.subject, text: inTheirs(messages['follow-up'])?.text }, facts);
    return purpose === 'answer' || purpose === 'data-request' || purpose === 'draft-answer'
      ? {}
      : ownWords({ ...inTheirs(messages[purpose]) }, facts);
  };
  return { ...letter, own: wordsFor() };
}

function factsOf(letter: Letter, { offer }: Pick<Collaboration, 'offer'>, why: Why | undefined): OwnFacts {
  const words = wordsOf(letter);
  const reader = readerOf(letter);
  const { recipient, brand, campaign, sender } = letter;
  return {
    name: recipient.name,
    handle: showHandle(recipient.profile),
    platform: words.platforms[recipient.profile.platform],
    post: why?.kind === 'post' ? why.text : null,
    topic: why?.kind === 'topic' ? why.topic : null,
    offer: offerInShort(offer, words, reader),
    brand: { name: brand.name, website: brand.website, about: brand.about ?? null },
    campaign: {
      name: campaign.name,
      starts: showDate(campaign.startsOn, reader),
      ends: showDate(campaign.endsOn, reader),
    },
    sender: { name: sender.name, role: sender.role ?? null },
  };
}
