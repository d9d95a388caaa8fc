import { createTransport } from 'nodemailer';
import { describe, expect, it } from 'vitest';
import { amountIn, readLetter } from '#infra/local/world/people/letter.ts';
import { composeReply } from '#infra/local/world/people/mail-program.ts';
import { blankMemory, react } from '#infra/local/world/people/reaction.ts';
import { awake } from '#infra/local/world/people/waking-hours.ts';
import { persona } from '#infra/local/world/personality.ts';
import { population } from '#infra/local/world/population.ts';
import { seededRandom } from '#infra/local/world/random.ts';
import { parseMail } from '#shared/adapters/mail/parse.ts';
import { newTextOf } from '#shared/domain/listening/new-text.ts';

const [someone] = population({ seed: 1, size: 1, keywords: ['sunscreen'] });
if (!someone) throw new Error('nobody was born');

const invitation = async () => {
  const { message } = await createTransport({ streamTransport: true, buffer: true }).sendMail({
    from: 'Asha of Meadow <asha@meadow.example>',
    to: someone.email ?? 'someone@inbox.example',
    replyTo: 'r+abc.def@reply.meadow.example',
    subject: 'A paid collaboration with Meadow',
    messageId: '<0109-1@ap-south-1.amazonses.com>',
    references: '<own-id@meadow.example>',
    text: 'Hi there,\n\nWe offer ₹4,500 for one reel.\n\nAnswer: https://api.example/o/tok.mac\n',
    html: '<p>Hi there,</p><p>We offer ₹4,500. <a href="https://api.example/o/tok.mac">Answer</a></p>',
    headers: {
      'List-Unsubscribe': '<https://api.example/u/tok.mac>, <mailto:u@x.example>',
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  });
  return readLetter(message as Buffer);
};

describe('people of the simulated world', () => {
  it('find the page, the amount and the one-click address in an invitation', async () => {
    const letter = await invitation();
    expect(letter).toMatchObject({
      offerUrl: 'https://api.example/o/tok.mac',
      oneClickUrl: 'https://api.example/u/tok.mac',
      replyTo: 'r+abc.def@reply.meadow.example',
    });
    expect(amountIn(letter.text)).toBe(4500);
    expect(amountIn('INR 12,500.50 is fine')).toBe(12_500.5);
  });

  it.each(['gmail', 'outlook', 'apple'] as const)(
    'answer with %s so that only their own words are new',
    async mailClient => {
      const letter = await invitation();
      const person = { ...someone, email: 'me@inbox.example', persona: { ...someone.persona, mailClient } };
      const raw = await composeReply(
        person,
        letter,
        { text: 'Yes, happy to do it!', atMs: 1_764_500_000_000 },
        seededRandom(1),
      );
      const mail = await parseMail(raw);
      expect(mail.inReplyTo).toContain('<0109-1@ap-south-1.amazonses.com>');
      expect(
        newTextOf(mail.text)
          .replace(/\s*Sent from my iPhone/, '')
          .trim(),
      ).toBe('Yes, happy to do it!');
    },
  );

  it('haggle up to what they would take and no lower', () => {
    const haggler = { ...persona('haggles', seededRandom(2)), afterMails: 1 as const };
    const offer = { offerUrl: 'https://api.example/o/x' };
    const first = react(haggler, blankMemory, offer, 4000);
    expect(first.acts).toMatchObject([{ kind: 'counter' }]);
    const [act] = first.acts;
    expect(act?.kind === 'counter' && (act.ask ?? 0)).toBeGreaterThan(4000);
    expect(react(haggler, first.memory, offer, 4000 * haggler.takesTimes + 1).acts).toEqual([
      { kind: 'answer', as: 'accepts' },
    ]);
    expect(react(haggler, first.memory, offer, 4000 * haggler.takesTimes - 1).acts).toEqual([
      { kind: 'answer', as: 'tooLittle' },
    ]);
  });

  it('confirm, plan their post once, and forget what they have refused', () => {
    const kind = { ...persona('accepts', seededRandom(3)), confirms: true, posts: 'on-time' as const };
    const brief = { briefUrl: 'https://api.example/b/x' };
    const first = react(kind, blankMemory, brief);
    expect(first.acts.map(act => act.kind)).toEqual(['confirm', 'plan-post']);
    expect(react(kind, first.memory, brief).acts).toEqual([]);
    const refused = react({ ...persona('declines', seededRandom(3)), afterMails: 1 }, blankMemory, { offerUrl: 'o' });
    expect(react(kind, refused.memory, { offerUrl: 'o' }).acts).toEqual([]);
  });

  it('sleep at night', () => {
    const threeInTheMorning = Date.UTC(2026, 11, 1, 21, 30); // 03:00 in Kolkata
    expect(new Date(awake(threeInTheMorning, 'Asia/Kolkata', 0)).toISOString()).toBe('2026-12-02T02:30:00.000Z');
    const noon = Date.UTC(2026, 11, 1, 6, 30);
    expect(awake(noon, 'Asia/Kolkata', 0.5)).toBe(noon);
  });
});
