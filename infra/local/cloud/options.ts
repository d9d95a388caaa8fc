import type { Clock } from '../clock.ts';
import type { Faults } from '../faults/faults.ts';

export interface LocalCloudOptions {
  /** The folder that `cdk synth` wrote. */
  readonly assembly: string;
  readonly clock: Clock;
  /** Where tables, objects, executions and mail are kept; in memory if absent. */
  readonly dataDir?: string;
  /** Of the public HTTP API; 0 takes any. */
  readonly port?: number;
  /** CloudFormation parameter values. The addresses are known by then, for parameters that name them. */
  readonly parameters?: ParameterValues | ((addresses: Addresses) => ParameterValues);
  /** What goes wrong, and when; nothing unless said. */
  readonly faults?: Faults;
  /** `threads` unless said. */
  readonly isolation?: Isolation;
  readonly onProgress?: (step: string) => void;
}

/**
 * `threads`: each sandbox of a function and the database in a thread of their own, reached over HTTP. `none`: everything in one thread,
 * several times cheaper, and the same to the app (see `shared-sandboxes.ts`).
 */
export type Isolation = 'threads' | 'none';

/** By `Name`, or by `Stack:Name` for one stack only. */
export type ParameterValues = Readonly<Record<string, string>>;

export interface Addresses {
  /** Of the first HTTP API; empty if there is none. */
  readonly apiUrl: string;
  readonly awsEndpoint: string;
}
