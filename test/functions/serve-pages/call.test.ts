import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { composeMail } from '#shared/adapters/mail/compose.ts';
import { advance } from '#shared/operations/advance.ts';
import { at, days } from '#test/shared/domain/builders.ts';
import { aCampaign, aSpec } from '#test/support/product/campaigns.ts';
import { aMember, anotherMember } from '#test/support/product/members.ts';
import { asha, attention, open, post, type World, world } from './page-world.ts';

describe('a call', () => {
  const slotsOn = async (given: World, influencerId?: string, when = at) => {
    const { html } = await open(given, 'o', when, influencerId);
    return html('input[name=slot]')
      .toArray()
      .map(input => html(input).attr('value') ?? '');
  };

  it('is booked: they get an invitation for their calendar, a person is told', async () => {
    const given = await world();
    const [slot = ''] = await slotsOn(given);
    const { title, body } = await post(given, 'o', { answer: 'call', slot });
    expect(title).toBe('The call is booked');
    expect(body).toContain('Thursday');
    expect(await asha(given)).toMatchObject({ status: 'invited', call: { from: slot } });
    expect(await attention(given)).toMatchObject([{ because: expect.stringContaining('they booked a call') }]);
    const [{ mail } = { mail: undefined }] = given.mailer.sent;
    const { attachments, text } = await PostalMime.parse(mail ? await composeMail(mail) : '');
    const invitation = attachments.find(
      ({ mimeType }) => mimeType === 'text/calendar' || mimeType === 'application/ics',
    );
    const ics = new TextDecoder().decode(invitation?.content as ArrayBuffer);
    expect(ics).toContain('METHOD:REQUEST');
    expect(ics).toContain(`DTSTART:${slot.replace(/[-:]|\.000/g, '')}`);
    expect(text).toContain('Our call is booked: Thursday, 5 March');
  });

  it('is booked by one of two who want the same time in the same instant; the other is asked to choose again', async () => {
    const given = await world([aMember('invited'), anotherMember(2, 'invited')]);
    const [slot = ''] = await slotsOn(given);
    const both = await Promise.all(['i1', 'i2'].map(id => post(given, 'o', { answer: 'call', slot }, days(1), id)));
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422]);
    expect(both.find(({ status }) => status === 422)?.body).toContain('This time is no longer free');
    const calls = await Promise.all(
      ['i1', 'i2'].map(async id => (await given.collaborations.get('c1', id)).call?.from),
    );
    expect(calls.filter(from => from === slot)).toHaveLength(1);
  });

  it('that its holder moved, or will never hold, leaves its time to others', async () => {
    const given = await world([aMember('invited'), anotherMember(2, 'invited')]);
    const [slot = '', other = ''] = await slotsOn(given);
    await post(given, 'o', { answer: 'call', slot });
    await post(given, 'o', { answer: 'call', slot: other }, days(1.1));
    expect((await post(given, 'o', { answer: 'call', slot }, days(1.2), 'i2')).status).toBe(200);
    await advance(given)('c1', 'i1', { kind: 'declined', because: 'no time', via: 'mail' }, days(1.3));
    expect((await post(given, 'o', { answer: 'call', slot: other }, days(1.4), 'i2')).status).toBe(200);
  });

  it('that is moved moves in their calendar too', async () => {
    const given = await world();
    const [first = '', second = ''] = await slotsOn(given);
    await post(given, 'o', { answer: 'call', slot: first });
    await post(given, 'o', { answer: 'call', slot: second }, days(1.1));
    expect(await asha(given)).toMatchObject({ call: { from: second } });
    const sequences = given.mailer.sent.map(({ mail }) => /SEQUENCE:(\d)/.exec(mail.calendar?.content ?? '')?.[1]);
    expect(sequences).toEqual(['0', '1']);
  });

  it('that is called off goes out of their calendar, and a person is told', async () => {
    const given = await world();
    const [slot = ''] = await slotsOn(given);
    await post(given, 'o', { answer: 'call', slot });
    expect((await open(given, 'o', days(1))).html('button').text()).toContain('Call it off');
    expect((await post(given, 'o', { answer: 'call-off' }, days(1.1))).title).toBe('The call is off');
    expect(await asha(given)).not.toHaveProperty('call');
    const uids = given.mailer.sent.map(({ mail }) => /UID:(.*)/.exec(mail.calendar?.content ?? '')?.[1]);
    expect(new Set(uids).size).toBe(1);
    const last = given.mailer.sent.at(-1)?.mail.calendar;
    expect(last).toMatchObject({ method: 'CANCEL', content: expect.stringContaining('SEQUENCE:1') });
    expect(last?.content).toContain('STATUS:CANCELLED');
    expect((await attention(given)).map(({ because }) => because)).toEqual(['they called off the call: on their page']);
  });

  it('is off when they decline', async () => {
    const given = await world();
    const [slot = ''] = await slotsOn(given);
    await post(given, 'o', { answer: 'call', slot });
    await post(given, 'o', { answer: 'decline' }, days(1.1));
    expect(given.mailer.sent.map(({ mail }) => mail.calendar?.method)).toEqual(['REQUEST', 'CANCEL']);
  });

  it('is booked on the brand’s own page where it has one', async () => {
    const { outreach } = aSpec();
    const bookingUrl = 'https://cal.example/asha';
    const spec = aSpec({ outreach: { ...outreach, callSlots: { ...outreach.callSlots, bookingUrl } } });
    const given = await world([aMember('invited')], aCampaign({ spec }));
    const { html } = await open(given, 'o');
    expect(html(`a[href="${bookingUrl}"]`).text()).toBe('Choose a time in our calendar');
    expect(html('input[name=slot]')).toHaveLength(0);
  });

  it('at a time that another has taken is offered again', async () => {
    const given = await world([aMember('invited'), anotherMember(2)]);
    const [slot = ''] = await slotsOn(given);
    await post(given, 'o', { answer: 'call', slot }, days(1), 'i2');
    const { status, body } = await post(given, 'o', { answer: 'call', slot });
    expect(status).toBe(422);
    expect(body).toContain('no longer free');
    expect(await asha(given)).not.toHaveProperty('call');
    expect(await slotsOn(given)).not.toContain(slot);
  });

  it('of somebody who has declined since is free again', async () => {
    const given = await world([aMember('invited'), anotherMember(2)]);
    const [slot = ''] = await slotsOn(given);
    await post(given, 'o', { answer: 'call', slot }, days(1), 'i2');
    await post(given, 'o', { answer: 'decline' }, days(1), 'i2');
    expect(await slotsOn(given)).toContain(slot);
  });

  it.each(['2026-03-05T03:00:00.000Z', 'tomorrow', ''])('at "%s", which nobody offered, is not booked', async slot => {
    const given = await world();
    expect((await post(given, 'o', { answer: 'call', slot })).status).toBe(422);
    expect(await asha(given)).not.toHaveProperty('call');
  });
});
