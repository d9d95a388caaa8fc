/** Exit codes that scripts can rely on. Shown by `--help`. */
export const exitCodes = {
  failed: { code: 1, meaning: 'something failed' },
  refused: { code: 2, meaning: 'wrong usage, or the request was refused by validation' },
  'not-found': { code: 3, meaning: 'there is no such thing' },
  unauthorized: { code: 4, meaning: 'no token, a wrong one, or one that may not do this' },
  unreachable: { code: 5, meaning: 'the API could not be reached' },
  conflict: { code: 6, meaning: 'the state does not allow that' },
} as const;

export type ExitName = keyof typeof exitCodes;

/** An end with a reason and a code. `details` are lines for people, `data` is what `--json` prints. */
export class CliError extends Error {
  readonly exit: ExitName;
  readonly details: readonly string[];
  readonly data: unknown;

  constructor(exit: ExitName, message: string, options: { details?: readonly string[]; data?: unknown } = {}) {
    super(message);
    this.name = 'CliError';
    this.exit = exit;
    this.details = options.details ?? [];
    this.data = options.data;
  }
}

export const exitOfStatus = (status: number): ExitName =>
  status === 401 || status === 403
    ? 'unauthorized'
    : status === 404 || status === 410
      ? 'not-found'
      : status === 409
        ? 'conflict'
        : status >= 400 && status < 500
          ? 'refused'
          : 'failed';

export const exitCodesHelp = `Exit codes:
  0  done
${Object.values(exitCodes)
  .map(({ code, meaning }) => `  ${code}  ${meaning}`)
  .join('\n')}`;
