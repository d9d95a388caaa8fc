import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import * as answer from '#shared/email/answer.tsx';
import * as approvalRequest from '#shared/email/approval-request.tsx';
import * as brief from '#shared/email/brief.tsx';
import * as campaignNotice from '#shared/email/campaign-notice.tsx';
import * as invitation from '#shared/email/invitation.tsx';
import { renderEmail } from '#shared/email/render.ts';
import * as report from '#shared/email/report.tsx';
import type { Sample } from '#shared/email/samples.ts';
import * as thanks from '#shared/email/thanks.tsx';
import { skeleton, withStrangersWords } from '#test/support/strangers.ts';
import { corpusRows, hasCorpora } from '../domain/corpus.ts';

const templates = { answer, approvalRequest, brief, campaignNotice, invitation, report, thanks } as unknown as Record<
  string,
  Sample<object>
>;

const shown = (text: string): string => text.toWellFormed().replaceAll('\0', '').replace(/\r\n?/g, '\n');

describe.skipIf(!hasCorpora)('strings that must do no harm', () => {
  const payloads = corpusRows<{ payload: string; kind: string }, unknown>('injection')
    .filter(row => row.input.kind === 'text')
    .map(row => row.input.payload)
    .filter(payload => payload.trim() !== '');

  // Each string goes through one of the mails: they share one renderer, and all through all would take a minute.
  test.each(Object.entries(templates).map(([name, template], index) => ({ name, template, index })))(
    'stay text in the mail "$name"',
    ({ template, index }) => {
      const plain = skeleton(load(renderEmail(template, withStrangersWords(template.sample, 'word')).html));
      for (const payload of payloads.filter((_, row) => (row + index) % Object.keys(templates).length === 0)) {
        const mail = renderEmail(template, withStrangersWords(template.sample, payload));
        expect(mail.subject).not.toMatch(/[\r\n]/);
        const isAddress = /^https?:\/\//i.test(payload);
        const page = load(mail.html);
        if (!isAddress) expect(skeleton(page)).toBe(plain);
        expect(page('body').text()).toContain(shown(payload));
      }
    },
  );
});

describe('a subject', () => {
  test('is one line of bounded length, whatever it is made of', () => {
    const name = `Meera\r\nBcc: everyone@x.example\u2028${'long '.repeat(200)}`;
    const { subject } = renderEmail(thanks, {
      ...thanks.sample,
      letter: { ...thanks.sample.letter, campaign: { ...thanks.sample.letter.campaign, name } },
    });
    expect(subject).toMatch(/^Thank you: your post for Meera Bcc: everyone@x\.example long /);
    expect(Array.from(subject).length).toBeLessThanOrEqual(180);
  });
});
