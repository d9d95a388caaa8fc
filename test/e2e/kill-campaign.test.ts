import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { differences, outcomeOf } from '#infra/cli/faults/differences.ts';
import { violationsIn } from '#infra/cli/faults/invariants.ts';
import { type KillRun, runWithKills } from '#infra/cli/faults/kill-run.ts';
import { tinyCampaign } from '#infra/cli/faults/tiny-campaign.ts';
import { assembly } from './small-campaign.ts';

let undisturbed: KillRun;
let killed: KillRun;
let remove = () => {};

beforeAll(async () => {
  const app = await assembly();
  remove = app.remove;
  const campaign = { spec: tinyCampaign(0), seed: 'kill', people: 6, assembly: app.folder };
  undisturbed = await runWithKills({ ...campaign, kills: 0 });
  killed = await runWithKills({ ...campaign, blogPort: undisturbed.blogPort, kills: 6 });
}, 400_000);
afterAll(() => remove());

describe('a campaign whose cloud is killed with kill -9 again and again', () => {
  it('ends as it would have ended undisturbed: same statuses, same fees, same mails, same orders', () => {
    expect(killed.deaths).toBe(6);
    expect(differences(outcomeOf(undisturbed.evidence), outcomeOf(killed.evidence))).toEqual([]);
  });

  it('keeps every promise', () => {
    expect(violationsIn(undisturbed.evidence)).toEqual([]);
    expect(violationsIn(killed.evidence)).toEqual([]);
  });
});

describe('the comparison of two outcomes', () => {
  it('sees what is lost, what is new and what is there twice', () => {
    expect(differences(['a', 'b', 'b'], ['b', 'c'])).toEqual(['lost: a', 'lost: b', 'new: c']);
    expect(differences(['a', 'b'], ['b', 'a'])).toEqual([]);
  });
});
