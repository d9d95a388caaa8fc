export interface FunctionCounters {
  invocations: number;
  errors: number;
  coldStarts: number;
  importMs: number;
  durationMs: number;
}

export interface TableCounters {
  readUnits: number;
  writeUnits: number;
}

/** What AWS would bill for, counted. */
export interface Meter {
  readonly functions: Record<string, FunctionCounters>;
  readonly tables: Record<string, TableCounters>;
  readonly transitions: number;
  readonly mails: number;
  readonly s3Requests: Record<string, number>;
  readonly httpRequests: number;
  readonly events: number;
}

export class Counters {
  readonly functions: Record<string, FunctionCounters> = {};
  readonly tables: Record<string, TableCounters> = {};
  readonly s3Requests: Record<string, number> = {};
  mails = 0;
  httpRequests = 0;
  events = 0;

  function(name: string): FunctionCounters {
    this.functions[name] ??= { invocations: 0, errors: 0, coldStarts: 0, importMs: 0, durationMs: 0 };
    return this.functions[name];
  }

  table(name: string): TableCounters {
    this.tables[name] ??= { readUnits: 0, writeUnits: 0 };
    return this.tables[name];
  }

  s3(operation: string): void {
    this.s3Requests[operation] = (this.s3Requests[operation] ?? 0) + 1;
  }
}
