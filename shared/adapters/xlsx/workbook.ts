import { Fault } from '#shared/errors.ts';
import { type NumberFormat, numberFormat } from './formats.ts';
import { readXml } from './xml.ts';
import type { Archive } from './zip.ts';

export interface Sheet {
  readonly name: string;
  readonly path: string;
}

/** What the sheets of a workbook share. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly epoch: 1900 | 1904;
  readonly strings: readonly string[];
  /** By the number of a cell's style. */
  readonly formats: readonly NumberFormat[];
}

/** Text of all cells together; a list of a hundred thousand people has some 10 million characters. */
const maxTextCharacters = 64 * 1024 * 1024;
const maxCellCharacters = 32_767;

export async function openWorkbook(archive: Archive, name: string): Promise<Workbook> {
  const root = await workbookPath(archive);
  if (root === undefined)
    throw new Fault(
      'unprocessable',
      `${name} is an archive and no workbook: unpack it first, or save the list as .xlsx`,
    );
  const folder = root.slice(0, root.lastIndexOf('/') + 1);
  const related = await relations(archive, `${folder}_rels/${root.slice(folder.length)}.rels`, folder);
  const sheets: Sheet[] = [];
  let epoch: 1900 | 1904 = 1900;
  await drain(archive.read(root), (tag, attributes) => {
    if (tag === 'workbookPr' && /^(?:1|true)$/.test(attributes.date1904 ?? '')) epoch = 1904;
    const path = related.get(attributes['r:id'] ?? attributes.id ?? '');
    if (tag === 'sheet' && path && attributes.state !== 'veryHidden')
      sheets.push({ name: attributes.name ?? '', path });
  });
  return {
    sheets,
    epoch,
    strings: await sharedStrings(archive, `${folder}sharedStrings.xml`, name),
    formats: await formatsOf(archive, `${folder}styles.xml`),
  };
}

async function workbookPath(archive: Archive): Promise<string | undefined> {
  if (archive.has('xl/workbook.xml')) return 'xl/workbook.xml';
  if (!archive.has('_rels/.rels')) return undefined;
  const all = await relations(archive, '_rels/.rels', '');
  return [...all.values()].find(path => /workbook[^/]*\.xml$/i.test(path) && archive.has(path));
}

async function relations(archive: Archive, path: string, folder: string): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  if (!archive.has(path)) return targets;
  await drain(archive.read(path), (tag, { Id, Target, TargetMode }) => {
    if (tag === 'Relationship' && Id && Target && TargetMode !== 'External')
      targets.set(Id, Target.startsWith('/') ? Target.slice(1) : folder + Target.replace(/^\.\//, ''));
  });
  return targets;
}

async function sharedStrings(archive: Archive, path: string, name: string): Promise<string[]> {
  const strings: string[] = [];
  if (!archive.has(path)) return strings;
  let text = '';
  let inText = false;
  let inPhonetic = false;
  let total = 0;
  const items = readXml<string>(archive.read(path), {
    open: tag => {
      if (tag === 'si') text = '';
      if (tag === 'rPh') inPhonetic = true;
      inText = tag === 't' && !inPhonetic;
    },
    text: piece => {
      if (inText && text.length < maxCellCharacters) text += piece;
    },
    close: (tag, give) => {
      inText = false;
      if (tag === 'rPh') inPhonetic = false;
      if (tag === 'si') give(text);
    },
  });
  for await (const item of items) {
    total += item.length;
    if (total > maxTextCharacters)
      throw new Fault(
        'too-large',
        `${name} holds more text than a list of candidates does: save the list as CSV (UTF-8)`,
      );
    strings.push(item);
  }
  return strings;
}

async function formatsOf(archive: Archive, path: string): Promise<NumberFormat[]> {
  const formats: NumberFormat[] = [];
  if (!archive.has(path)) return formats;
  const codes = new Map<string, string>();
  let inCells = false;
  const all = readXml<never>(archive.read(path), {
    open: (tag, { numFmtId = '0', formatCode }) => {
      if (tag === 'numFmt' && formatCode !== undefined) codes.set(numFmtId, formatCode);
      if (tag === 'cellXfs') inCells = true;
      if (tag === 'xf' && inCells) formats.push(numberFormat(Number(numFmtId), codes.get(numFmtId)));
    },
    close: tag => {
      if (tag === 'cellXfs') inCells = false;
    },
  });
  for await (const _ of all);
  return formats;
}

export async function drain(
  pieces: AsyncIterable<string>,
  open: (tag: string, attributes: Readonly<Record<string, string>>) => void,
): Promise<void> {
  for await (const _ of readXml<never>(pieces, { open }));
}
