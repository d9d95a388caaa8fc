/** How a command talks: lines for people, or one JSON document for scripts. */
export interface Terminal {
  readonly json: boolean;
  /** A line for people; silent with --json. */
  say(line?: string): void;
  /** The result: printed as JSON with --json, else as `lines`. */
  result(data: unknown, lines?: readonly string[]): void;
  /** A line that the next one overwrites; a plain line now and then where output is no terminal. */
  progress(line: string): void;
}

const plainEveryMs = 5000;

export function terminal({ json }: { json?: boolean | undefined } = {}, out = process.stdout): Terminal {
  const live = out.isTTY === true && json !== true;
  let lastPlainMs = 0;
  let open = false;
  const endLive = () => {
    if (open) out.write('\n');
    open = false;
  };
  return {
    json: json === true,
    say(line = '') {
      if (json) return;
      endLive();
      out.write(`${line}\n`);
    },
    result(data, lines = []) {
      endLive();
      if (json) out.write(`${JSON.stringify(data, null, 2)}\n`);
      else for (const line of lines) out.write(`${line}\n`);
    },
    progress(line) {
      if (json) return;
      if (live) {
        open = true;
        out.write(`\r\u001b[2K${line.slice(0, (out.columns ?? 100) - 1)}`);
        return;
      }
      if (Date.now() - lastPlainMs < plainEveryMs) return;
      lastPlainMs = Date.now();
      out.write(`${line}\n`);
    },
  };
}

export const bar = (share: number, width = 24): string => {
  const full = Math.round(Math.min(1, Math.max(0, share)) * width);
  return `${'█'.repeat(full)}${'░'.repeat(width - full)}`;
};

/** Columns as wide as their widest cell. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows.reduce<number[]>(
    (all, row) => row.map((cell, at) => Math.max(all[at] ?? 0, [...cell].length)),
    [],
  );
  return rows.map(row =>
    row
      .map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - [...cell].length))
      .join('  ')
      .trimEnd(),
  );
}
