import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import * as answer from '#shared/email/answer.tsx';
import * as followUp from '#shared/email/follow-up.tsx';
import * as invitation from '#shared/email/invitation.tsx';
import { renderEmail } from '#shared/email/render.ts';
import * as report from '#shared/email/report.tsx';
import { sampleLetter } from '#shared/email/sample-letter.ts';
import { mailSamples } from '#shared/email/samples.ts';

/** Gmail cuts what is longer. */
const longestHtml = 102_000;
const notices = ['approval-request', 'report', 'campaign-finished', 'campaign-failed'];

describe.each(Object.entries(mailSamples))('%s', (name, render) => {
  const { subject, html, text } = render();
  const page = load(html);

  test('has a one-line subject, a text part and a markup part below the clipping limit of Gmail', () => {
    expect(subject).toMatch(/^[^\r\n]{10,180}$/);
    expect(text.length).toBeGreaterThan(150);
    expect(Buffer.byteLength(html)).toBeLessThan(longestHtml);
  });

  test('loads nothing and lets nobody count clicks', () => {
    expect(page('script, link, iframe, object')).toHaveLength(0);
    for (const picture of page('img').toArray()) expect(page(picture).attr('src')).toMatch(/^cid:/);
    for (const anchor of page('a').toArray()) expect(page(anchor).attr('ses:no-track')).toBe('');
    expect(html).not.toMatch(/url\(|@import|@font-face/);
  });

  test('says who sends it from where, in both parts', () => {
    for (const part of [page('body').text(), text]) {
      expect(part).toContain('Lumen Skin');
      expect(part.replaceAll('\n', ' ')).toContain(sampleLetter.postalAddress);
    }
  });

  test('leads to the same addresses in both parts', () => {
    for (const anchor of page('a').toArray()) expect(text).toContain(page(anchor).attr('href'));
  });

  test.skipIf(notices.includes(name))('tells why they get it and how to stop it, in both parts', () => {
    for (const part of [page('body').text(), text.replaceAll('\n', ' ')]) {
      expect(part).toContain('the list “Skincare Pune”, line 12');
      expect(part).toContain('@meera.writes.skin');
    }
    expect(page(`a[href="${sampleLetter.unsubscribeUrl}"]`)).toHaveLength(1);
  });

  test('is written in the language that it names', () => {
    const isHindi = name.endsWith('-hi');
    expect(page('html').attr('lang')).toBe(isHindi ? 'hi' : 'en');
    expect(/\p{Script=Devanagari}/u.test(text)).toBe(isHindi);
  });
});

describe('the invitation', () => {
  const textOf = (more: Partial<invitation.InvitationProps>) =>
    renderEmail(invitation, { ...invitation.sample, ...more }).text.replaceAll('\n', ' ');

  test('names what it is about only where we hold something of theirs', () => {
    const { why: _, ...without } = invitation.sample;
    expect(renderEmail(invitation, without).text).not.toContain('I am writing because');
    expect(textOf({ why: { kind: 'topic', topic: 'sensitive skin' } })).toContain(
      'you publish about sensitive skin on Instagram',
    );
  });

  test('asks for a call, past results, working model and exclusivity', () => {
    expect(textOf({})).toMatch(
      /20 minutes for a call.*past collaborations.*a fixed fee, a share of sales, or product.*exclusivity agreement/,
    );
  });

  test('shows call times in the influencer’s own time zone', () => {
    const letter = { ...sampleLetter, timeZone: 'Europe/Berlin' };
    expect(textOf({ letter })).toMatch(/Tuesday, 24 November, 10:30\s–\s10:50\sam (CET|GMT\+1)/);
  });

  test('offers no times where there are none', () => {
    const text = textOf({ slots: [] });
    expect(text).toContain('whether you would like a short call');
    expect(text).not.toContain('Times we could talk');
  });

  test('says only what is offered', () => {
    const nothing = { minor: 0, currency: 'INR' };
    const offer = {
      model: 'per-sale' as const,
      fee: nothing,
      perSalePercent: 12.5,
      perLead: nothing,
      exclusivityDays: 0,
      usageRights: 'None.',
    };
    const text = textOf({ offer });
    expect(text).toContain('12.5% of every sale');
    expect(text).toContain('None: you stay free to work with anyone');
    expect(text).not.toMatch(/Fee:|Product:|₹0/);
  });
});

describe('follow-ups', () => {
  const [first, second] = [1, 2].map(number => renderEmail(followUp, { ...followUp.sample, number }));

  test('stay in the thread and get shorter', () => {
    const start = renderEmail(invitation, invitation.sample);
    expect(first?.subject).toBe(start.subject);
    expect(first?.text.length).toBeLessThan(start.text.length / 2);
    expect(second?.text.length).toBeLessThan(first?.text.length ?? 0);
  });

  test('the second says that it is the last', () => {
    expect(second?.text).toContain('my last mail');
  });
});

describe('an answer', () => {
  test.each([
    ['Question', 'Re: Question'],
    ['RE: Question', 'RE: Question'],
    ['', 'Re: Lumen Skin would like to work with you, Meera'],
  ])('to %j has the subject %j', (inReplyToSubject, expected) => {
    expect(renderEmail(answer, { ...answer.sample, inReplyToSubject }).subject).toBe(expected);
  });
});

describe('the report', () => {
  const { html, text } = renderEmail(report, report.sample);

  test('tells of each figure what it is made of, and of an unknown one that it is not known', () => {
    expect(text.replaceAll('\n', ' ')).toContain('attributed revenue / spend (roas.v1)');
    expect(text).toMatch(/Growth of own followers\s+–/);
    expect(text.replaceAll('\n', ' ')).toContain('8 times in 10 between ₹4,41,000 and ₹6,19,000');
  });

  test('describes its pictures in numbers', () => {
    const page = load(html);
    for (const picture of page('img').toArray()) expect(page(picture).attr('alt')).toMatch(/\d/);
  });

  test('stays below the clipping limit with hundreds of collaborations and open questions', () => {
    const { report: facts } = report.sample;
    const many = <T>(items: readonly T[]) =>
      Array.from({ length: 300 }, (_, n) => ({ ...items[n % items.length], id: `${n}`, influencerId: `i${n}` }) as T);
    const mail = renderEmail(report, {
      ...report.sample,
      report: { ...facts, results: many(facts.results), attention: many(facts.attention) },
    });
    expect(Buffer.byteLength(mail.html)).toBeLessThan(longestHtml);
    expect(mail.text).toContain('300 things need a person');
  });
});
