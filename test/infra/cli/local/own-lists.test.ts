import { describe, expect, it } from 'vitest';
import { checkList, listsIn } from '#infra/cli/local/own-lists.ts';
import { campaignSpec } from '#shared/contracts/campaign-spec.ts';
import { rowOf, workbook } from '#test/shared/adapters/list/zip.ts';
import { specInput } from '#test/support/product/campaigns.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const check = (name: string, list: Uint8Array) => checkList({ name, bytes: list });

describe('lists that a person brings to the demo', () => {
  it.each([
    ['a table', bytes('Name,Instagram\nMeera,@meera.glow\n')],
    ['a workbook', workbook({ People: rowOf(1, ['Name', 'Instagram']) + rowOf(2, ['Meera', '@meera.glow']) })],
    ['JSON Lines', bytes('{"name":"Meera","instagram":"@meera.glow"}\n')],
    ['JSON', bytes('[{"name":"Meera","instagram":"@meera.glow"}]')],
    [
      'OPML',
      bytes('<opml version="2.0"><body><outline type="rss" text="M" xmlUrl="https://m.in/feed"/></body></opml>'),
    ],
    ['links with remarks', bytes('# met at the fair\nhttps://www.instagram.com/meera.glow/\n')],
    ['bare handles', bytes('@meera.glow\n@ritu.vlogs\n')],
  ])('may be %s', async (_, list) => {
    await expect(check('list', list)).resolves.toBeUndefined();
  });

  it('are refused in a sentence where they are no list', async () => {
    await expect(check('team.pdf', bytes('%PDF-1.7'))).rejects.toMatchObject({
      exit: 'refused',
      message: 'team.pdf is a PDF: ask for the list as CSV or .xlsx',
    });
  });

  it('are refused with reasons where they name nobody', async () => {
    await expect(check('list.csv', bytes('Name,Instagram\nMeera,\n'))).rejects.toMatchObject({
      exit: 'refused',
      message: 'list.csv names nobody who can be found.',
      details: [expect.stringMatching(/^line 2: /), expect.stringContaining('handle')],
    });
  });

  it('keep what the campaign says about their columns', () => {
    const [list, ...more] = listsIn(
      campaignSpec.parse(
        specInput({
          sources: [
            { kind: 'file', name: 'fair.xlsx', upload: '1', sheet: 'People', mapping: { Konto: 'instagram handle' } },
            { kind: 'roster' },
          ],
        }),
      ),
      [bytes('another'), bytes('this one')],
    );
    expect(list).toEqual({
      name: 'fair.xlsx',
      bytes: bytes('this one'),
      sheet: 'People',
      mapping: { Konto: 'instagram handle' },
    });
    expect(more).toEqual([]);
  });
});
