import type { Bytes } from '#shared/adapters/list/bytes.ts';
import type { ListOptions } from '#shared/adapters/list/open-list.ts';
import type { FileSource } from '#shared/contracts/campaign/sources.ts';
import { uploadKey } from '#shared/domain/upload.ts';
import type { FileStore } from '#shared/ports/files.ts';

/** Of a list that a request brings along, or that was uploaded. */
export type GivenList = Pick<FileSource, 'upload' | 'text' | 'name' | 'mapping' | 'sheet'>;

export const listBytes = async (files: Pick<FileStore, 'read'>, { text, upload }: GivenList): Promise<Bytes> =>
  text === undefined ? files.read(uploadKey(upload ?? '')) : new TextEncoder().encode(text);

export const listOptions = ({ name, mapping, sheet }: GivenList): ListOptions => ({
  name,
  ...(mapping && { mapping }),
  ...(sheet !== undefined && { sheet }),
});
