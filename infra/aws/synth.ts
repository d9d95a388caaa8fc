import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { groundswell } from './app.ts';
import { bundleFunctions } from './bundling.ts';
import { type StageName, stageOf } from './config.ts';

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
  groundswell(stageOf(stage), { bundles: bundles ?? bundleFunctions(), outdir: directory }).synth();
  return directory;
}
