/** What a file is by its first bytes: a workbook, or something that people upload by mistake and what to do instead. */
interface BinaryKind {
  readonly isZip?: true;
  readonly advice?: string;
}

const kinds: readonly (readonly [signature: readonly number[], kind: BinaryKind])[] = [
  [[0x50, 0x4b, 0x03, 0x04], { isZip: true, advice: 'is an archive and no list: unpack it first' }],
  [[0x50, 0x4b, 0x05, 0x06], { advice: 'is an empty archive' }],
  [
    [0xd0, 0xcf, 0x11, 0xe0],
    {
      advice:
        'is an old Excel workbook (.xls) or protected by a password: open it, take the password off and save it as .xlsx or CSV (UTF-8)',
    },
  ],
  [[0x25, 0x50, 0x44, 0x46], { advice: 'is a PDF: ask for the list as CSV or .xlsx' }],
  [[0x1f, 0x8b], { advice: 'is compressed: unpack it first' }],
  [[0x42, 0x5a, 0x68], { advice: 'is compressed: unpack it first' }],
  [[0x37, 0x7a, 0xbc, 0xaf], { advice: 'is an archive: unpack it first' }],
  [[0x52, 0x61, 0x72, 0x21], { advice: 'is an archive: unpack it first' }],
  [[0x89, 0x50, 0x4e, 0x47], { advice: 'is a picture: ask for the list as CSV or .xlsx' }],
  [[0x47, 0x49, 0x46, 0x38], { advice: 'is a picture: ask for the list as CSV or .xlsx' }],
  [[0xff, 0xd8, 0xff], { advice: 'is a picture: ask for the list as CSV or .xlsx' }],
  [[0x50, 0x41, 0x52, 0x31], { advice: 'is a Parquet file: export the list as CSV' }],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], { advice: 'is a database: export the list as CSV' }],
];

export const kindOfBinary = (head: Uint8Array): BinaryKind =>
  kinds.find(([signature]) => signature.every((byte, index) => head[index] === byte))?.[1] ?? {};
