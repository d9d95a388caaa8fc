import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { App } from 'aws-cdk-lib';
import { groundswell } from './app.ts';
import { bundleFunctions } from './bundling.ts';
import { type StageName, stageOf } from './config.ts';
import { stateMachinesIn } from './validation/definitions.ts';
import { reportedFindings } from './validation/report.ts';
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
  // Inside the assembly's own folder, so that two that are made at the same time do not meet.
  const made = bundles ?? bundleFunctions({ outdir: join(directory, 'bundles') });
  await validated(groundswell(stageOf(stage), { bundles: made, outdir: directory }));
  return directory;
}

/** Synthesizes. Whatever is found, a warning too, needs a written reason (`acknowledge`) or a change. */
export async function validated(app: App): Promise<void> {
  const assembly = app.synth();
  const findings = reportedFindings(assembly.directory);
  for (const { logicalId, definition } of assembly.stacks.flatMap(stack => stateMachinesIn(stack.template))) {
    findings.push(...(await findingsIn(definition)).map(finding => `${logicalId}: ${finding}`));
  }
  if (findings.length > 0) throw new Error(`What was synthesized is not valid:\n${findings.join('\n')}`);
}
