import { describe, expect, it, vi } from 'vitest';
import { assignMail } from '#functions/assign-mail/assign-mail.ts';
import { receiveMail } from '#functions/receive-mail/receive-mail.ts';
import { listUnmatchedMail } from '#functions/serve-api/unmatched-mail.ts';
import { functions } from '#shared/contracts/functions.ts';
import { routes } from '#shared/contracts/http.ts';
import { httpHandler } from '#shared/lambda/http.ts';
import { at, days } from '#test/shared/domain/builders.ts';
import { killedEverywhere } from '#test/support/product/crash.ts';
import { aRequest, call } from '#test/support/product/http.ts';
import { arrival, mime } from '#test/support/product/mails.ts';
import { aMember } from '#test/support/product/members.ts';
import { freshProduct, type Product, withCampaign } from '#test/support/product/product.ts';

for (const name of Object.keys(functions['assign-mail'].env.shape)) vi.stubEnv(name, 'https://unused.example');

/** Asha's manager, whom nobody wrote to, says yes for her. */
async function world(virus = 'PASS') {
  const product = await freshProduct();
  await withCampaign(product, undefined, [aMember('invited', { sent: [{ purpose: 'invitation', number: 1, at }] })]);
  const bytes = await mime({ from: 'manager@agency.example', subject: 'Asha Rao', text: 'Yes, count her in!' });
  const event = arrival(product, bytes, { at: days(1), recipients: ['hello@reply.meadow.example'], virus });
  await receiveMail({ ...product, mails: product.files })(event);
  return product;
}
const list = async (product: Product) =>
  routes.listUnmatchedMail.answer.parse((await listUnmatchedMail(product)(aRequest({ method: 'GET' }))).json).items;
const tell = (product: Product, id: string, verb: 'assign' | 'dismiss', body: object = {}, when = days(2)) =>
  call(
    httpHandler('assign-mail', () => assignMail({ ...product, mails: product.files })),
    `POST /unmatched-mail/${id}/${verb}`,
    {
      scopes: 'approve',
      at: when,
      body,
    },
  );
const asha = { campaignId: 'c1', influencerId: 'i1' };

describe('mail that belongs to no thread', () => {
  it('is listed with what a person needs to see', async () => {
    expect(await list(await world())).toMatchObject([
      { from: 'manager@agency.example', subject: 'Asha Rao', text: 'Yes, count her in!', kind: 'human' },
    ]);
  });

  it('once assigned is understood like any mail of that thread, stands in it, and leaves the list', async () => {
    const product = await world();
    const [mail] = await list(product);
    const { status, json } = await tell(product, mail?.id ?? '', 'assign', asha);
    expect([status, json]).toEqual([200, { status: 'accepted' }]);
    expect(await product.messages.list(aMember())).toMatchObject([{ direction: 'in', intent: 'yes' }]);
    expect(await list(product)).toEqual([]);
  });

  it('is assigned once, also when that dies on the way', async () => {
    const deaths = await killedEverywhere(
      world,
      async product => {
        const [mail] = await list(product);
        await tell(product, mail?.id ?? '', 'assign', asha);
      },
      async product => {
        const [mail] = await list(product);
        if (mail) await tell(product, mail.id, 'assign', asha, days(3));
        // The "yes" was an acceptance; handled again it must not confirm a brief, too.
        expect((await product.collaborations.get('c1', 'i1')).status).toBe('accepted');
        expect(await list(product)).toEqual([]);
      },
    );
    expect(deaths).toBeGreaterThan(5);
  });

  it('is dismissed, and then is nobody’s', async () => {
    const product = await world();
    const [mail] = await list(product);
    expect((await tell(product, mail?.id ?? '', 'dismiss')).status).toBe(204);
    expect(await list(product)).toEqual([]);
    expect((await tell(product, mail?.id ?? '', 'assign', asha)).status).toBe(409);
    expect((await tell(product, mail?.id ?? '', 'dismiss')).status).toBe(204);
  });

  it('with a virus can only be dismissed', async () => {
    const product = await world('FAIL');
    const [mail] = await list(product);
    const { status, json } = await tell(product, mail?.id ?? '', 'assign', asha);
    expect([status, json.detail]).toEqual([409, expect.stringContaining('virus')]);
  });

  it.each([
    ['nonsense', asha],
    [Buffer.from('2026#nobody').toString('base64url'), asha],
  ])('called %s is not there', async (id, body) => {
    expect((await tell(await world(), id, 'assign', body)).status).toBe(404);
  });

  it('is assigned to collaborations that are there', async () => {
    const product = await world();
    const [mail] = await list(product);
    const nobody = { campaignId: 'c1', influencerId: 'nobody' };
    expect((await tell(product, mail?.id ?? '', 'assign', nobody)).status).toBe(404);
    expect(await list(product)).toHaveLength(1);
  });
});
