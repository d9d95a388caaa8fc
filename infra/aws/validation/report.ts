import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/** What CDK writes beside the templates: the findings of every validation plugin that nobody acknowledged. */
const report = z.object({
  pluginReports: z.array(
    z.object({
      pluginName: z.string(),
      violations: z.array(
        z.object({
          ruleName: z.string(),
          description: z.string(),
          violatingConstructs: z.array(z.object({ constructPath: z.string().optional() })).default([]),
        }),
      ),
    }),
  ),
});

/** Findings that CDK only warns about. Its own synth has already refused the errors. */
export function reportedFindings(assembly: string): string[] {
  const { pluginReports } = report.parse(JSON.parse(readFileSync(join(assembly, 'validation-report.json'), 'utf8')));
  return pluginReports.flatMap(({ pluginName, violations }) =>
    violations.map(({ ruleName, description, violatingConstructs }) => {
      const where = violatingConstructs.map(one => one.constructPath).join(', ');
      return `${where}: ${description} (${pluginName} ${ruleName})`;
    }),
  );
}
