import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod';
import { type FaultPlan, faultPlan } from './plan.ts';

/** A plan from a YAML or JSON file; what is wrong with it is said by field. */
export function readFaultPlan(file: string): FaultPlan {
  const plan = faultPlan.safeParse(parse(readFileSync(file, 'utf8')));
  if (plan.success) return plan.data;
  throw new Error(`${file} is no plan of faults:\n${z.prettifyError(plan.error)}`);
}
