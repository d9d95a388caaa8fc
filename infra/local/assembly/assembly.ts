import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { type Template, templateSchema } from './template.ts';

/** One CloudFormation stack of a synthesized cloud assembly. */
export interface StackArtifact {
  readonly id: string;
  readonly name: string;
  readonly region: string | undefined;
  readonly account: string | undefined;
  readonly template: Template;
  /** Values that the assembly itself gives to parameters of the template. */
  readonly parameters: Readonly<Record<string, string>>;
}

export interface Assembly {
  /** In order of deployment: a stack comes after those it depends on. */
  readonly stacks: readonly StackArtifact[];
  /** The file or folder that was to be uploaded under this object key. */
  asset(objectKey: string): string | undefined;
}

const manifestSchema = z.object({
  artifacts: z.record(
    z.string(),
    z.object({
      type: z.string(),
      environment: z.string().optional(),
      dependencies: z.array(z.string()).default([]),
      properties: z
        .object({
          templateFile: z.string(),
          stackName: z.string(),
          parameters: z.record(z.string(), z.string()),
          file: z.string(),
          directoryName: z.string(),
        })
        .partial()
        .default({}),
    }),
  ),
});

const assetsSchema = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.object({ path: z.string().optional() }),
      destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
    }),
  ),
});

type Manifest = z.infer<typeof manifestSchema>;

/** Reads the output of `cdk synth`, nested assemblies (stages) included. */
export function readAssembly(directory: string): Assembly {
  const root = resolve(directory);
  const assets = new Map<string, string>();
  const stacks = readStacks(root, assets);
  if (stacks.length === 0) throw new Error(`No stack in the cloud assembly ${root}: run the synth first.`);
  return { stacks, asset: objectKey => assets.get(objectKey) };
}

function readStacks(directory: string, assets: Map<string, string>): StackArtifact[] {
  const { artifacts } = readJson(join(directory, 'manifest.json'), manifestSchema);
  return inOrder(artifacts).flatMap(id => {
    const artifact = artifacts[id];
    if (artifact?.type === 'cdk:cloud-assembly') {
      return readStacks(join(directory, artifact.properties.directoryName ?? id), assets);
    }
    if (artifact?.type === 'cdk:asset-manifest') collectAssets(directory, artifact.properties.file ?? '', assets);
    return artifact?.type === 'aws:cloudformation:stack' ? [readStack(directory, id, artifact)] : [];
  });
}

function readStack(directory: string, id: string, artifact: Manifest['artifacts'][string]): StackArtifact {
  const { templateFile, stackName, parameters } = artifact.properties;
  const [account, region] = (artifact.environment ?? '').replace(/^aws:\/\//, '').split('/');
  return {
    id,
    name: stackName ?? id,
    account: known(account),
    region: known(region),
    template: readJson(join(directory, templateFile ?? `${id}.template.json`), templateSchema),
    parameters: parameters ?? {},
  };
}

/** A stack without a fixed environment says `unknown-account` and `unknown-region`. */
const known = (part: string | undefined) => (part && !part.startsWith('unknown-') ? part : undefined);

function collectAssets(directory: string, file: string, assets: Map<string, string>): void {
  for (const { source, destinations } of Object.values(readJson(join(directory, file), assetsSchema).files)) {
    if (source.path === undefined) continue;
    for (const { objectKey } of Object.values(destinations)) assets.set(objectKey, join(directory, source.path));
  }
}

function inOrder(artifacts: Manifest['artifacts']): string[] {
  const ordered = new Set<string>();
  const visit = (id: string) => {
    if (ordered.has(id)) return;
    for (const dependency of artifacts[id]?.dependencies ?? []) visit(dependency);
    ordered.add(id);
  };
  for (const id of Object.keys(artifacts)) visit(id);
  return [...ordered];
}

function readJson<T>(file: string, schema: z.ZodType<T>): T {
  return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
}
