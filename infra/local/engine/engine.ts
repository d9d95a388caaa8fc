import type { Engine } from './api.ts';
import { ServiceFault } from './faults.ts';
import type { EnginePorts } from './ports.ts';

/** A States Language interpreter (JSONata only) on an injected clock. */
export function createEngine(_ports: EnginePorts): Engine {
  throw new ServiceFault('ServiceUnavailable', 'the interpreter is being built');
}
