import type { Exit } from '../definition/machine.ts';
import type { Json } from '../json.ts';
import type { MapItems } from '../maps/map-run.ts';
import type { Scope } from './execution.ts';
import type { StateFault } from './state-fault.ts';
import type { Turn } from './turn.ts';

/** How a state goes on. A failure is thrown as StateFault or FieldFault. */
export type Outcome = 'waiting' | Leaving;

export interface Leaving {
  readonly exit: Exit;
  /** Where the exit's fields stand in the definition, e.g. `Choices[1]/`; empty for the state itself. */
  readonly prefix?: string;
  readonly result?: Json;
  readonly errorOutput?: Json;
}

/** What happens to a waiting scope from outside. */
export type Answer =
  | { readonly kind: 'submitted'; readonly answer: Json }
  | { readonly kind: 'result'; readonly result: Json }
  | { readonly kind: 'fault'; readonly fault: StateFault }
  | { readonly kind: 'heartbeat' }
  | { readonly kind: 'items'; readonly found: MapItems };

/** What one type of state does. Its Entered and Exited events, Retry and Catch are the same for all and done elsewhere. */
export interface Behaviour<S> {
  /** First attempt and every retry. */
  begin(turn: Turn, scope: Scope, state: S): Outcome | Promise<Outcome>;
  /** Its timer rang. */
  due?(turn: Turn, scope: Scope, state: S): Outcome;
  answered?(turn: Turn, scope: Scope, state: S, answer: Answer): Outcome | Promise<Outcome>;
  childEnded?(turn: Turn, scope: Scope, state: S, child: Scope, fault?: StateFault): Outcome | Promise<Outcome>;
  /** Of a redriven execution: what was finished stays, the rest goes on. Without it the state begins again. */
  redriven?(turn: Turn, scope: Scope, state: S): Outcome | Promise<Outcome>;
}
