import { createHash } from 'node:crypto';
import { type Identify, named, referencedByArn } from './resource.ts';

const shortId = (seed: string, length = 10) => createHash('sha256').update(seed).digest('hex').slice(0, length);

/** Kept as data, never run: their reference is a name and nothing reads more than an ARN of them. */
const inert: Identify = resource => {
  const name = resource.name();
  const arn = resource.arn(resource.type.split('::')[1]?.toLowerCase() ?? 'cloudformation', name);
  return { ref: name, attributes: { Arn: arn, Id: name } };
};

const childOf =
  (length?: number): Identify =>
  resource => ({ ref: shortId(`${resource.stackName}/${resource.logicalId}`, length), attributes: {} });

const versionOf =
  (property: string, suffix: (resource: Parameters<Identify>[0]) => string): Identify =>
  resource => {
    const of = String(resource.properties[property]);
    const arn = `${of.startsWith('arn:') ? of : resource.arn('lambda', `function:${of}`)}:${suffix(resource)}`;
    return { ref: arn, attributes: { Arn: arn, Version: suffix(resource), FunctionArn: arn, AliasArn: arn } };
  };

const ownName = (resource: Parameters<Identify>[0]) => String(resource.properties.Name ?? 'live');

/** What the local cloud knows, and how each names itself. A type that is not here is refused with its logical id. */
export const resourceTypes: Readonly<Record<string, Identify>> = {
  'AWS::Lambda::Function': named('lambda', 'function:', 'FunctionName', 64),
  'AWS::Lambda::Version': versionOf('FunctionName', () => '1'),
  'AWS::Lambda::Alias': versionOf('FunctionName', ownName),
  'AWS::Lambda::Permission': inert,
  'AWS::Lambda::EventInvokeConfig': inert,

  'AWS::DynamoDB::Table': table,
  'AWS::DynamoDB::GlobalTable': table,

  'AWS::S3::Bucket': resource => {
    const name = resource.name('BucketName', 63).toLowerCase();
    const domain = `${name}.s3.${resource.region}.amazonaws.com`;
    return {
      ref: name,
      attributes: {
        Arn: `arn:aws:s3:::${name}`,
        DomainName: `${name}.s3.amazonaws.com`,
        RegionalDomainName: domain,
        DualStackDomainName: domain,
      },
    };
  },
  'AWS::S3::BucketPolicy': inert,

  'AWS::SecretsManager::Secret': resource => {
    const arn = resource.arn(
      'secretsmanager',
      `secret:${resource.name('Name', 255)}-${shortId(resource.logicalId, 6)}`,
    );
    return { ref: arn, attributes: { Id: arn, Arn: arn } };
  },
  'AWS::SecretsManager::ResourcePolicy': inert,

  'AWS::SES::ConfigurationSet': named('ses', 'configuration-set/', 'Name', 64),
  'AWS::SES::ConfigurationSetEventDestination': childOf(),
  'AWS::SES::EmailIdentity': resource => {
    const identity = String(resource.properties.EmailIdentity);
    const tokens = [1, 2, 3].map(n => shortId(`${identity}/${n}`, 32));
    const dns = tokens.flatMap((token, index) => [
      [`DkimDNSTokenName${index + 1}`, `${token}._domainkey.${identity}`],
      [`DkimDNSTokenValue${index + 1}`, `${token}.dkim.amazonses.com`],
    ]);
    return {
      ref: identity,
      attributes: { ...Object.fromEntries(dns), EmailIdentityArn: resource.arn('ses', `identity/${identity}`) },
    };
  },
  'AWS::SES::ReceiptRuleSet': named('ses', 'receipt-rule-set/', 'RuleSetName', 64),
  'AWS::SES::ReceiptRule': resource => {
    const rule = resource.properties.Rule as { Name?: string } | undefined;
    return { ref: rule?.Name ?? resource.name(undefined, 64), attributes: {} };
  },

  'AWS::Events::EventBus': resource => {
    const name = resource.name('Name');
    return { ref: name, attributes: { Name: name, Arn: resource.arn('events', `event-bus/${name}`) } };
  },
  'AWS::Events::Rule': resource => {
    const name = resource.name('Name', 64);
    const bus = resource.properties.EventBusName;
    const path = typeof bus === 'string' && bus !== 'default' ? `${bus.split('/').at(-1)}/${name}` : name;
    return { ref: path.replace('/', '|'), attributes: { Arn: resource.arn('events', `rule/${path}`) } };
  },
  'AWS::Events::EventBusPolicy': inert,
  'AWS::Events::Archive': inert,
  'AWS::Scheduler::Schedule': resource => {
    const name = resource.name('Name', 64);
    const group = String(resource.properties.GroupName ?? 'default');
    return { ref: name, attributes: { Arn: resource.arn('scheduler', `schedule/${group}/${name}`) } };
  },
  'AWS::Scheduler::ScheduleGroup': named('scheduler', 'schedule-group/', 'Name', 64),

  'AWS::SQS::Queue': resource => {
    const name = resource.name('QueueName', 80);
    const url = `${resource.endpoint ?? `https://sqs.${resource.region}.amazonaws.com`}/${resource.account}/${name}`;
    return { ref: url, attributes: { Arn: resource.arn('sqs', name), QueueName: name, QueueUrl: url } };
  },
  'AWS::SQS::QueuePolicy': inert,

  'AWS::StepFunctions::StateMachine': resource => {
    const identity = referencedByArn('states', 'stateMachine:', 'StateMachineName')(resource);
    return { ...identity, attributes: { ...identity.attributes, StateMachineRevisionId: 'INITIAL' } };
  },
  'AWS::StepFunctions::StateMachineVersion': resource => {
    const arn = `${resource.properties.StateMachineArn}:1`;
    return { ref: arn, attributes: { Arn: arn } };
  },
  'AWS::StepFunctions::StateMachineAlias': resource => {
    const routing = resource.properties.RoutingConfiguration as { StateMachineVersionArn: string }[] | undefined;
    const deployment = resource.properties.DeploymentPreference as { StateMachineVersionArn: string } | undefined;
    const version = deployment?.StateMachineVersionArn ?? routing?.[0]?.StateMachineVersionArn ?? '';
    const arn = `${version.replace(/:\d+$/, '')}:${ownName(resource)}`;
    return { ref: arn, attributes: { Arn: arn } };
  },

  'AWS::ApiGatewayV2::Api': resource => {
    const id = shortId(`${resource.stackName}/${resource.logicalId}`);
    const ApiEndpoint = resource.endpoint ?? `https://${id}.execute-api.${resource.region}.amazonaws.com`;
    return { ref: id, attributes: { ApiEndpoint, ApiId: id } };
  },
  'AWS::ApiGatewayV2::Stage': resource => ({ ref: String(resource.properties.StageName), attributes: {} }),
  'AWS::ApiGatewayV2::Route': childOf(7),
  'AWS::ApiGatewayV2::Integration': childOf(7),
  'AWS::ApiGatewayV2::Authorizer': resource => {
    const id = shortId(`${resource.stackName}/${resource.logicalId}`, 6);
    return { ref: id, attributes: { AuthorizerId: id } };
  },

  'AWS::IAM::Role': resource => {
    const name = resource.name('RoleName', 64);
    const path = String(resource.properties.Path ?? '/');
    const arn = `arn:aws:iam::${resource.account}:role${path}${name}`;
    return { ref: name, attributes: { Arn: arn, RoleId: `AROA${shortId(name, 17).toUpperCase()}` } };
  },
  'AWS::IAM::Policy': inert,
  'AWS::IAM::ManagedPolicy': resource => {
    const arn = `arn:aws:iam::${resource.account}:policy/${resource.name('ManagedPolicyName', 128)}`;
    return { ref: arn, attributes: { PolicyArn: arn } };
  },

  'AWS::SSM::Parameter': resource => {
    const { Type, Value } = resource.properties;
    return { ref: resource.name('Name'), attributes: { Type, Value } };
  },
  'AWS::SNS::Topic': resource => {
    const name = resource.name('TopicName');
    const arn = resource.arn('sns', name);
    return { ref: arn, attributes: { TopicArn: arn, TopicName: name } };
  },
  'AWS::Logs::LogGroup': resource => {
    const name = resource.name('LogGroupName', 512);
    return { ref: name, attributes: { Arn: resource.arn('logs', `log-group:${name}:*`) } };
  },
  'AWS::CloudWatch::Alarm': named('cloudwatch', 'alarm:', 'AlarmName'),
  'AWS::CloudWatch::CompositeAlarm': named('cloudwatch', 'alarm:', 'AlarmName'),
  'AWS::KMS::Key': resource => {
    const id = shortId(`${resource.stackName}/${resource.logicalId}`, 32);
    return { ref: id, attributes: { KeyId: id, Arn: resource.arn('kms', `key/${id}`) } };
  },
  ...Object.fromEntries(
    [
      'AWS::ApiGatewayV2::ApiMapping',
      'AWS::ApiGatewayV2::Deployment',
      'AWS::Budgets::Budget',
      'AWS::CDK::Metadata',
      'AWS::CloudWatch::Dashboard',
      'AWS::KMS::Alias',
      'AWS::Logs::MetricFilter',
      'AWS::Logs::QueryDefinition',
      'AWS::Logs::ResourcePolicy',
      'AWS::Route53::RecordSet',
      'AWS::SNS::Subscription',
      'AWS::SNS::TopicPolicy',
      'AWS::XRay::Group',
      'AWS::XRay::SamplingRule',
      // CDK helpers that only tidy up on AWS.
      'Custom::LogRetention',
      'Custom::S3AutoDeleteObjects',
    ].map(type => [type, inert]),
  ),
};

function table(resource: Parameters<Identify>[0]): ReturnType<Identify> {
  const name = resource.name('TableName');
  const arn = resource.arn('dynamodb', `table/${name}`);
  return { ref: name, attributes: { Arn: arn, TableId: name, StreamArn: `${arn}/stream/local` } };
}
