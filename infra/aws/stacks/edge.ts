import { CfnCondition, CfnOutput, Fn, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { FunctionName } from '#shared/contracts/functions.ts';
import { routes } from '#shared/contracts/http.ts';
import type { Route } from '#shared/contracts/route.ts';
import type { Stage } from '../config.ts';
import { AppFunction } from '../constructs/app-function.ts';
import { HttpApi } from '../constructs/http-api.ts';
import { environmentOf } from '../environment.ts';
import { parameter } from '../parameters.ts';
import { variablesIn } from '../variables.ts';
import type { DataStack } from './data.ts';

export interface EdgeStackProps extends StackProps {
  readonly data: DataStack;
  readonly bundles: string;
}

/** Everything that is reached over HTTP: the API, the influencers' pages, tracking links and the shops' webhooks. */
export class EdgeStack extends Stack {
  /** Where people and shops reach us, as other stacks read it. */
  readonly sharedPublicUrl: string;

  constructor(scope: Construct, id: string, stage: Stage, { data, bundles, ...props }: EdgeStackProps) {
    super(scope, id, props);
    const variables = variablesIn(this, stage, data, () => publicUrl);
    const functionOf = (name: FunctionName) =>
      new AppFunction(this, name, { stage, data, bundles, environment: environmentOf(name, variables) }).lambda;

    const api = new HttpApi(this, 'Http', {
      stage,
      apiName: `groundswell-${stage.name}`,
      authorizer: functionOf('authorize-request'),
    });
    const publicUrl = this.ownUrlOr(api.url);
    for (const [name, served] of Map.groupBy<FunctionName, Route>(Object.values(routes), route => route.function)) {
      api.serve(functionOf(name), served);
    }
    this.sharedPublicUrl = this.exportValue(publicUrl, { name: `${this.stackName}-PublicUrl` });
    new CfnOutput(this, 'ApiUrl', { value: publicUrl });
  }

  private ownUrlOr(endpoint: string): string {
    const own = parameter(this, 'PublicUrl');
    const condition = new CfnCondition(this, 'HasOwnUrl', { expression: Fn.conditionNot(Fn.conditionEquals(own, '')) });
    return Fn.conditionIf(condition.logicalId, own, endpoint).toString();
  }
}
