/** SES takes mails of up to 40 MB; the raw mail stays in the bucket whatever happens to it here. */
export const largestMail = 40_000_000;

/** Why such a mail is in no thread, and never comes into one. */
export const virusFound = 'SES found a virus in it';
