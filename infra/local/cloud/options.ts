import type { Clock } from '../clock.ts';
import type { Faults } from '../faults/faults.ts';
import type { Isolation } from '../services/lambda/lambda.ts';

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
  /** How functions are kept apart; a thread for each sandbox unless said. */
  readonly isolation?: Isolation;
  readonly onProgress?: (step: string) => void;
}

/** By `Name`, or by `Stack:Name` for one stack only. */
export type ParameterValues = Readonly<Record<string, string>>;

export interface Addresses {
  /** Of the first HTTP API; empty if there is none. */
  readonly apiUrl: string;
  readonly awsEndpoint: string;
}
