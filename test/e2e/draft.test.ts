import { beforeAll, describe, expect, it } from 'vitest';
import { type CampaignEnd, nameOf, playedCampaign, repeated, shortSpec } from './small-campaign.ts';

let end: CampaignEnd;

beforeAll(async () => {
  const spec = shortSpec();
  const played = await playedCampaign({ spec: { ...spec, brief: { ...spec.brief, draftDueDays: 2 } } });
  end = played.end;
  return played.stop;
});

const mailsTo = (purpose: string) => end.mails.filter(({ tags }) => tags.purpose === purpose);
const did = (what: string) => end.stats.diary.filter(entry => entry.what === what);

describe('a campaign that wants to see drafts', () => {
  it('gets them over page and mail, and every post that is paid for was approved', () => {
    expect(end.campaign.status).toBe('finished');
    expect(end.stats.troubles).toEqual([]);
    expect(did('hand-in-draft').length).toBeGreaterThan(0);
    const settled = end.collaborations.filter(({ status }) => status === 'settled');
    expect(settled.length).toBeGreaterThan(0);
    for (const { name, draft } of settled) expect(draft?.state, name).toBe('approved');
  });

  it('sends some back, and counts the rounds', () => {
    expect(did('operator: ask-changes').length).toBeGreaterThan(0);
    expect(did('operator: approve-draft').length).toBeGreaterThan(0);
    expect(end.collaborations.some(({ draft }) => draft?.state === 'approved' && draft.round > 1)).toBe(true);
    expect(mailsTo('draft-answer').length).toBe(
      did('operator: ask-changes').length + did('operator: approve-draft').length,
    );
  });

  it('writes to nobody twice, and of a post only to whom it has approved', () => {
    expect(repeated(end.mails.map(nameOf))).toEqual([]);
    for (const { destinations, atMs } of mailsTo('post-reminder')) {
      const approvals = mailsTo('draft-answer').filter(
        mail => mail.destinations[0] === destinations[0] && mail.atMs < atMs,
      );
      expect(approvals.length, destinations[0]).toBeGreaterThan(0);
    }
  });
});
