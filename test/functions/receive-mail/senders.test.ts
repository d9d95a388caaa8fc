import { describe, expect, it } from 'vitest';
import { messageReference } from '#shared/domain/thread.ts';
import { at } from '#test/shared/domain/builders.ts';
import { aCampaign } from '#test/support/product/campaigns.ts';
import { answerOf, arrival, mime } from '#test/support/product/mails.ts';
import { aMember } from '#test/support/product/members.ts';
import { withCampaign } from '#test/support/product/product.ts';
import { asha, attention, product, receive, received, theyWrite, tuesday } from './inbox.ts';

describe('who wrote it', () => {
  it('from another address than we wrote to, a person decides', async () => {
    const given = await product();
    await theyWrite(given, 'Yes, count me in!', { mail: { from: 'manager@agency.example' } });
    expect(await asha(given)).toMatchObject({
      status: 'invited',
      heldForPerson: 'the answer comes from manager@agency.example, we wrote to asha@example.com',
    });
  });

  it('not even an unsubscription of somebody else is believed', async () => {
    const given = await product();
    await theyWrite(given, 'Unsubscribe', { mail: { from: 'rival@elsewhere.example' } });
    expect(await given.suppressions.find((await asha(given)).addressHash)).toBeUndefined();
    expect(await attention(given)).toHaveLength(1);
  });

  it('failing DMARC under a policy of refusal, a person decides', async () => {
    const given = await product();
    await theyWrite(given, 'Yes, count me in!', { dmarc: 'FAIL', dmarcPolicy: 'reject' });
    expect(await asha(given)).toMatchObject({ status: 'invited', heldForPerson: expect.stringContaining('DMARC') });
  });

  it('in a mail that SES takes for spam, a person decides: our thread is named by its secret address', async () => {
    const given = await product();
    await theyWrite(given, 'Yes, count me in!', { spam: 'FAIL' });
    expect(await asha(given)).toMatchObject({ status: 'invited', heldForPerson: 'SES takes their answer for spam' });
  });

  it('of a mail with a virus nothing is read', async () => {
    const given = await product();
    await theyWrite(given, 'Yes, count me in!', { virus: 'FAIL' });
    expect(await asha(given)).toMatchObject({ status: 'invited' });
    expect(await received(given)).toEqual([]);
  });

  it('without the signed address, our ids in the headers find the thread', async () => {
    const given = await product();
    const { threadId } = await asha(given);
    const references = messageReference({ threadId, purpose: 'invitation', number: 1 }, 'meadow.example');
    const bytes = await mime({
      from: 'asha@example.com',
      subject: 'Re: A collaboration',
      text: 'Yes, count me in!',
      references,
    });
    await receive(given, arrival(given, bytes, { at: tuesday, recipients: ['hello@reply.meadow.example'] }));
    expect(await asha(given)).toMatchObject({ status: 'accepted' });
  });

  it('with nothing but the sender to go by, a person confirms', async () => {
    const given = await product();
    const bytes = await mime({ from: 'asha@example.com', subject: 'Hello', text: 'Yes, count me in!' });
    await receive(given, arrival(given, bytes, { at: tuesday, recipients: ['hello@reply.meadow.example'] }));
    expect(await asha(given)).toMatchObject({ heldForPerson: 'only the sender says that this mail belongs here' });
  });

  it('with two collaborations and nothing to tell them apart, both wait for a person; an unsubscription counts for both', async () => {
    const given = await product();
    await withCampaign(given, aCampaign({ campaignId: 'c2' }), [aMember('invited', { campaignId: 'c2' })]);
    const write = async (id: string, text: string) => {
      const bytes = await mime({ from: 'asha@example.com', subject: 'Hello', text, messageId: `<${id}@mail.example>` });
      await receive(given, arrival(given, bytes, { id, at: tuesday, recipients: ['hello@reply.meadow.example'] }));
    };
    await write('m1', 'Yes, count me in!');
    const both = () => Promise.all(['c1', 'c2'].map(id => given.collaborations.get(id, 'i1')));
    expect(await both()).toMatchObject(
      [{ heldForPerson: /which one/ }, { heldForPerson: /which one/ }].map(() => ({
        status: 'invited',
        heldForPerson: expect.stringContaining('which one is meant'),
      })),
    );
    await write('m2', 'Unsubscribe');
    expect((await both()).map(({ status }) => status)).toEqual(['declined', 'declined']);
  });

  it('from a stranger it is kept for a person, and moves nobody', async () => {
    const given = await product();
    const bytes = await mime({ from: 'stranger@example.org', subject: 'Hi', text: 'Yes!' });
    await receive(given, arrival(given, bytes, { at: tuesday, recipients: ['hello@reply.meadow.example'] }));
    expect(await asha(given)).toMatchObject({ status: 'invited' });
    const kept = [];
    for await (const item of given.table.query({ partition: 'UNMATCHED' })) kept.push(item);
    expect(kept).toMatchObject([{ because: expect.stringContaining('no thread of ours') }]);
  });

  it('a forged reply address finds no thread', async () => {
    const given = await product();
    const { threadId } = await asha(given);
    const bytes = await mime({ from: 'stranger@example.org', subject: 'Hi', text: 'Yes!' });
    const recipients = [`r+${threadId}.0000000000000000@reply.meadow.example`];
    await receive(given, arrival(given, bytes, { at: tuesday, recipients }));
    expect(await asha(given)).toMatchObject({ status: 'invited' });
    expect(await received(given)).toEqual([]);
  });

  it('an answer of a stakeholder to a report is nobody of ours', async () => {
    const given = await product();
    const stakeholder = { threadId: 'stakeholder-1', campaignId: 'c1', influencerId: 'stakeholder-1' };
    const sesMessageId = '0102018f0a1b2c3d-11111111-2222-3333-4444-555555555555-000000';
    await given.messages.markSent(
      stakeholder,
      {
        direction: 'out',
        purpose: 'final-report',
        number: 1,
        state: 'sent',
        claimedAt: at,
        subject: 'Report',
        text: '',
      },
      sesMessageId,
      at,
    );
    const bytes = await mime({
      from: 'marketing@meadow.example',
      text: 'Nice!',
      inReplyTo: `<${sesMessageId}@eu-west-1.amazonses.com>`,
    });
    await receive(given, arrival(given, bytes, { at: tuesday, recipients: ['hello@reply.meadow.example'] }));
    expect(await asha(given)).toMatchObject({ status: 'invited' });
  });
});

describe('what strangers send', () => {
  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['zeros', new Uint8Array(10_000)],
    ['no headers', Buffer.from('just some words')],
    [
      'an endless boundary',
      Buffer.from(`Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\nx\r\n'.repeat(6000)}`),
    ],
    [
      'a broken encoding',
      Buffer.from('Content-Type: text/plain; charset=nonsense\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!!'),
    ],
  ])('%s never fails and never agrees', async (_, bytes) => {
    const given = await product();
    const event = await answerOf(given, await asha(given), { at: tuesday, mail: { text: '' } });
    given.files.kept.set('inbound/ses-in-1', bytes);
    await receive(given, event);
    expect(await asha(given)).toMatchObject({ status: 'invited' });
  });

  it('a novel in a script of three bytes a letter fits the table', async () => {
    const given = await product();
    await theyWrite(given, `${'क्या '.repeat(60_000)}?`);
    expect(await received(given)).toMatchObject([{ handledAt: tuesday }]);
  });

  it('an emoji on the edge of what is quoted is not torn', async () => {
    const given = await product();
    await theyWrite(given, `${'a'.repeat(1999)}😀 which products is it about?`);
    const [item] = await attention(given);
    expect(item?.quote?.isWellFormed()).toBe(true);
  });

  it('what is no receipt is left alone', async () => {
    const given = await product();
    await receive(given, { hello: 'world' });
    await receive(given, 'no JSON');
    expect(await asha(given)).toMatchObject({ status: 'invited' });
  });
});
