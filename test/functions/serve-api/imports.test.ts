import { describe, expect, test } from 'vitest';
import { rowOf, workbook } from '#test/shared/adapters/list/zip.ts';
import { freshApi } from '#test/support/product/api.ts';
import { specInput } from '#test/support/product/campaigns.ts';

const { api, product } = freshApi();
const preview = (body: object) => api('POST /imports/preview', { body });
const text = 'Name;Konto;Followers;Contact;Mood\nMeera;meera.glow;4.500;meera@example.com;sunny\nNobody;;1;;\n';

describe('the preview of an import', () => {
  test('says what each column was taken for, why, and which rows are refused', async () => {
    const { status, json } = await preview({ text, name: 'fair.csv', mapping: { Konto: 'instagram handle' } });
    expect(status).toBe(200);
    expect(json).toMatchObject({
      format: 'csv',
      rows: { read: 2, usable: 1, refused: 1, all: true },
      refused: [{ source: 'fair.csv', line: 3, because: expect.stringContaining('Konto') }],
      people: [{ name: 'Meera', profiles: ['https://www.instagram.com/meera.glow/'] }],
    });
    expect(json.columns).toMatchObject([
      { column: 'Name', field: 'name', confidence: 1, why: 'its name is known', samples: ['Meera', 'Nobody'] },
      { column: 'Konto', field: 'handle', platform: 'instagram', why: 'the mapping says so', samples: ['meera.glow'] },
      { column: 'Followers', field: 'followers' },
      { column: 'Contact' },
      { column: 'Mood', confidence: 0, why: 'neither its name nor its values are known: it is kept as it came' },
    ]);
  });

  test('of an uploaded workbook names the sheet', async () => {
    await product().files.write(
      'uploads/u1',
      workbook({ People: rowOf(1, ['Instagram']) + rowOf(2, ['@meera']) }),
      'x',
    );
    expect((await preview({ upload: 'u1' })).json).toMatchObject({
      format: 'xlsx',
      sheet: 'People',
      rows: { usable: 1 },
    });
  });

  test('looks at the first thousands of rows only', async () => {
    const rows = Array.from({ length: 5200 }, (_, n) => `@person_${n}`).join('\n');
    expect((await preview({ text: `instagram\n${rows}\n` })).json.rows).toMatchObject({ read: 5000, all: false });
  });

  test.each([
    [{ upload: 'nowhere' }, 400, /POST \/uploads/],
    [{ text, upload: 'both' }, 400, /exactly one/],
    [{ text, mapping: { Konto: 'hendle' } }, 400, /one of name, firstName/],
    [{ text, mapping: { Account: 'handle' } }, 422, /no column "Account".*it has "Name", "Konto"/],
    [{ text: '<html><body>Sign in</body></html>' }, 422, /web page/],
  ])('%j is refused with what to do', async (body, wanted, because) => {
    const { status, json } = await preview(body);
    expect(status).toBe(wanted);
    expect(`${json.detail} ${JSON.stringify(json.errors)}`.replaceAll('\\"', '"')).toMatch(because);
  });
});

test('a launch with a list that can not be read is refused before anything is written', async () => {
  await product().files.write('uploads/u2', Buffer.from('%PDF-1.7 …'), 'x');
  const sources = [
    { kind: 'file', upload: 'u2', name: 'people.pdf' },
    { kind: 'file', text, mapping: { Account: 'handle' } },
  ];
  const { status, json } = await api('POST /campaigns', { body: { ...specInput(), sources } });
  expect(status).toBe(400);
  expect(json.errors).toMatchObject([
    { pointer: '/sources/0', detail: expect.stringContaining('people.pdf is a PDF') },
    { pointer: '/sources/1', detail: expect.stringContaining('no column "Account"') },
  ]);
  expect((await product().campaigns.list({ limit: 10 })).items).toEqual([]);
});
