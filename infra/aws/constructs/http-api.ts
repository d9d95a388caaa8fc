import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  HttpApi as Api,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaAuthorizer, HttpLambdaResponseType } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Route } from '#shared/contracts/route.ts';
import type { Stage } from '../config.ts';
import { acknowledge } from '../validation/acknowledge.ts';

export interface HttpApiProps {
  readonly stage: Stage;
  readonly apiName: string;
  readonly authorizer: IFunction;
}

/** The HTTP API: throttled, with access logs; every route that is not public asks the authorizer. */
export class HttpApi extends Construct {
  readonly url: string;
  private readonly api: Api;
  private readonly authorizer: HttpLambdaAuthorizer;

  constructor(scope: Construct, id: string, { stage, apiName, authorizer }: HttpApiProps) {
    super(scope, id);
    this.authorizer = new HttpLambdaAuthorizer('Authorizer', authorizer, {
      responseTypes: [HttpLambdaResponseType.SIMPLE],
      // A token that is revoked is refused within a minute.
      resultsCacheTtl: Duration.minutes(1),
      // With the route in the key an answer for one scope is never reused for a route that needs another.
      identitySource: ['$request.header.Authorization', '$context.routeKey'],
    });
    this.api = new Api(this, 'Api', { apiName, createDefaultStage: false });
    const logGroup = new LogGroup(this, 'AccessLogs', {
      retention: stage.logDays,
      removalPolicy: stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: stage.throttle.rate, burstLimit: stage.throttle.burst },
      accessLogSettings: {
        destination: new LogGroupLogDestination(logGroup),
        // Paths of public routes hold signed tokens, so the route's key is logged and not the path.
        format: AccessLogFormat.custom(
          JSON.stringify({
            requestId: '$context.requestId',
            time: '$context.requestTime',
            ip: '$context.identity.sourceIp',
            route: '$context.routeKey',
            status: '$context.status',
            milliseconds: '$context.responseLatency',
            error: '$context.integrationErrorMessage',
          }),
        ),
      },
    });
    this.url = this.api.apiEndpoint;
  }

  /** Leads these routes to one function. */
  serve(handler: IFunction, routes: readonly Route[]): void {
    const integration = new HttpLambdaIntegration(handler.node.path, handler);
    for (const { method, path, scope, summary } of routes) {
      const isPublic = scope === 'public';
      const made = this.api.addRoutes({
        path,
        methods: [HttpMethod[method]],
        integration,
        authorizer: isPublic ? new HttpNoneAuthorizer() : this.authorizer,
      });
      if (!isPublic) continue;
      for (const route of made) {
        acknowledge(
          route,
          'AwsSolutions-APIG4',
          `${summary}: open to people without an account; signed where it matters.`,
        );
      }
    }
  }
}
