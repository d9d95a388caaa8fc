import { describe, expect, it } from 'vitest';
import { kindOfMail, type MailEvidence } from '#shared/domain/listening/machine-mail.ts';

const evidence = (change: Partial<MailEvidence> & { text: string }): MailEvidence => ({
  headers: new Map(),
  from: 'asha@example.com',
  subject: 'Re: A collaboration',
  sentAt: '2026-01-12T10:00:00.000Z',
  newText: change.text,
  reports: [],
  returned: [],
  ...change,
});

const kind = (text: string, change: Partial<MailEvidence> = {}) => kindOfMail(evidence({ text, ...change }));
const daemon = { from: 'mailer-daemon@mx.example', subject: 'Undelivered Mail Returned to Sender' };
const dsn = (status: string, diagnostic: string, action = 'failed') =>
  `Reporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; asha@example.com\nAction: ${action}\nStatus: ${status}\nDiagnostic-Code: smtp; ${diagnostic}\n`;

describe('a bounce', () => {
  it.each([
    ['5.1.1', '550 5.1.1 The email account that you tried to reach does not exist', true],
    ['5.1.10', '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found', true],
    ['5.1.2', '550 5.1.2 Host unknown', true],
    ['5.1.1', '', true],
    ['5.2.2', '552 5.2.2 Mailbox full', false],
    ['5.2.1', '550 5.2.1 The account is disabled', false],
    ['5.7.26', '550 5.7.26 unauthenticated, blocked by DMARC policy', false],
    ['5.2.3', '552 5.2.3 Message size exceeds limit', false],
    ['4.4.1', '421 4.4.1 Connection timed out', false],
    ['5.0.0', '', false],
  ])('with status %s and "%s" is hard: %s', (status, diagnostic, hard) => {
    expect(kind('', { ...daemon, reports: [dsn(status, diagnostic)] })).toMatchObject({
      kind: 'bounce',
      hard,
      recipient: 'asha@example.com',
    });
  });

  it('is soft while the server still tries', () => {
    expect(kind('', { ...daemon, reports: [dsn('5.1.1', 'user unknown', 'delayed')] })).toMatchObject({ hard: false });
  });

  it('is soft while the server says that it goes on trying', () => {
    const text = 'Warning message only. <asha@example.com>: Host not reachable. It will be retried for 4 more days.';
    expect(kind(text, daemon)).toMatchObject({ kind: 'bounce', hard: false });
  });

  it.each(['delivered', 'relayed', 'expanded', 'deliverable'])('is none when the mail was %s', action => {
    const headers = new Map([['content-type', 'multipart/report; report-type=delivery-status']]);
    expect(kind('It arrived.', { ...daemon, headers, reports: [dsn('2.1.5', '250 Ok', action)] })).not.toMatchObject({
      kind: 'bounce',
    });
  });

  it.each([
    ['the recipient', '550 Unknown user <asha@example.com> (in reply to RCPT TO command)', true],
    ['the content', '550 Unknown user <asha@example.com> (in reply to end of DATA command)', false],
    ['the sender', '550 No such domain example.org (in reply to MAIL FROM command)', false],
    ['the content, in a transcript', '>>> DATA\n<<< 550 Unknown user <asha@example.com>', false],
  ])('that refuses %s is judged by that', (_, said, hard) => {
    expect(kind(`Your mail could not be delivered to this recipient:\n${said}`, daemon)).toMatchObject({ hard });
  });

  it('finds every recipient of a report without empty lines between them', () => {
    const report = dsn('5.2.2', '550 5.2.2 Mailbox full').replace(/\n$/, '');
    const second =
      'Final-Recipient: rfc822; ravi@example.com\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 User unknown';
    expect(kind('', { ...daemon, reports: [`${report}\n${second}`] })).toMatchObject({
      hard: true,
      recipient: 'ravi@example.com',
    });
  });

  it('tells several recipients apart by their lines', () => {
    const text =
      'Could not deliver to these addresses:\nravi@example.com: 550 5.2.2 Mailbox full\nasha@example.com: 550 5.1.1 User unknown';
    expect(kind(text, daemon)).toMatchObject({ kind: 'bounce', hard: true });
  });

  it('is hard when one of several recipients is gone', () => {
    expect(
      kind('', { ...daemon, reports: [dsn('5.2.2', 'mailbox full'), dsn('5.1.1', 'no such user')] }),
    ).toMatchObject({ hard: true });
  });

  it.each([
    ['German', 'Die Adresse existiert nicht: asha@example.com', true],
    ['French', 'Le destinataire est inconnu : asha@example.com', true],
    ['Spanish', 'El destinatario no existe: asha@example.com', true],
    ['Portuguese', 'A caixa está cheia. caixa postal cheia', false],
    ['Russian', 'Почтовый ящик переполнен', false],
    ['Japanese', 'メールボックスの容量を超えています', false],
  ])('in %s is judged by its prose', (_, text, hard) => {
    expect(kind(text, daemon)).toMatchObject({ kind: 'bounce', hard });
  });

  it('does not take words from the returned mail', () => {
    const text =
      'Mailbox full\n\n--- Below this line is a copy of the message.\n\nNo such user would say no to this offer';
    expect(kind(text, daemon)).toMatchObject({ hard: false, reason: 'mailbox-full' });
  });

  it('does not read an address for its words', () => {
    expect(kind('<this-user-does-not-exist@example.com>: mailbox is over quota', daemon)).toMatchObject({
      hard: false,
    });
  });
});

describe('a complaint', () => {
  it('is an abuse report; one that takes a report back is none', () => {
    const report = (type: string) => `Feedback-Type: ${type}\nUser-Agent: x\nOriginal-Rcpt-To: <asha@example.com>\n`;
    expect(kind('A user complained', { reports: [report('abuse')] })).toEqual({
      kind: 'complaint',
      recipient: 'asha@example.com',
    });
    expect(kind('Sorry', { reports: [report('not-spam')] }).kind).toBe('human');
  });
});

describe('an automatic reply', () => {
  it.each([
    [
      'Automatic reply: A collaboration',
      'I am out of the office until 20 January with limited access to email.',
      '2026-01-20',
    ],
    [
      'Re: A collaboration',
      'Thank you for your message. I am currently out of office and will return on 19/01/2026.',
      '2026-01-19',
    ],
    [
      'Re: A collaboration',
      'I will be on maternity leave from 5 January to 30 June 2026. In my absence, please contact Meera at meera@x.example.',
      '2026-06-30',
    ],
    [
      'AW: Zusammenarbeit',
      'Vielen Dank für Ihre Nachricht. Ich bin vom 12.01. bis 25.01.2026 im Urlaub.',
      '2026-01-25',
    ],
    ['RE: Collaboration', "Merci pour votre message. Je suis en congés jusqu'au 19 janvier 2026.", '2026-01-19'],
    ['Respuesta automática: Colaboración', 'Estoy fuera de la oficina hasta el 20 de enero.', '2026-01-20'],
    ['Risposta automatica: Collaborazione', 'Sono in ferie fino al 18 gennaio.', '2026-01-18'],
    ['Автоответ: Сотрудничество', 'Я в отпуске до 20 января.', '2026-01-20'],
    ['Re: hi', 'नमस्ते, मैं 20 जनवरी तक छुट्टी पर हूँ। अत्यावश्यक होने पर मेरे सहयोगी से संपर्क करें।', '2026-01-20'],
    [
      'Re: hi',
      'Thanks so much for your email. I am away from my desk till Wednesday with intermittent internet.',
      '2026-01-14',
    ],
  ])('without any header is heard, with its return date: %s | %s', (subject, text, backOn) => {
    expect(kind(text, { subject })).toEqual({ kind: 'automatic-reply', backOn });
  });

  it.each([
    'Hello! Thank you for reaching out. Due to the high volume of emails I receive, it may take me 3-5 business days to get back to you.',
    'Thank you for contacting Talent House. We have received your email and will get back to you within 24 hours.',
    'This is an automated response. I check this inbox twice a week.',
  ])('without a date is heard: %s', text => {
    expect(kind(text)).toEqual({ kind: 'automatic-reply' });
  });

  it.each([
    ['auto-submitted', 'auto-replied; owner="x"'],
    ['precedence', 'bulk'],
    ['x-auto-response-suppress', 'All'],
    ['x-autoreply', 'yes'],
  ])('says so by %s: %s', (name, value) => {
    expect(kind('I will look at it.', { headers: new Map([[name, value]]) }).kind).toBe('automatic-reply');
  });

  it('is none with Auto-Submitted: no', () => {
    expect(kind('I will look at it.', { headers: new Map([['auto-submitted', 'no']]) }).kind).toBe('human');
  });
});

describe('a person', () => {
  it.each([
    "I'm back from leave, yes let's do it!",
    "I'm on vacation till the 20th but yes, I'm interested. Can we start after that?",
    'Sorry for the late reply, I was out of office last week. What is the budget?',
    'Would love to do the holiday reel. My rate is 15k.',
    'I will be travelling from Friday to Sunday, so please call me before that.',
    'Thanks for reaching out! Not interested.',
    "I'm away this week, ping me on Monday.",
    'Thanks for your message! I will get back to you within 2 days after checking with my manager.',
    'My auto reply is on because I am on leave, ignore it. I am happy to do this.',
    'Could you resend the brief? I am out of the country until Tuesday and only have my phone.',
    'No thanks, I am on maternity leave this year.',
  ])('who writes about holidays is no machine: %s', text => {
    expect(kind(text)).toEqual({ kind: 'human' });
  });

  it.each([
    [
      'Re: Undelivered parcel',
      'The courier says the parcel could not be delivered to my address. Can you send it again?',
    ],
    ['Delivery problem', 'Hi, the product was not delivered to the following address that I gave you: 14 MG Road.'],
    ['Re: A collaboration', 'My mailbox is full of offers like this lol, but yes I like this one.'],
    ['Re: A collaboration', 'This user does not exist on TikTok any more, I deleted it. Use my Instagram.'],
    ['Fwd: Returned mail', 'My assistant got this, is your server down?'],
  ])('who writes about deliveries is no bounce: %s | %s', (subject, text) => {
    expect(kind(text, { subject })).toEqual({ kind: 'human' });
  });
});

it('a filter that wants proof of humanity is a challenge', () => {
  expect(
    kind('Your email is being held until you verify that you are a human. Click here to release your message.'),
  ).toEqual({ kind: 'challenge' });
});

it('a mail without new text is empty', () => {
  expect(kind('> quoted', { newText: '' })).toEqual({ kind: 'empty' });
});
