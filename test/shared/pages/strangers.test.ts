import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { sampleBrief } from '#shared/email/brief.tsx';
import * as invitation from '#shared/email/invitation.tsx';
import { sampleReport } from '#shared/email/sample-report.ts';
import { briefPage } from '#shared/pages/brief.ts';
import { donePage } from '#shared/pages/done.ts';
import { html, render } from '#shared/pages/html.ts';
import { offerPage } from '#shared/pages/offer.ts';
import type { RenderedPage } from '#shared/pages/page.ts';
import { field } from '#shared/pages/parts.ts';
import { reportPage } from '#shared/pages/report-page.ts';
import { sampleHost } from '#shared/pages/sample-host.ts';
import { unsubscribePage } from '#shared/pages/unsubscribe.ts';
import { skeleton, withStrangersWords } from '#test/support/strangers.ts';
import { corpusRows, hasCorpora } from '../domain/corpus.ts';

const { objectives, deliverables, postBetween, offer, slots } = invitation.sample;

const pages: Record<string, (words: string) => RenderedPage> = {
  offer: words =>
    offerPage({
      ...withStrangersWords({ host: sampleHost, objectives, deliverables, postBetween, offer, slots }, words),
      version: words,
      standing: 'open',
      problem: { kind: 'amount', written: { amount: words, note: words, question: words } },
    }),
  brief: words =>
    briefPage({
      ...withStrangersWords({ host: sampleHost, brief: sampleBrief, postUrl: 'x' }, words),
      standing: 'confirmed',
      problem: { kind: 'url', written: words },
    }),
  done: words =>
    donePage({ host: withStrangersWords(sampleHost, words), what: 'countered', detail: words, backUrl: '/o/1' }),
  unsubscribe: words => unsubscribePage({ language: 'en', brand: words }),
  report: words => reportPage({ report: withStrangersWords(sampleReport, words), timeZone: 'Asia/Kolkata' }),
};

describe.skipIf(!hasCorpora)('strings that must do no harm', () => {
  const payloads = corpusRows<{ payload: string; kind: string }, unknown>('injection')
    .filter(row => row.input.kind === 'text')
    .map(row => row.input.payload);

  // Each string goes through one of the pages: they share one escaping, and all through all would take long.
  test.each(Object.entries(pages).map(([name, show], index) => ({ name, show, index })))(
    'stay text on the page "$name", between tags and in attributes',
    ({ show, index }) => {
      const plain = skeleton(load(show('word').html));
      for (const payload of payloads.filter((_, row) => (row + index) % Object.keys(pages).length === 0)) {
        const page = load(show(payload).html);
        if (!/^https?:\/\//i.test(payload)) expect(skeleton(page)).toBe(plain);
        expect(page('body').text()).toContain(payload);
      }
    },
  );

  test('come back unchanged from a field in which they were written', () => {
    for (const payload of payloads) {
      const written = { id: 'field', label: payload, longest: 4000, value: payload };
      const page = load(render(html`${field('one', written)}${field('lines', { ...written, kind: 'lines' })}`));
      expect(page('input').attr('value')).toBe(payload);
      expect(page('textarea').text()).toBe(payload);
    }
  });
});
