import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { CorsHttpMethod, HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaAuthorizer, HttpLambdaResponseType } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { AttributeType, BillingMode, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Architecture, Code, type IDestination, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { bundle } from './bundle.ts';

interface FunctionOptions {
  readonly environment?: Record<string, string>;
  readonly timeout?: Duration;
  readonly reservedConcurrentExecutions?: number;
  readonly onFailure?: IDestination;
}

export function testFunction(scope: Construct, name: string, options: FunctionOptions = {}): LambdaFunction {
  return new LambdaFunction(scope, name, {
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    handler: 'index.handler',
    code: Code.fromAsset(bundle(name)),
    memorySize: 256,
    timeout: Duration.seconds(5),
    ...options,
  });
}

/** Synthesizes what `build` puts into one stack; answers with the folder of the cloud assembly. */
export function synthesize(build: (stack: Stack) => void): string {
  const app = new App({ outdir: mkdtempSync(join(tmpdir(), 'cdk-out-')), analyticsReporting: false });
  build(new Stack(app, 'Test'));
  return app.synth().directory;
}

/** Notes behind an HTTP API, in a table with an index. */
export function notesStack(stack: Stack): void {
  const table = new Table(stack, 'Notes', {
    partitionKey: { name: 'pk', type: AttributeType.STRING },
    sortKey: { name: 'sk', type: AttributeType.STRING },
    billingMode: BillingMode.PAY_PER_REQUEST,
  });
  table.addGlobalSecondaryIndex({
    indexName: 'byList',
    partitionKey: { name: 'list', type: AttributeType.STRING },
    sortKey: { name: 'pk', type: AttributeType.STRING },
  });
  const notes = testFunction(stack, 'notes', { environment: { TABLE_NAME: table.tableName } });
  table.grantReadWriteData(notes);
  const integration = new HttpLambdaIntegration('Integration', notes);
  const authorizer = new HttpLambdaAuthorizer('Authorizer', testFunction(stack, 'authorize'), {
    responseTypes: [HttpLambdaResponseType.SIMPLE],
    identitySource: ['$request.header.Authorization'],
    resultsCacheTtl: Duration.minutes(5),
  });
  const api = new HttpApi(stack, 'Api', {
    corsPreflight: {
      allowOrigins: ['https://console.example'],
      allowMethods: [CorsHttpMethod.ANY],
      allowHeaders: ['content-type'],
    },
  });
  api.addRoutes({ path: '/notes/{id}', methods: [HttpMethod.GET, HttpMethod.PUT], integration });
  api.addRoutes({ path: '/echo/{proxy+}', methods: [HttpMethod.ANY], integration });
  api.addRoutes({ path: '/private', methods: [HttpMethod.GET], integration, authorizer });
  new CfnOutput(stack, 'TableName', { value: table.tableName });
  new CfnOutput(stack, 'ApiUrl', { value: api.apiEndpoint });
}
