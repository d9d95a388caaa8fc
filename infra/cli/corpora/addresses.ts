import { sendableAddress } from '#shared/domain/listening/mail-address.ts';
import { type CorpusRow, type CorpusScorer, scoreRows } from './scorer.ts';

interface AddressRow extends CorpusRow {
  readonly input: { readonly address: string };
  readonly expected: { readonly valid: boolean };
}

/** Safe to send to or not. Every invalid address that is accepted would bounce; refusing an odd valid one costs little. */
export const score: CorpusScorer = async rows => {
  const addresses = rows as AddressRow[];
  const accepts = ({ input }: AddressRow) => sendableAddress(input.address) !== undefined;
  const result = await scoreRows(addresses, row =>
    accepts(row) === row.expected.valid ? undefined : `${accepts(row) ? 'accepted' : 'refused'} ${row.input.address}`,
  );
  const invalidAccepted = addresses.filter(row => accepts(row) && !row.expected.valid).length;
  const validRefused = addresses.filter(row => !accepts(row) && row.expected.valid).length;
  return { ...result, extra: { invalidAccepted, validRefused } };
};
