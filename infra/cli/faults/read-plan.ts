import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type FaultPlan, faultPlan } from '#infra/local/faults/plan.ts';
import { CliError } from '../exit-codes.ts';

/** A plan from a YAML or JSON file; what is wrong with it is said by field. */
export function readFaultPlan(file: string): FaultPlan {
  const plan = faultPlan.safeParse(parsed(file));
  if (plan.success) return plan.data;
  throw new CliError('refused', `${file} is no plan of faults.`, {
    details: plan.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
  });
}

function parsed(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new CliError('refused', `${file} can not be read: ${(error as Error).message}`);
  }
}
