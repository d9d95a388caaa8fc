import { needs } from '#infra/aws/needs.ts';
import type { Meter } from '#infra/local/meter.ts';

/** US$ in us-east-1, November 2026: aws.amazon.com/{step-functions,lambda,dynamodb,s3}/pricing. Functions run on arm64. */
const prices = {
  transition: 0.025 / 1000,
  invocation: 0.2 / 1e6,
  gigabyteSecond: 0.000_013_333_4,
  writeUnit: 0.625 / 1e6,
  readUnit: 0.125 / 1e6,
  s3Write: 0.005 / 1000,
  s3Read: 0.0004 / 1000,
} as const;

export type Costs = Readonly<Record<'transitions' | 'lambda' | 'writes' | 'reads' | 'files' | 'total', number>>;

/** What the counted units cost per 1,000 of something. Seconds are those of this machine. */
export function costsPer1000({ functions, tables, transitions, s3Requests }: Meter, count: number): Costs {
  const each = (dollars: number) => Math.round((dollars / count) * 1000 * 1e5) / 1e5;
  const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
  const lambda = sum(
    Object.entries(functions).map(
      ([name, { invocations, durationMs }]) =>
        invocations * prices.invocation + (durationMs / 1000) * gigabytesOf(name) * prices.gigabyteSecond,
    ),
  );
  const files = sum(
    Object.entries(s3Requests).map(
      ([operation, times]) => times * (/^(?:Get|Head)/.test(operation) ? prices.s3Read : prices.s3Write),
    ),
  );
  const writes = sum(Object.values(tables).map(({ writeUnits }) => writeUnits)) * prices.writeUnit;
  const reads = sum(Object.values(tables).map(({ readUnits }) => readUnits)) * prices.readUnit;
  const stepFunctions = transitions * prices.transition;
  return {
    transitions: each(stepFunctions),
    lambda: each(lambda),
    writes: each(writes),
    reads: each(reads),
    files: each(files),
    total: each(stepFunctions + lambda + writes + reads + files),
  };
}

const gigabytesOf = (meterName: string): number => {
  const found = Object.entries(needs).find(([name]) => meterName.endsWith(name));
  return (found?.[1].memoryMb ?? 512) / 1024;
};
