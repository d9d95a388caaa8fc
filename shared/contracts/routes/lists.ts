import * as z from 'zod';
import { importPreview, importRequest } from '../imports.ts';
import type { Routes } from '../route.ts';
import { instant } from '../views/common.ts';

/** What an import reads of one list. */
const mostUploadBytes = 100 * 1024 * 1024;

/** Lambda takes events of 6 MB, in which the characters of 3 MB find room. */
const mostInlineBase64 = 4 * 1024 * 1024;

export const listRoutes = {
  createUpload: {
    method: 'POST',
    path: '/uploads',
    function: 'serve-api',
    scope: 'launch',
    summary: 'An address to PUT a large candidate file to',
    body: z.strictObject({
      name: z.string().min(1).max(120),
      bytes: z.int().min(1).max(mostUploadBytes, 'at most 100 MB: split the list'),
      base64: z
        .base64()
        .max(mostInlineBase64, 'at most 3 MB here: PUT it to the address that is answered without it')
        .optional()
        .meta({ description: 'the file itself, where it is small; nothing is left to PUT then' }),
    }),
    status: 201,
    answer: z.object({ upload: z.string(), url: z.string(), expiresAt: instant }),
  },
  previewImport: {
    method: 'POST',
    path: '/imports/preview',
    function: 'serve-api',
    scope: 'launch',
    summary: 'What an import would make of a list: its columns and why, its first people, and the rows that it refuses',
    // People's data: it is not kept to answer a repeated request.
    answersSecret: true,
    body: importRequest,
    status: 200,
    answer: importPreview,
  },
} as const satisfies Routes;
