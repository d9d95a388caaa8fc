import { describe, expect, test } from 'vitest';
import { type ListOptions, openList } from '#shared/adapters/list/open-list.ts';
import { rowOf, workbook, zip } from './zip.ts';

const open = (file: string | Uint8Array, options: Partial<ListOptions> = {}) =>
  openList(typeof file === 'string' ? Buffer.from(file) : file, { name: 'list', ...options });

async function read(file: string | Uint8Array, options: Partial<ListOptions> = {}) {
  const list = await open(file, options);
  const readings = [];
  for await (const reading of list.readings) readings.push(reading);
  return {
    format: list.format,
    notes: list.table?.notes,
    found: readings.flatMap(reading => ('found' in reading ? [reading.found] : [])),
    remarks: readings.flatMap(reading => ('found' in reading && reading.remark ? [reading.remark] : [])),
    rejected: readings.flatMap(reading => ('rejected' in reading ? [reading.rejected] : [])),
  };
}

const meera = { name: 'Meera Iyer', profiles: [{ platform: 'instagram', handle: 'meera.glow' }] };
const refusal = (file: string | Uint8Array, options: Partial<ListOptions> = {}) =>
  read(file, options).then(
    () => '',
    (error: Error) => error.message,
  );

describe('what a file is, its content says', () => {
  test.each([
    ['csv', 'Name,Instagram\nMeera Iyer,@meera.glow\n'],
    ['json-lines', '{"name":"Meera Iyer","instagram":"@meera.glow"}\n'],
    ['json', '[{"name":"Meera Iyer","instagram":"@meera.glow"}]'],
    ['url-list', '# our shortlist\n- Meera Iyer https://www.instagram.com/meera.glow/\n'],
    ['xlsx', workbook({ People: rowOf(1, ['Name', 'Instagram']) + rowOf(2, ['Meera Iyer', '@meera.glow']) })],
  ] as const)('%s', async (format, file) => {
    expect(await read(file)).toMatchObject({ format, found: [meera], rejected: [] });
  });

  test('opml', async () => {
    const { format, found } = await read(
      '<opml><body><outline text="Meera" xmlUrl="https://meera.in/feed"/></body></opml>',
    );
    expect(format).toBe('opml');
    expect(found).toMatchObject([{ name: 'Meera', profiles: [{ platform: 'blog', handle: 'meera.in' }] }]);
  });

  test.each([
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'save it as .xlsx or CSV'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'PDF'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10]), 'picture'],
    ['something compressed', Buffer.from([0x1f, 0x8b, 8, 0]), 'unpack it'],
    ['zeros', Buffer.alloc(3000), 'no text file'],
    ['a page', '<!doctype html><html><body>Sign in</body></html>', 'web page'],
    ['an archive of something else', zip([{ path: 'word/document.xml', text: '<w/>' }]), 'no workbook'],
  ])('%s is refused, with what to do', async (_, file, because) => {
    expect(await refusal(file)).toContain(because);
  });
});

describe('a workbook', () => {
  const styles =
    '<numFmts><numFmt numFmtId="164" formatCode="[$₹-4009]#,##0"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy"/></numFmts>' +
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>';

  test('keeps what is shown: percentages, amounts, days, long numbers and shared texts', async () => {
    const rows =
      rowOf(1, ['Instagram', 'ER', 'Fee', 'Joined', 'Phone', 'Followers']) +
      '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" s="1"><v>4.4999999999999998E-2</v></c><c r="C2" s="2"><v>9500</v></c>' +
      '<c r="D2" s="3"><v>45292</v></c><c r="E2"><v>9.19876543210E11</v></c><c r="F2"><v>12345</v></c></row>';
    const { found } = await read(workbook({ People: rows }, { strings: ['meera.glow'], styles }));
    expect(found).toMatchObject([
      {
        profiles: [{ platform: 'instagram', handle: 'meera.glow' }],
        claimed: { engagementRate: 0.045, followers: 12_345, fee: { minor: 950_000, currency: 'INR' } },
        raw: { Joined: '2024-01-01', Phone: '919876543210' },
        sighting: { line: 2 },
      },
    ]);
  });

  test('is read from the first sheet with a header, or the one that is named', async () => {
    const book = workbook({
      Cover: rowOf(1, ['Monsoon 2026']),
      People: rowOf(1, ['Name', 'Instagram']) + rowOf(2, ['Meera Iyer', '@meera.glow']),
      Backup: rowOf(1, ['Name', 'Instagram']) + rowOf(2, ['Asha', '@asha.glow']),
    });
    expect((await read(book)).found).toMatchObject([meera]);
    expect((await read(book, { sheet: 'backup' })).found).toMatchObject([{ name: 'Asha' }]);
    expect(await refusal(book, { sheet: 'Nobody' })).toBe(
      'list has no sheet "Nobody"; it has "Cover", "People", "Backup"',
    );
  });

  test('never computes: a formula that says who it is refuses the row, another one only its cell', async () => {
    const formula = (ref: string, text: string) => `<c r="${ref}"><f>${text}</f><v>99</v></c>`;
    const rows =
      rowOf(1, ['Instagram', 'Followers']) +
      `<row r="2">${formula('A2', 'B2&amp;C2')}<c r="B2"><v>5</v></c></row>` +
      `<row r="3"><c r="A3" t="inlineStr"><is><t>@asha</t></is></c>${formula('B3', 'B2*2')}</row>` +
      `<row r="4">${formula('A4', 'HYPERLINK("https://instagram.com/meera.glow","Meera")')}<c r="B4"><v>7</v></c></row>`;
    const { found, rejected, remarks } = await read(workbook({ People: rows }));
    expect(rejected).toMatchObject([
      { line: 2, because: expect.stringContaining('"Instagram" holds a formula (=B2&C2)') },
    ]);
    expect(found).toMatchObject([
      { profiles: [{ handle: 'asha' }], claimed: {}, raw: { Followers: '=B2*2' } },
      { profiles: [{ handle: 'meera.glow' }], claimed: { followers: 7 } },
    ]);
    expect(remarks).toMatchObject([{ line: 3, because: expect.stringContaining('never computed') }]);
  });

  test('knows where its texts lead to', async () => {
    const relation = (id: string, target: string) =>
      `<Relationship Id="${id}" TargetMode="External" Target="${target}"/>`;
    const sheet = (headers: string[], ...rows: string[][]) =>
      zip([
        { path: 'xl/workbook.xml', text: '<workbook><sheets><sheet name="a" r:id="r1"/></sheets></workbook>' },
        { path: 'xl/_rels/workbook.xml.rels', text: '<R><Relationship Id="r1" Target="s.xml"/></R>' },
        {
          path: 'xl/s.xml',
          text: `<w>${[headers, ...rows].map((cells, index) => rowOf(index + 1, cells)).join('')}<hyperlinks><hyperlink ref="A2" r:id="l1"/><hyperlink ref="B2" r:id="l2"/></hyperlinks></w>`,
        },
        {
          path: 'xl/_rels/s.xml.rels',
          text: `<R>${relation('l1', 'https://instagram.com/meera.glow')}${relation('l2', 'https://youtube.com/@meera')}</R>`,
        },
      ]);
    const ofLinks = await read(sheet(['Profile Link', 'Channel'], ['@somebody', 'Open'], ['@asha', '']));
    expect(ofLinks.found.map(({ profiles }) => profiles.map(({ handle }) => handle))).toEqual([
      ['meera.glow', 'meera'],
      ['asha'],
    ]);
    const ofName = await read(sheet(['Name', 'Followers'], ['Meera Iyer', '9K']));
    expect(ofName.found[0]).toMatchObject({
      name: 'Meera Iyer',
      profiles: [{ handle: 'meera.glow' }, { platform: 'youtube' }],
      claimed: { followers: 9000 },
    });
  });

  test('that would explode is not opened, whether it says so or lies', async () => {
    const bomb = '<row/>'.repeat(8_000_000);
    const parts = (declaredSize?: number) =>
      zip([
        { path: 'xl/workbook.xml', text: '<workbook><sheets><sheet name="a" id="r1"/></sheets></workbook>' },
        { path: 'xl/_rels/workbook.xml.rels', text: '<R><Relationship Id="r1" Target="s.xml"/></R>' },
        { path: 'xl/s.xml', text: bomb, ...(declaredSize !== undefined && { declaredSize }) },
      ]);
    expect(await refusal(parts())).toContain('would unpack to 46 MB');
    expect(await refusal(parts(1000))).toContain('damaged workbook');
  });

  test('of thousands of parts, with a password, or cut off is refused', async () => {
    const many = zip(Array.from({ length: 2500 }, (_, n) => ({ path: `p${n}`, text: '' })));
    expect(await refusal(many)).toContain('2500 parts');
    expect(await refusal(zip([{ path: 'xl/workbook.xml', text: '<w/>', encrypted: true }]))).toContain('password');
    expect(await refusal(workbook({ People: rowOf(1, ['Name']) }).subarray(0, 300))).toContain('damaged workbook');
  });

  test('that defines entities of its own is not blown up by them', async () => {
    const bomb = zip([
      {
        path: 'xl/workbook.xml',
        text: '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><workbook><sheets><sheet name="a" id="r1"/></sheets></workbook>',
      },
      { path: 'xl/_rels/workbook.xml.rels', text: '<R><Relationship Id="r1" Target="s.xml"/></R>' },
      {
        path: 'xl/s.xml',
        text: `<!DOCTYPE x [<!ENTITY b "boom">]><w>${rowOf(1, ['Name', 'Instagram'])}${rowOf(2, ['&b;', '@meera.glow'])}</w>`,
      },
    ]);
    const { found } = await read(bomb);
    expect(found).toMatchObject([{ profiles: [{ handle: 'meera.glow' }] }]);
    expect(found[0]?.name).not.toContain('boom');
  });

  test('with columns of one name keeps both', async () => {
    const { found, notes } = await read(
      workbook({ P: rowOf(1, ['Instagram', 'Notes', 'Notes']) + rowOf(2, ['@meera', 'first', 'second']) }),
    );
    expect(found[0]?.raw).toEqual({ Notes: 'first', 'Notes (2)': 'second' });
    expect(notes).toEqual(['Several columns are called "Notes": the first one is used, the others are kept.']);
  });
});

describe('JSON Lines', () => {
  test('nested values are columns, lists are words, and late keys are kept', async () => {
    const first = {
      user: 1,
      profile: { username: 'meera.glow', followers: 4500, engagementRate: 0.045 },
      interests: [{ name: 'Skin' }],
    };
    const late = { profile: { username: 'asha' }, mood: 'good' };
    const lines = [...Array.from({ length: 220 }, () => first), late].map(one => JSON.stringify(one)).join('\n');
    const { found, rejected } = await read(`${lines}\nnot json\n[1]\n`);
    expect(found[0]).toMatchObject({
      profiles: [{ handle: 'meera.glow' }],
      claimed: { followers: 4500, engagementRate: 0.045 },
      topics: ['skin'],
      raw: { user: '1' },
    });
    expect(found.at(-1)).toMatchObject({ profiles: [{ handle: 'asha' }], raw: { mood: 'good' } });
    expect(rejected.map(({ line, because }) => [line, because])).toEqual([
      [222, 'it is no JSON object'],
      [223, 'it is no JSON object'],
    ]);
  });

  test('keys nobody knows still make columns, and __proto__ changes nothing', async () => {
    const { found, rejected } = await read('{"foo":"x","__proto__":"y","instagram":"@meera"}\n{"foo":"z"}\n');
    expect(found).toHaveLength(1);
    expect(Object.getPrototypeOf(found[0]?.raw)).toBe(Object.prototype);
    expect(rejected).toHaveLength(1);
  });
});

describe('a plain list', () => {
  test('of links to several platforms, with comments, names and addresses', async () => {
    const { found, rejected, format } = await read(
      `# from the fair, 2026
https://www.instagram.com/meera.glow/
Asha Rao: https://youtube.com/@asharao asha@example.com
https://www.tiktok.com/@tik.tara   // fast
2. @fourth.one
* myblog.example/feed-me
https://www.instagram.com/p/abc123/

just words here
`,
    );
    expect(format).toBe('url-list');
    expect(found.map(({ profiles }) => profiles.map(({ platform, handle }) => `${platform}:${handle}`))).toEqual([
      ['instagram:meera.glow'],
      ['youtube:asharao'],
      ['tiktok:tik.tara'],
      ['instagram:fourth.one'],
      ['blog:myblog.example/feed-me'],
    ]);
    expect(found[1]).toMatchObject({ name: 'Asha Rao', email: 'asha@example.com', sighting: { line: 3 } });
    expect(rejected.map(({ line }) => line)).toEqual([7, 9]);
  });

  test('of handles alone', async () => {
    expect((await read('@meera\n@asha\n')).found).toHaveLength(2);
    expect((await read('meera_x\nasha_x\n')).found).toHaveLength(2);
  });
});

describe('a saved mapping', () => {
  const text = 'Konto;Reichweite;Wer;Email\nmeera.glow;4.500;Meera;meera@example.com\n';

  test('says what columns hold, with a platform if need be, and what to leave alone', async () => {
    const mapping = { konto: 'tiktok handle', Reichweite: 'followers', Wer: 'name', Email: 'ignore' } as const;
    expect((await read(text, { mapping })).found).toEqual([
      expect.objectContaining({
        name: 'Meera',
        profiles: [{ platform: 'tiktok', handle: 'meera.glow' }],
        claimed: { followers: 4500 },
        raw: { Email: 'meera@example.com' },
      }),
    ]);
  });

  test('for columns that the file lacks is refused, with those that it has', async () => {
    expect(await refusal(text, { mapping: { Account: 'handle' } })).toBe(
      'list has no column "Account", which its mapping names; it has "Konto", "Reichweite", "Wer", "Email"',
    );
    expect(await refusal('# a\n@meera\n', { mapping: { Account: 'handle' } })).toContain('has no columns');
  });
});

test('a formula in a CSV stays the text that it is', async () => {
  const { found, remarks } = await read(`Name,Instagram,Note\n"=cmd|'/C calc'!A0",@meera,=1+1\n`);
  expect(found[0]?.name).toBeUndefined();
  expect(found[0]?.raw).toEqual({ Name: "=cmd|'/C calc'!A0", Note: '=1+1' });
  expect(remarks).toHaveLength(1);
});

test('more bytes than an import reads are refused without reading on', async () => {
  let given = 0;
  async function* endless() {
    yield Buffer.from('name,instagram\n');
    for (;;) {
      given += 1;
      yield Buffer.from('Meera,@meera\n'.repeat(10_000));
    }
  }
  const list = await openList(endless(), { name: 'huge.csv', limits: { maxRows: 1e9, maxBytes: 1_000_000 } });
  await expect(
    (async () => {
      for await (const _ of list.readings);
    })(),
  ).rejects.toMatchObject({ name: 'too-large', message: expect.stringContaining('split it') });
  expect(given).toBeLessThan(20);
});
