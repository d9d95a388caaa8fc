import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isScorable, readRecorded, score } from '#infra/cli/commands/asl.ts';

// Executions recorded on AWS, beside the repository. Without them there is nothing to compare with.
const folder = '../shared/asl';
const here = existsSync(folder);
if (!here) console.warn(`${folder} is absent: the engine is not compared with AWS`);

describe.skipIf(!here)('executions recorded on AWS', () => {
  const rows = here ? readRecorded(`${folder}/corpus-jsonata.jsonl.gz`) : [];

  it('replays every native JSONata row: result, cause, history and arguments', async () => {
    const native = rows.filter(row => row.queryLanguage === 'JSONata');
    const { failed, ...counts } = await score(native);
    expect(failed).toEqual([]);
    const all = native.length;
    expect(counts).toEqual({ total: all, scorable: all, passed: all, causes: all, histories: all, arguments: all });
  });

  it('replays every row that mixes the query languages', async () => {
    const mixed = readRecorded(`${folder}/corpus-mixed.jsonl.gz`);
    const { failed, ...counts } = await score(mixed);
    expect(failed).toEqual([]);
    const all = mixed.length;
    expect(counts).toEqual({ total: all, scorable: all, passed: all, causes: all, histories: all, arguments: all });
  });

  it('replays every translated row that can be scored', async () => {
    const { failed } = await score(rows.filter(row => row.queryLanguage === 'translated' && isScorable(row)));
    expect(failed).toEqual([]);
  });
});
