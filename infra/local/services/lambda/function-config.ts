import { mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import type { Assembly } from '../../assembly/assembly.ts';
import type { Resource } from '../../assembly/resource.ts';

const schema = z.object({
  Handler: z.string(),
  Role: z.string(),
  Code: z.object({ S3Key: z.string().optional(), ZipFile: z.string().optional() }),
  Environment: z.object({ Variables: z.record(z.string(), z.coerce.string()).default({}) }).default({ Variables: {} }),
  MemorySize: z.coerce.number().default(128),
  Timeout: z.coerce.number().default(3),
  ReservedConcurrentExecutions: z.coerce.number().optional(),
  DeadLetterConfig: z.object({ TargetArn: z.string() }).partial().optional(),
  LoggingConfig: z.object({ LogGroup: z.string() }).partial().optional(),
});

export interface FunctionConfig {
  readonly name: string;
  readonly arn: string;
  readonly roleArn: string;
  readonly handler: string;
  readonly directory: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly memoryMb: number;
  readonly timeoutMs: number;
  readonly reservedConcurrency: number | undefined;
  readonly deadLetterArn: string | undefined;
  readonly logGroup: string;
}

/** A function as its template declares it, with the folder that holds its bundle. */
export function functionConfig(resource: Resource, assembly: Assembly): FunctionConfig {
  const properties = schema.parse(resource.properties);
  return {
    name: resource.ref,
    arn: String(resource.attributes.Arn),
    roleArn: properties.Role,
    handler: properties.Handler,
    directory: bundle(resource, properties.Code, assembly),
    environment: properties.Environment.Variables,
    memoryMb: properties.MemorySize,
    timeoutMs: properties.Timeout * 1000,
    reservedConcurrency: properties.ReservedConcurrentExecutions,
    deadLetterArn: properties.DeadLetterConfig?.TargetArn,
    logGroup: properties.LoggingConfig?.LogGroup ?? `/aws/lambda/${resource.ref}`,
  };
}

function bundle(resource: Resource, code: z.infer<typeof schema>['Code'], assembly: Assembly): string {
  if (code.ZipFile !== undefined) return inlineBundle(code.ZipFile);
  const directory = assembly.asset(code.S3Key ?? '');
  if (!directory) throw new Error(`${resource.logicalId}: the assembly has no asset ${code.S3Key}.`);
  if (!statSync(directory).isDirectory()) {
    throw new Error(
      `${resource.logicalId}: ${directory} is not a folder; give the function its bundled folder as asset.`,
    );
  }
  return directory;
}

function inlineBundle(source: string): string {
  const directory = mkdtempSync(join(tmpdir(), 'inline-function-'));
  writeFileSync(join(directory, 'index.cjs'), source);
  return directory;
}
