import type { CampaignSpec } from '#shared/contracts/campaign-spec.ts';
import type { Contact, ProfileRef } from '#shared/domain/influencer.ts';
import { localeFor, type Reader } from '#shared/lib/display.ts';
import type { OwnWords } from './own-words.ts';
import type { Words } from './words/en.ts';
import { spokenLanguage, wordsIn } from './words/languages.ts';

export type Deliverable = CampaignSpec['brief']['deliverables'][number];
export type Disclosure = CampaignSpec['brief']['disclosure'];

/** What every mail to an influencer says: who writes, to whom, why to them, and how to make it stop. */
export interface Letter {
  /** ISO 639-1; English where we do not speak it. */
  readonly language: string;
  /** The campaign's; with the language it decides how amounts and dates are written. */
  readonly currency: string;
  /** The influencer's own. */
  readonly timeZone: string;
  readonly brand: { readonly name: string; readonly website: string; readonly about?: string };
  readonly sender: { readonly name: string; readonly role?: string };
  readonly postalAddress: string;
  readonly recipient: { readonly name: string; readonly profile: ProfileRef; readonly contact: Contact };
  readonly campaign: { readonly name: string; readonly startsOn: string; readonly endsOn: string };
  readonly unsubscribeUrl: string;
  /** What the campaign says in its own words, instead of ours. */
  readonly own?: OwnWords;
}

/** A time for a call, as ISO instants. */
export interface Slot {
  readonly from: string;
  readonly to: string;
}

/** Calendar days, both included. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

export const wordsOf = ({ language }: Pick<Letter, 'language'>): Words => wordsIn(language);

export const readerOf = ({
  language,
  currency,
  timeZone,
}: Pick<Letter, 'language' | 'currency' | 'timeZone'>): Reader => ({
  locale: localeFor(spokenLanguage(language), currency),
  timeZone,
});
