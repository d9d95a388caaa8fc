import { crc32, deflateRawSync } from 'node:zlib';

/** A zip archive, byte by byte: what a workbook is, and what somebody who means harm makes of it. */
export interface ZipPart {
  readonly path: string;
  readonly text: string | Uint8Array;
  /** What the archive says that the part unpacks to, where that is a lie. */
  readonly declaredSize?: number;
  readonly encrypted?: true;
}

export function zip(parts: readonly ZipPart[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, text, declaredSize, encrypted } of parts) {
    const bytes = Buffer.from(text);
    const data = deflateRawSync(bytes);
    const name = Buffer.from(path);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x800 | (encrypted ? 1 : 0), 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(declaredSize ?? bytes.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, name, data]);
    const entry = Buffer.concat([
      Buffer.from('PK\x01\x02', 'latin1'),
      Buffer.from([20, 0]),
      common,
      Buffer.alloc(10),
      Buffer.alloc(4),
      name,
    ]);
    entry.writeUInt32LE(offset, 42);
    locals.push(local);
    directory.push(entry);
    offset += local.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, entries, end]);
}

/** A workbook as Excel writes it, from the XML of its sheets' rows. */
export const workbook = (
  sheets: Readonly<Record<string, string>>,
  { strings = [], styles = '' }: { strings?: readonly string[]; styles?: string } = {},
): Buffer =>
  zip([
    {
      path: 'xl/workbook.xml',
      text: `<?xml version="1.0"?><workbook xmlns:r="r"><sheets>${Object.keys(sheets)
        .map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
        .join('')}</sheets></workbook>`,
    },
    {
      path: 'xl/_rels/workbook.xml.rels',
      text: `<Relationships>${Object.keys(sheets)
        .map((_, index) => `<Relationship Id="rId${index + 1}" Target="worksheets/sheet${index + 1}.xml"/>`)
        .join('')}</Relationships>`,
    },
    ...Object.values(sheets).map((rows, index) => ({
      path: `xl/worksheets/sheet${index + 1}.xml`,
      text: `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    })),
    { path: 'xl/sharedStrings.xml', text: `<sst>${strings.map(text => `<si><t>${text}</t></si>`).join('')}</sst>` },
    { path: 'xl/styles.xml', text: `<styleSheet>${styles}</styleSheet>` },
  ]);

const letter = (column: number): string => String.fromCharCode(65 + column);

/** A row of texts written into the cells themselves. */
export const rowOf = (line: number, cells: readonly string[]): string =>
  `<row r="${line}">${cells
    .map((text, column) => `<c r="${letter(column)}${line}" t="inlineStr"><is><t>${text}</t></is></c>`)
    .join('')}</row>`;
