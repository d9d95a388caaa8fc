import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { groundswell } from './app.ts';
import { bundleFunctions } from './bundling.ts';
import { type StageName, stageOf } from './config.ts';
import { type Definition, stateMachinesIn } from './validation/definitions.ts';
import { findingsIn } from './validation/states-language.ts';

export interface SynthOptions {
  readonly stage?: StageName;
  /** Where the cloud assembly goes. */
  readonly outdir?: string;
  /** Folder of already bundled functions. Without it they are bundled. */
  readonly bundles?: string;
}

/** Bundles, builds the templates and validates them. Answers with the folder of the cloud assembly; throws on any finding. */
export async function synthesize({ stage = 'dev', outdir = 'cdk.out', bundles }: SynthOptions = {}): Promise<string> {
  const directory = resolve(outdir);
  rmSync(directory, { recursive: true, force: true });
  const app = groundswell(stageOf(stage), { bundles: bundles ?? bundleFunctions(), outdir: directory });
  const machines = app.synth().stacks.flatMap(stack => stateMachinesIn(stack.template));
  await validateDefinitions(machines);
  return directory;
}

async function validateDefinitions(machines: readonly Definition[]): Promise<void> {
  const findings: string[] = [];
  for (const { logicalId, definition } of machines) {
    for (const finding of await findingsIn(definition)) findings.push(`${logicalId}: ${finding}`);
  }
  if (findings.length > 0) throw new Error(`The state machines are not valid:\n${findings.join('\n')}`);
}
