import { describe, expect, test } from 'vitest';
import { plusMinutes } from '#shared/domain/time.ts';
import { deliver, lookAgain } from '#shared/operations/deliver.ts';
import { aCandidate, at, days } from '#test/shared/domain/builders.ts';
import { aCampaign } from '#test/support/product/campaigns.ts';
import { killedEverywhere } from '#test/support/product/crash.ts';
import { sesTellsOfSends } from '#test/support/product/hours.ts';
import { aMember } from '#test/support/product/members.ts';
import { freshProduct, type Product, withCampaign } from '#test/support/product/product.ts';

const running = async (member = aMember('shortlisted')) => {
  const product = await freshProduct();
  await withCampaign(product, undefined, [member]);
  await product.candidates.putAll([aCandidate()]);
  return product;
};
const standing = ({ collaborations }: Product) => collaborations.get('c1', 'i1');
const invite = async (product: Product, when = at, campaign = aCampaign()) =>
  deliver(product)(campaign, await standing(product), { purpose: 'invitation', number: 1 }, when);

describe('deliver', () => {
  test('writes, sends and records one message, which moves the collaboration on', async () => {
    const product = await running();
    expect(await invite(product)).toMatchObject({ kind: 'sent', at });
    expect(await standing(product)).toMatchObject({
      status: 'invited',
      sent: [{ purpose: 'invitation', number: 1, at }],
      nextActionAt: days(3),
    });
    const [sent] = product.mailer.sent;
    expect(sent?.mail.text).toContain('Morning skincare routine for dry skin');
    expect(sent?.mail.text).toContain('https://go.meadow.example/o/');
  });

  test('where it can not go out yet, chase looks again when it can', async () => {
    const product = await running();
    expect(await invite(product, at, aCampaign({ paused: true }))).toMatchObject({ kind: 'later' });
    expect(await standing(product)).toMatchObject({ status: 'shortlisted', nextActionAt: plusMinutes(at, 60) });
  });

  test('where it can never go out nothing is recorded', async () => {
    const product = await running();
    await product.suppressions.add(aMember().addressHash, 'unsubscribe', at);
    expect(await invite(product)).toMatchObject({ kind: 'never', why: 'suppressed' });
    expect(await standing(product)).toMatchObject({ status: 'shortlisted', sent: [] });
  });

  test('killed anywhere and tried again, the mail went out once and counts once, from when it went out', async () => {
    const deaths = await killedEverywhere(
      () => running(),
      product => invite(product),
      async product => {
        await sesTellsOfSends(product, at);
        await invite(product, plusMinutes(at, 20));
        expect(product.mailer.sent).toHaveLength(1);
        const { status, sent } = await standing(product);
        expect({ status, sent: sent.length }).toEqual({ status: 'invited', sent: 1 });
      },
    );
    expect(deaths).toBeGreaterThan(10);
  });
});

describe('lookAgain', () => {
  test('sets or clears when chase looks next, unless somebody moved it on', async () => {
    const product = await running();
    const read = await standing(product);
    await lookAgain(product, read, days(1));
    expect((await standing(product)).nextActionAt).toBe(days(1));
    await lookAgain(product, read, days(5));
    expect((await standing(product)).nextActionAt).toBe(days(1));
    await lookAgain(product, await standing(product), undefined);
    expect(await standing(product)).not.toHaveProperty('nextActionAt');
  });
});
