import type { Json } from '../json.ts';

export type Lookup = (name: string) => unknown;

/** What an expression can see: `$states`, the variables, the time and chance. */
export interface Surroundings {
  /** One name: `states` or a variable. */
  readonly lookup: Lookup;
  /** All variables in sight. */
  variables(): { readonly [name: string]: Json };
  readonly nowMs: number;
  /** A number from 0 up to 1. */
  random(): number;
}
