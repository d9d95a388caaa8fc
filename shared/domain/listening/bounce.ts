import type { InboundKind } from '../message.ts';
import {
  type BounceReason,
  reasonInStatus,
  reasonInWords,
  stageIn,
  statusIn,
  statusSaysSoft,
} from './bounce-reasons.ts';
import { type DeliveryReport, isDelivered, readDeliveryReports } from './delivery-report.ts';
import type { MailEvidence } from './machine-mail.ts';

type Bounce = Extract<InboundKind, { kind: 'bounce' }>;

const MACHINE_SENDER =
  /^(?:mailer-?daemon|mail-?daemon|post_?master|poostmaster|bounces?|double-?bounce|mdaemon|mail[-.]?delivery(?:[-.]?system)?|noreply-?dmarc|root)(?:[+=.-][^@]*)?@|^(?:no|do-?not)[-_.]?reply@|-(?:admin|owner|request|bounces?)@/i;

const BOUNCE_SUBJECT = new RegExp(
  [
    '^(?:failure notice|you \\S+ are not member|returned mail|undeliver(?:able|ed)|delivery (?:status notification|failure|failed|report|problem|has failed)|mail failed|mail (?:delivery (?:failed|failure|problem|error|system)|failure|system error|could not be delivered)|(?:message|mail) (?:status - )?undeliver|non-?delivery|failed delivery|failure delivery|permanent delivery failure|notice: mail delivery status|postmaster notify|delayed mail|warning: (?:message|could not send)|message delivery (?:failure|has been delayed)|.{0,40}\\bmail delivery failed\\b)',
    '^(?:unzustellbar|nicht zugestellt|nachricht nicht|mail konnte nicht|échec de (?:la )?(?:remise|distribution)|non remis|message non (?:distribué|délivré)|no se puede entregar|no entregado|correo no entregado|mancato recapito|non recapitabile|niet (?:bezorgd|bestelbaar)|onbestelbaar|não entregue|falha na entrega|nie dostarczono|niedostarczalne|недоставленное|не удалось доставить|kunde inte levereras|kan ikke leveres|配信(?:不能|エラー)|送信エラー|未送达|退信)',
  ].join('|'),
  'iu',
);

// What a mail server says in the first person; no influencer writes so about our mail.
const BOUNCE_PROSE = new RegExp(
  [
    "(?:could not|couldn[’']t|cannot|was not|wasn[’']t|were not|unable to) (?:be )?deliver(?:ed)?\\b[^]{0,80}\\b(?:recipients?|address(?:es)?|following|mailbox)",
    "your (?:message|mail|e-?mail) (?:to .{1,100} )?(?:could not|couldn[’']t|cannot|was not|wasn[’']t) (?:be )?deliver",
    'delivery (?:to|for) the following (?:recipients?|address)|error (?:occurred while trying to deliver|delivering) (?:the|your) mail|following (?:recipients?|address(?:es)?|users?).{0,60}(?:failed|fatal errors|not (?:be )?delivered|cannot be delivered)',
    'you are not a member of this (?:mailing )?list|permanent fatal errors|transcript of session follows|returned to sender|this is the (?:mail system at host|qmail-send program)|mail (?:transport|transfer|delivery) (?:agent|software|system)|not delivered to|was undeliverable|undeliverable message|did not reach (?:the following|some or all)|to the following recipients was aborted|error message below:',
  ].join('|'),
  'iu',
);

const SMTP_REPLY = /(?<![\d.])5\d\d[ -](?:#?5\.\d\.\d|.{0,80}(?:unknown|reject|not|invalid|full|denied|block|error))/i;

export const isFromMailSystem = (mail: MailEvidence): boolean => MACHINE_SENDER.test(mail.from ?? '');

/** A report, or a machine's sender with a machine's subject or words. One sign alone is not enough. */
export function isBounce(mail: MailEvidence): boolean {
  const reports = readDeliveryReports(mail.reports);
  if (reports.length > 0) return reports.some(report => !isDelivered(report));
  const contentType = mail.headers.get('content-type') ?? '';
  if (/report-type\s*=\s*"?delivery-status/i.test(contentType) || mail.headers.has('x-failed-recipients')) return true;
  const sender = isFromMailSystem(mail) || !mail.from || /<\s*>/.test(mail.headers.get('return-path') ?? '');
  const subject = BOUNCE_SUBJECT.test(mail.subject);
  const prose = BOUNCE_PROSE.test(mail.text) || SMTP_REPLY.test(mail.text);
  // A person may complain about a parcel in the same words, but not with a server's codes.
  return sender ? subject || prose : subject && prose && SMTP_REPLY.test(mail.text);
}

// Under these comes the mail that was returned: its words say nothing about why.
const RETURNED_BELOW =
  /\n[^\n]{0,60}(?:-{2,}[^\n]{0,80}(?:copy of|original message|returned message|header of|below this line|message header|unsent message|body of your)|original message follows|message headers? follow|the (?:original|header of the original|returned) message(?! was)|your original message|received: from|return-path: <|^> )[^\n]*/imu;

const proseOf = (text: string): string => {
  const below = RETURNED_BELOW.exec(text);
  return below ? text.slice(0, below.index) : text;
};

/** A folded sentence becomes one line, so that phrases are found across the server's line breaks. */
const paragraphsOf = (prose: string): string[] =>
  prose
    // Every reply of a transcript, and every recipient with what was said of it, stands for itself.
    .split(
      /\n\s*\n|\n(?=\s*(?:<<<\s*)?[45]\d\d\s|[ \t"'<]{0,40}[^\s<>"':@]{1,64}@[\w.-]{1,255}["'>]{0,2}(?::|[ \t]*\n))/,
    )
    .map(paragraph => paragraph.replace(/\s*\n\s*(?:5\d\d[- ](?:5\.\d\.\d )?)?/g, ' ').trim())
    .filter(paragraph => paragraph !== '');

const worst = (reasons: readonly BounceReason[]): BounceReason | undefined =>
  reasons.find(one => one.hard) ?? reasons[0];

const addressesIn = (text: string): Set<string> =>
  new Set(text.toLowerCase().match(/(?<=[<\s])[^\s<>"'()[\],;:]+@[^\s<>"'()[\],;:]+/g));

function reasonInProse(prose: string): BounceReason | undefined {
  const stage = stageIn(prose);
  // About one recipient the most telling words count; about several, the worst.
  const paragraphs = addressesIn(prose).size > 1 ? paragraphsOf(prose) : [paragraphsOf(prose).join('\n')];
  return worst(paragraphs.flatMap(paragraph => reasonInWords(paragraph, { stage }) ?? []));
}

function reasonOfReport(report: DeliveryReport, prose: string): BounceReason {
  const words =
    reasonInWords(report.diagnostic, { status: report.status, stage: stageIn(prose) }) ?? reasonInProse(prose);
  if (report.action === 'delayed' || statusSaysSoft(report.status)) {
    return { reason: words?.reason ?? 'delayed', hard: false };
  }
  return words ?? reasonInStatus(statusIn(report.diagnostic) || report.status);
}

// The server goes on trying, or was asked to come back (RFC 5321 4.2.1): whatever its words are, nothing is final.
const STILL_TRYING =
  /warning message only|temporary failure report|delayed mail|\bhas been delayed|will (?:be retried|keep trying|continue to try)|not yet been delivered/i;
const LATER_REPLY = /(?:code ?:?|said:|smtp;|<<<) ?4\d\d\b/i;
const FINAL_REPLY = /(?<![\d.])5\d\d[ -]/;

const stillTrying = (prose: string): boolean =>
  STILL_TRYING.test(prose) || (LATER_REPLY.test(prose) && !FINAL_REPLY.test(prose));

function reasonWithoutReport(prose: string): BounceReason {
  const words = reasonInProse(prose);
  const status = statusIn(prose);
  return statusSaysSoft(status) || (!status && stillTrying(prose))
    ? { reason: words?.reason ?? 'delayed', hard: false }
    : (words ?? reasonInStatus(status));
}

/** Hard only where the mailbox or its host is gone; with several recipients the worst counts. */
export function bounceOf(mail: MailEvidence): Bounce {
  const prose = proseOf(mail.text);
  const judged = readDeliveryReports(mail.reports)
    .filter(report => !isDelivered(report))
    .map(report => ({ report, ...reasonOfReport(report, prose) }));
  const decisive = judged.find(one => one.hard) ?? judged[0];
  const { reason, hard } = decisive ?? reasonWithoutReport(prose);
  const recipient = decisive?.report.recipient ?? mail.headers.get('x-failed-recipients')?.split(',', 1)[0]?.trim();
  const status = decisive?.report.status || statusIn(prose);
  return { kind: 'bounce', hard, reason, ...(recipient && { recipient }), ...(status && { status }) };
}
