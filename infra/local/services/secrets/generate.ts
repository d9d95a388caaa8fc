import { randomInt } from 'node:crypto';
import * as z from 'zod';

export const generateSchema = z.object({
  PasswordLength: z.coerce.number().default(32),
  ExcludeCharacters: z.string().default(''),
  ExcludeLowercase: z.boolean().default(false),
  ExcludeUppercase: z.boolean().default(false),
  ExcludeNumbers: z.boolean().default(false),
  ExcludePunctuation: z.boolean().default(false),
  IncludeSpace: z.boolean().default(false),
  RequireEachIncludedType: z.boolean().default(true),
  SecretStringTemplate: z.string().optional(),
  GenerateStringKey: z.string().optional(),
});

type Generate = z.infer<typeof generateSchema>;

/** GenerateSecretString: a password, alone or as one key of a JSON template. */
export function generateSecret(options: Generate): string {
  const password = generatePassword(options);
  if (options.SecretStringTemplate === undefined || options.GenerateStringKey === undefined) return password;
  return JSON.stringify({ ...JSON.parse(options.SecretStringTemplate), [options.GenerateStringKey]: password });
}

function generatePassword(options: Generate): string {
  const alphabets = [
    options.ExcludeLowercase ? '' : 'abcdefghijklmnopqrstuvwxyz',
    options.ExcludeUppercase ? '' : 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
    options.ExcludeNumbers ? '' : '0123456789',
    options.ExcludePunctuation ? '' : '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
    options.IncludeSpace ? ' ' : '',
  ]
    .map(alphabet => [...alphabet].filter(letter => !options.ExcludeCharacters.includes(letter)))
    .filter(alphabet => alphabet.length > 0);
  const all = alphabets.flat();
  const required = options.RequireEachIncludedType ? alphabets.map(pick) : [];
  const rest = Array.from({ length: Math.max(0, options.PasswordLength - required.length) }, () => pick(all));
  return shuffle([...required, ...rest]).join('');
}

const pick = (letters: readonly string[]) => letters[randomInt(letters.length)] ?? '';

function shuffle<T>(items: T[]): T[] {
  return items
    .map(item => ({ item, order: randomInt(2 ** 32) }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);
}
