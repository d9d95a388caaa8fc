import { createHash } from 'node:crypto';

/** 32 random bytes in base64url behind a prefix that secret scanners can know. */
const form = /^gs_[A-Za-z0-9_-]{43}$/;

export const isApiToken = (text: string): boolean => form.test(text);
export const apiTokenOf = (random: Uint8Array): string => `gs_${Buffer.from(random).toString('base64url')}`;

/** Only this is stored. The token is random, so a plain hash suffices: there is nothing to guess. */
export const apiTokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');
