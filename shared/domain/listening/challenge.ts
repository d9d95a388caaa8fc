import type { MailEvidence } from './machine-mail.ts';

const CHALLENGE = new RegExp(
  [
    '(?:confirm|verify|prove|validate)\\b.{0,60}\\b(?:you are (?:a )?(?:human|real|not (?:a )?(?:robot|spammer))|your (?:message|e-?mail) (?:to be|will be) (?:delivered|sent)|you sent (?:this|the|a) (?:message|e-?mail))',
    '(?:your|the) (?:e-?mail|message) (?:is|was|has been) (?:being )?(?:held|quarantined|placed|waiting)\\b.{0,80}\\b(?:until|pending|approv|verif|confirm|guest list|waiting list)',
    '(?:click|follow|visit|reply)\\b.{0,60}\\b(?:to (?:deliver|release|approve|verify|authenticate|be added)|so that your (?:message|e-?mail))',
    '(?:sender|challenge)[ -](?:verification|authentication|response)|challenge-response|spam ?arrest|boxbe|guest list|spamblocker|tagged message delivery agent',
  ].join('|'),
  'iu',
);

const MAX_OPENING = 2_000;

/** A spam filter that wants us to prove that we are people before anybody sees our mail. */
export const isChallenge = (mail: MailEvidence): boolean =>
  CHALLENGE.test(`${mail.subject}\n${mail.newText.slice(0, MAX_OPENING)}`);
