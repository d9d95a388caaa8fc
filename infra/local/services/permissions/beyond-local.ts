import type { Grant } from './grant-book.ts';

/** Grants that AWS needs and of which nothing on this machine can make use. Nothing else may go unused. */
const beyond: readonly { readonly is: (grant: Grant) => boolean; readonly because: string }[] = [
  {
    is: ({ action }) => action.startsWith('logs:'),
    because: 'what functions and machines log is kept by the local cloud itself',
  },
  { is: ({ action }) => action.startsWith('xray:'), because: 'nothing is traced here' },
  {
    is: ({ principal }) => principal === 'logging.s3.amazonaws.com',
    because: 'the local S3 writes no server access logs',
  },
];

/** Why the local cloud can not use it; nothing where it can. */
export const beyondLocal = (grant: Grant): string | undefined => beyond.find(({ is }) => is(grant))?.because;
