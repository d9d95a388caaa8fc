import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectDelimiter } from '#shared/adapters/csv/delimiter.ts';
import { readList } from '#shared/adapters/list/open-list.ts';
import type { RowReading } from '#shared/domain/import/import.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
async function read(
  file: string | Uint8Array | AsyncIterable<Uint8Array>,
  limits?: { maxRows: number; maxBytes: number },
) {
  const readings: RowReading[] = [];
  for await (const reading of readList(typeof file === 'string' ? bytesOf(file) : file, {
    name: 'list.csv',
    ...(limits && { limits }),
  }))
    readings.push(reading);
  return {
    found: readings.flatMap(reading => ('found' in reading ? [reading.found] : [])),
    rejected: readings.flatMap(reading => ('rejected' in reading ? [reading.rejected] : [])),
  };
}
async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const meera = {
  name: 'José Meera',
  profiles: [{ platform: 'instagram', handle: 'meera' }],
  claimed: { followers: 12_345 },
};

describe('one list in many forms', () => {
  const rows = (delimiter: string, end: string) =>
    [`Name${delimiter}Handle${delimiter}Followers`, `José Meera${delimiter}@meera${delimiter}"12,345"`, ''].join(end);

  test.each([',', ';', '\t', '|'])('cells separated by %j', async delimiter => {
    expect((await read(rows(delimiter, '\n'))).found).toMatchObject([meera]);
  });
  test.each(['\n', '\r\n', '\r'])('lines ending in %j', async end => {
    expect((await read(rows(',', end))).found).toMatchObject([meera]);
  });
  test.each([
    ['UTF-8', bytesOf(rows(',', '\n'))],
    ['UTF-8 with a mark', bytesOf(`\ufeff${rows(',', '\n')}`)],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${rows('\t', '\r\n')}`, 'utf16le')],
    ['UTF-16 without a mark', Buffer.from(rows('\t', '\r\n'), 'utf16le')],
    ['UTF-16 the other way round', Buffer.from(`\ufeff${rows('\t', '\r\n')}`, 'utf16le').swap16()],
    ['Windows-1252', Buffer.from(rows(';', '\r\n'), 'latin1')],
  ])('%s, in whatever pieces it arrives', async (_, bytes) => {
    for (const size of [1, 3, 7, 1024, 100_000])
      expect((await read(inPieces(bytes, size))).found).toMatchObject([meera]);
  });
  test('a late letter decides on Windows-1252', async () => {
    const text = `name,handle\n${'Anna,@anna_x\n'.repeat(5000)}José,@jose_x\n`;
    const { found } = await read(inPieces(Buffer.from(text, 'latin1'), 4096));
    expect(found.at(-1)?.name).toBe('José');
  });
  test('letters cut in two by the pieces they arrive in', async () => {
    const text = `name,handle\n${'मीरा 🍲,@meera_x\n'.repeat(200)}`;
    for (const size of [1021, 1022, 1023, 1024, 1025, 2047]) {
      const { found } = await read(inPieces(bytesOf(text), size));
      expect(found).toHaveLength(200);
      expect(found.every(({ name }) => name === 'मीरा 🍲')).toBe(true);
    }
  });
  test('a file pasted together from two encodings loses no letter', async () => {
    const bytes = Buffer.concat([
      bytesOf(`name,handle\n${'मीरा,@meera_x\n'.repeat(200)}`),
      Buffer.from('Jos\xe9,@jose_x\nमीरा', 'latin1'),
    ]);
    const { found } = await read(inPieces(bytes, 1500));
    expect(found.at(0)?.name).toBe('मीरा');
    expect(found.at(-1)?.name).toBe('José');
  });
  test('the separator that Excel declares', async () => {
    expect((await read('sep=;\nName;Handle\nMeera, the cook;@meera')).found).toMatchObject([
      { name: 'Meera, the cook', sighting: { line: 3 } },
    ]);
  });
  test('a report with a title above its header', async () => {
    expect(
      (
        await read(
          'Creators of November\nGenerated 2026-11-20\n\nCreator,Profile Link\nMeera,https://instagram.com/meera\n',
        )
      ).found,
    ).toMatchObject([{ name: 'Meera', sighting: { source: 'list.csv', line: 5 } }]);
  });
  test('no header at all', async () => {
    expect((await read('@meera\n@ravi_k\n')).found.map(({ profiles }) => profiles[0]?.handle)).toEqual([
      'meera',
      'ravi_k',
    ]);
    expect((await read('meera@cooks.in,https://instagram.com/meera\n')).found).toMatchObject([
      { email: 'meera@cooks.in' },
    ]);
  });
  test('two columns of one name', async () => {
    const { found } = await read('handle,note,note\n@meera,a,b\n');
    expect(found[0]?.raw).toEqual({ note: 'a', 'note (2)': 'b' });
  });
});

describe('quotes', () => {
  test('hold separators, quotes and line ends; the next row knows its line', async () => {
    const { found } = await read('handle,bio\n@meera,"cooks, ""eats""\nand sleeps"\n@ravi_k,5" plants\n');
    expect(found).toMatchObject([
      { raw: { bio: 'cooks, "eats"\nand sleeps' }, sighting: { line: 2 } },
      { raw: { bio: '5" plants' }, sighting: { line: 4 } },
    ]);
  });
  test('that are never closed cost one row and not the file', async () => {
    const { found, rejected } = await read('name,handle,city\nA,@aaa,x\n"B,@bbb,y\nC,@ccc,"z, z"\nD,@ddd,w\n');
    expect(found.map(({ profiles }) => profiles[0]?.handle)).toEqual(['aaa', 'ccc', 'ddd']);
    expect(rejected).toEqual([{ source: 'list.csv', line: 3, because: 'a quote is opened and never closed' }]);
  });
  test('any cell that is quoted as it should be comes back', async () => {
    const cell = fc
      .string({ unit: 'grapheme', maxLength: 40 })
      .map(text => text.replace(/[\p{Cc}\ufeff]/gu, ' ').trim())
      .filter(text => text !== '');
    await fc.assert(
      fc.asyncProperty(
        fc.array(cell, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(',', ';', '\t', '|'),
        async (notes, delimiter) => {
          const quoted = notes.map((note, index) => `@person_${index}${delimiter}"x${note.replaceAll('"', '""')}"`);
          const { found, rejected } = await read(`handle${delimiter}my note\n${quoted.join('\n')}\n`);
          expect(rejected).toEqual([]);
          expect(found.map(({ raw }) => raw['my note'])).toEqual(notes.map(note => `x${note}`));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('what can not be used is said', () => {
  test('rows, with their lines, and the rest goes on', async () => {
    const { found, rejected } = await read(
      'handle,followers\n@good_one,5\nno handle here,5\n,7\n@other,1,234\n\n@last_one,1\n',
    );
    expect(found).toHaveLength(2);
    expect(rejected.map(({ line }) => line)).toEqual([3, 4, 5]);
  });
  test.each([
    ['', 'the file is empty'],
    ['name,handle\n', 'the file has a header and no rows'],
  ])('%j', async (text, because) => {
    expect((await read(text)).rejected).toMatchObject([{ because }]);
  });
  test.each([
    ['a workbook', Buffer.from([0x50, 0x4b, 3, 4, 20, 0]), 'damaged workbook'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'PDF'],
    ['zeros', Buffer.alloc(2000), 'no text file'],
    ['a page', Buffer.from('<!DOCTYPE html><html>'), 'web page'],
    ['another document', Buffer.from('<?xml version="1.0"?><kml>'), 'XML document'],
  ])('%s is refused', async (_, bytes, because) => {
    await expect(read(bytes)).rejects.toMatchObject({
      name: 'unprocessable',
      message: expect.stringContaining(because),
    });
  });
  test('more rows and bytes than allowed', async () => {
    const text = `handle\n${Array.from({ length: 10 }, (_, index) => `@person_${index}`).join('\n')}`;
    const { found, rejected } = await read(text, { maxRows: 4, maxBytes: 1000 });
    expect(found).toHaveLength(4);
    expect(rejected).toMatchObject([{ because: expect.stringContaining('more than 4 rows') }]);
    await expect(read(text, { maxRows: 4, maxBytes: 50 })).rejects.toMatchObject({ name: 'too-large' });
  });
  test('a line without end', async () => {
    const { found, rejected } = await read(
      inPieces(bytesOf(`handle,bio\n@good_one,x\n@long_one,${'y'.repeat(600_000)}\n@next_one,z\n`), 65_536),
    );
    expect(found).toHaveLength(2);
    expect(rejected).toMatchObject([{ line: 3, because: 'the line is too long to be a row' }]);
  });
  test('whatever the bytes, it ends without anything but a named fault', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async bytes => {
        await read(bytes).catch(error => expect(error.name).toMatch(/^(?:unprocessable|too-large)$/));
      }),
    );
  });
});

test('decimal commas do not pass for separators', () => {
  expect(detectDelimiter(['a;b;c', '1,5;2,5;3,5', '4,5;5,5;6,5'])).toBe(';');
});

test('a hundred thousand rows are read one at a time', async () => {
  async function* rows() {
    yield bytesOf('Name,Handle,Followers,ER,Email,Bio\n');
    for (let batch = 0; batch < 1000; batch++) {
      yield bytesOf(
        Array.from(
          { length: 100 },
          (_, row) => `"P, ${row}",@person_${batch}_${row},"1,234",4.5%,p@x${batch}.in,"${'bio '.repeat(30)}"\n`,
        ).join(''),
      );
    }
  }
  const before = process.memoryUsage().heapUsed;
  let peak = 0;
  let count = 0;
  for await (const reading of readList(rows(), { name: 'big.csv' })) {
    if ('found' in reading && ++count % 10_000 === 0) peak = Math.max(peak, process.memoryUsage().heapUsed - before);
  }
  expect(count).toBe(100_000);
  expect(peak).toBeLessThan(200 * 2 ** 20);
});
