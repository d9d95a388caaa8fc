import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import cdkJson from '../../cdk.json' with { type: 'json' };
import type { Stage } from './config.ts';
import { stackName } from './names.ts';
import { AutomationStack } from './stacks/automation.ts';
import { DataStack } from './stacks/data.ts';
import { EdgeStack } from './stacks/edge.ts';

/** The whole of Groundswell for one stage, from bundled functions. Deployed in this order: data, edge, automation. */
export function groundswell(stage: Stage, { bundles, outdir }: { bundles: string; outdir: string }): App {
  const app = new App({ outdir, context: cdkJson.context, analyticsReporting: false });
  const common = {
    env: { ...(stage.account && { account: stage.account }), ...(stage.region && { region: stage.region }) },
    terminationProtection: stage.keepsData,
  };
  const data = new DataStack(app, stackName(stage.name, 'data'), stage, common);
  const edge = new EdgeStack(app, stackName(stage.name, 'edge'), stage, { ...common, data, bundles });
  new AutomationStack(app, stackName(stage.name, 'automation'), stage, { ...common, data, edge, bundles });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  return app;
}
