import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CampaignRun } from '#infra/cli/local/campaign-run.ts';
import { createFirstToken } from '#infra/cli/local/local-app.ts';
import type { GrantUse } from '#infra/local/services/permissions/permissions.ts';
import type { CampaignSpecInput } from '#shared/contracts/campaign-spec.ts';
import { platforms } from '#shared/domain/influencer.ts';
import { adviceOn } from './grants/advice.ts';
import { launchOthers } from './grants/campaigns.ts';
import { type Errands, errands } from './grants/errands.ts';
import { interruptChase, misfortunes, sendDeadlyEvents } from './grants/misfortunes.ts';
import { answerInvitations } from './grants/people.ts';
import { knockEverywhere } from './grants/routes.ts';
import { takeSteps } from './grants/steps.ts';
import { assembly, shortSpec, startSmallCampaign } from './small-campaign.ts';

let run: CampaignRun;
let grants: readonly GrantUse[];
let toDo: Errands;
let closedDoors: readonly string[];
let remove = () => {};

beforeAll(async () => {
  const app = await assembly();
  remove = app.remove;
  run = await startSmallCampaign(app.folder, { spec: everyPlatform(), people: 30, faults: misfortunes });
  toDo = errands(run);
  await run.clock.hold(begin());
  await run.untilEnd();
  await run.clock.hold(finish());
  grants = run.cloud.permissions.grants();
});
afterAll(async () => {
  await run?.stop();
  remove();
});

function everyPlatform(): CampaignSpecInput {
  const spec = shortSpec();
  return { ...spec, audience: { ...spec.audience, platforms: [...platforms] } };
}

async function begin(): Promise<void> {
  await launchOthers(run, toDo);
  answerInvitations(run, toDo);
  await sendDeadlyEvents(run);
  interruptChase(run, toDo);
}

async function finish(): Promise<void> {
  await takeSteps(run);
  await run.api.call('listCampaigns', { query: { status: 'finished' } });
  const token = await createFirstToken(run.cloud, { clock: run.clock, name: 'knocking' });
  closedDoors = await knockEverywhere({ cloud: run.cloud, token });
}

test('all that was to be done was done', () => {
  expect(toDo.left()).toEqual([]);
  expect(closedDoors).toEqual([]);
});

test('nobody was refused what they needed', () => {
  expect([...new Set(run.cloud.permissions.refused())]).toEqual([]);
});

test('without any single grant of the template something would have been refused', () => {
  const idle = grants.filter(({ needed, beyondLocal }) => needed === 0 && beyondLocal === undefined);
  expect(adviceOn(idle, run.cloud.resources)).toEqual([]);
  expect(grants.length).toBeGreaterThan(200);
});

test('a grant that nothing needs is named, with the line that gives it', () => {
  const [first] = grants.filter(({ kind, action }) => kind === 'role' && action === 'dynamodb:GetItem');
  const advice = first ? adviceOn([{ ...first, used: 0, needed: 0 }], run.cloud.resources) : [];
  expect(advice.join()).toMatch(/function [a-z-]+ may dynamodb:GetItem on table Table: nothing did this/);
  expect(advice.join()).toMatch(/Take it out of the row '[a-z-]+' in infra\/aws\/needs\.ts \(`table`/);
});

test('what is left out because it works on AWS only was used by nobody here', () => {
  expect(grants.filter(({ beyondLocal, used }) => beyondLocal !== undefined && used > 0)).toEqual([]);
});
