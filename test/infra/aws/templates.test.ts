import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { synthesize } from '#infra/aws/synth.ts';
import { type Assembly, readAssembly } from '#infra/local/assembly/assembly.ts';
import { type FunctionName, functions } from '#shared/contracts/functions.ts';
import { routes } from '#shared/contracts/http.ts';
import type { Route } from '#shared/contracts/route.ts';
import { emptyBundles } from '#test/support/bundles.ts';

interface Resource {
  readonly id: string;
  // biome-ignore lint/suspicious/noExplicitAny: templates are looked into by path
  readonly properties: any;
  readonly stack: string;
}

let folder: string;
let assembly: Assembly;
let ofType: (type: string) => Resource[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'groundswell-cdk-'));
  assembly = readAssembly(await synthesize({ stage: 'prod', outdir: folder, bundles: emptyBundles() }));
  ofType = type =>
    assembly.stacks.flatMap(({ name, template }) =>
      Object.entries(template.Resources)
        .filter(([, resource]) => resource.Type === type)
        .map(([id, { Properties }]) => ({ id, properties: Properties, stack: name })),
    );
});

const deployed = () =>
  new Map(
    ofType('AWS::Lambda::Function').map(one => [one.properties.FunctionName.replace('groundswell-prod-', ''), one]),
  );

test('stacks are deployed in the order data, edge, automation', () => {
  expect(assembly.stacks.map(stack => stack.name)).toEqual([
    'groundswell-prod-data',
    'groundswell-prod-edge',
    'groundswell-prod-automation',
  ]);
});

test('every function of the contract is deployed with exactly the variables that its contract names', () => {
  expect([...deployed().keys()].sort()).toEqual(Object.keys(functions).sort());
  for (const [name, { properties }] of deployed()) {
    const wanted = Object.keys(functions[name as FunctionName].env.shape);
    expect(Object.keys(properties.Environment.Variables).sort(), name).toEqual(wanted.sort());
  }
});

test('functions run on arm64 and Node 24, traced, with JSON logs that end', () => {
  for (const [name, { properties }] of deployed()) {
    expect(properties, name).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      TracingConfig: { Mode: 'Active' },
      LoggingConfig: { LogFormat: 'JSON', LogGroup: expect.anything() },
    });
  }
  for (const { properties } of ofType('AWS::Logs::LogGroup')) expect(properties.RetentionInDays).toBe(365);
});

test('every function has a role of its own', () => {
  const roles = [...deployed().values()].map(({ properties }) => JSON.stringify(properties.Role));
  expect(new Set(roles).size).toBe(roles.length);
});

test('no policy allows a wildcard action, and a bare * only where AWS knows no resources', () => {
  const statements = ofType('AWS::IAM::Policy').flatMap(({ properties }) => properties.PolicyDocument.Statement);
  expect(statements.length).toBeGreaterThan(Object.keys(functions).length);
  for (const { Action, Resource } of statements) {
    for (const action of [Action].flat()) expect(action).not.toContain('*');
    if (Resource === '*')
      for (const action of [Action].flat()) expect(action).toMatch(/^(?:xray:|logs:|ses:GetSendQuota$)/);
  }
});

test('functions that mail may do so as our domain and under our configuration set only', () => {
  const mailing = ofType('AWS::IAM::Policy').filter(one => JSON.stringify(one).includes('ses:SendRawEmail'));
  const withVariable = [...deployed().values()].filter(
    one => 'CONFIGURATION_SET' in one.properties.Environment.Variables,
  );
  expect(mailing).toHaveLength(withVariable.length);
  for (const { properties } of mailing) {
    const [statement] = properties.PolicyDocument.Statement.filter(
      (one: Resource['properties']) => one.Action === 'ses:SendRawEmail',
    );
    expect(statement.Resource).toHaveLength(2);
  }
});

test('every route of the contract leads to its function; those with a scope ask the authorizer', () => {
  const made = new Map(ofType('AWS::ApiGatewayV2::Route').map(({ properties }) => [properties.RouteKey, properties]));
  const wanted: readonly Route[] = Object.values(routes);
  expect([...made.keys()].sort()).toEqual(wanted.map(route => `${route.method} ${route.path}`).sort());
  for (const route of wanted) {
    const type = route.scope === 'public' ? 'NONE' : 'CUSTOM';
    expect(made.get(`${route.method} ${route.path}`).AuthorizationType, route.path).toBe(type);
  }
});

test('an answer of the authorizer is never reused for another route', () => {
  const [{ properties }] = ofType('AWS::ApiGatewayV2::Authorizer') as [Resource];
  expect(properties.IdentitySource).toEqual(['$request.header.Authorization', '$context.routeKey']);
});

test('table, buckets and secrets of prod outlive their stack', () => {
  const kept = readFileSync(join(folder, 'groundswell-prod-data.template.json'), 'utf8');
  const { Resources } = JSON.parse(kept) as { Resources: Record<string, { Type: string; DeletionPolicy?: string }> };
  for (const { Type, DeletionPolicy } of Object.values(Resources)) {
    if (/DynamoDB::Table|S3::Bucket$|SecretsManager::Secret$/.test(Type)) expect(DeletionPolicy).toBe('Retain');
  }
});

test('events that nobody waits for end in a dead letter queue', () => {
  const configured = ofType('AWS::Lambda::EventInvokeConfig');
  expect(configured).toHaveLength(3);
  for (const { properties } of configured) expect(properties.DestinationConfig.OnFailure.Destination).toBeDefined();
  for (const { properties } of ofType('AWS::Events::Rule'))
    expect(properties.Targets[0].DeadLetterConfig).toBeDefined();
});

test('alarms may publish to their topic, which refuses plain HTTP', () => {
  const [{ properties }] = ofType('AWS::SNS::TopicPolicy') as [Resource];
  expect(properties.PolicyDocument.Statement).toMatchObject([
    { Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
    { Effect: 'Allow', Action: 'sns:Publish', Principal: { Service: 'cloudwatch.amazonaws.com' } },
  ]);
});

test('every parameter has a default, so that one template serves every deployment', () => {
  for (const { template } of assembly.stacks) {
    for (const [name, parameter] of Object.entries(template.Parameters)) expect(parameter.Default, name).toBeDefined();
  }
});

test('every alarm has an article in the runbook, and every article an alarm', () => {
  const runbook = readFileSync('docs/runbook.md', 'utf8');
  const chapter = runbook.slice(runbook.indexOf('## Alarms'), runbook.indexOf('## By hand'));
  const articles = [...chapter.matchAll(/^### (.+)$/gm)].map(([, title]) => title);
  const alarms = ofType('AWS::CloudWatch::Alarm').map(
    ({ properties }) => /docs\/runbook\.md#([a-z-]+)$/.exec(properties.AlarmDescription)?.[1],
  );
  expect([...new Set(alarms)].sort()).toEqual(articles.sort());
});
