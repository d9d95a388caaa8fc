import { describe, expect, it } from 'vitest';
import type { StackArtifact } from '#infra/local/assembly/assembly.ts';
import { resourceTypes } from '#infra/local/assembly/resource-types.ts';
import { resolveStack } from '#infra/local/assembly/stack.ts';
import { templateSchema } from '#infra/local/assembly/template.ts';

const exports = new Map<string, unknown>([['shared:Value', 'from-elsewhere']]);

function resolve(template: object, parameters: Record<string, string> = {}) {
  const artifact: StackArtifact = {
    id: 'Test',
    name: 'Test',
    account: undefined,
    region: undefined,
    parameters: {},
    template: templateSchema.parse(template),
  };
  return resolveStack(artifact, {
    account: '111122223333',
    region: 'eu-west-1',
    types: resourceTypes,
    parameters,
    exports,
    endpoint: () => undefined,
  });
}

/** The value of one output, beside a queue named `jobs`. */
const evaluate = (Value: unknown, more: object = {}, parameters: Record<string, string> = {}) =>
  resolve(
    {
      Resources: { Jobs: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'jobs' } } },
      Outputs: { Value: { Value } },
      ...more,
    },
    parameters,
  ).outputs.Value;

const arn = 'arn:aws:sqs:eu-west-1:111122223333:jobs';

describe('a template', () => {
  it.each([
    [{ 'Fn::GetAtt': ['Jobs', 'Arn'] }, arn],
    [{ 'Fn::GetAtt': 'Jobs.Arn' }, arn],
    [{ Ref: 'Jobs' }, 'https://sqs.eu-west-1.amazonaws.com/111122223333/jobs'],
    [{ Ref: 'AWS::Region' }, 'eu-west-1'],
    [{ 'Fn::Join': ['-', ['a', { Ref: 'AWS::AccountId' }]] }, 'a-111122223333'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's own placeholders
    [{ 'Fn::Sub': '${Jobs.Arn}/${AWS::StackName}/${!Literal}' }, `${arn}/Test/\${Literal}`],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's own placeholders
    [{ 'Fn::Sub': ['${x}-${Jobs.QueueName}', { x: { Ref: 'AWS::Partition' } }] }, 'aws-jobs'],
    [{ 'Fn::Select': ['1', { 'Fn::Split': ['/', 'a/b/c'] }] }, 'b'],
    [{ 'Fn::Select': [5, { 'Fn::Split': [':', { 'Fn::GetAtt': ['Jobs', 'Arn'] }] }] }, 'jobs'],
    [{ 'Fn::ImportValue': { 'Fn::Sub': 'shared:Value' } }, 'from-elsewhere'],
    [{ 'Fn::Base64': 'text' }, 'dGV4dA=='],
  ])('resolves %j', (value, expected) => {
    expect(evaluate(value)).toBe(expected);
  });

  it('chooses by conditions over parameters and maps', () => {
    const more = {
      Parameters: { Stage: { Type: 'String', Default: 'dev' } },
      Mappings: { Sizes: { dev: { memory: 128 }, prod: { memory: 512 } } },
      Conditions: {
        IsProd: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] },
        IsNot: { 'Fn::Not': [{ Condition: 'IsProd' }] },
        Either: { 'Fn::Or': [{ Condition: 'IsProd' }, { Condition: 'IsNot' }] },
      },
    };
    const size = { 'Fn::If': ['Either', { 'Fn::FindInMap': ['Sizes', { Ref: 'Stage' }, 'memory'] }, 0] };
    expect(evaluate(size, more)).toBe('128');
    expect(evaluate(size, more, { Stage: 'prod' })).toBe('512');
    expect(evaluate(size, more, { 'Other:Stage': 'prod' })).toBe('128');
  });

  it('leaves out what a condition or AWS::NoValue leaves out', () => {
    const { resources } = resolve({
      Conditions: { Never: { 'Fn::Equals': [1, 2] } },
      Resources: {
        Gone: { Type: 'AWS::SQS::Queue', Condition: 'Never' },
        Kept: {
          Type: 'AWS::SNS::Topic',
          Properties: { A: { Ref: 'AWS::NoValue' }, B: [1, { 'Fn::If': ['Never', 2, { Ref: 'AWS::NoValue' }] }] },
        },
      },
    });
    expect(resources.map(resource => [resource.logicalId, resource.properties])).toEqual([['Kept', { B: [1] }]]);
  });

  it('names what has no name, the same way each time, within the limits of its type', () => {
    const template = { Resources: { ['Long'.repeat(30)]: { Type: 'AWS::IAM::Role', Properties: {} } } };
    const [first] = resolve(template).resources;
    expect(first?.ref).toMatch(/^Test-Long/);
    expect(first?.ref.length).toBe(64);
    expect(resolve(template).resources[0]?.ref).toBe(first?.ref);
  });

  it.each([
    [
      'an unknown type',
      { Resources: { X: { Type: 'AWS::EC2::Instance' } } },
      /Test\/X \(AWS::EC2::Instance\).*does not know this type/,
    ],
    ['an unknown reference', { Outputs: { O: { Value: { Ref: 'Nothing' } } } }, /output O of Test.*no Nothing/],
    [
      'an unknown attribute',
      { Resources: { Q: { Type: 'AWS::SQS::Queue' } }, Outputs: { O: { Value: { 'Fn::GetAtt': ['Q', 'Color'] } } } },
      /Q has no attribute Color/,
    ],
    ['a missing export', { Outputs: { O: { Value: { 'Fn::ImportValue': 'x' } } } }, /No stack exports x/],
    [
      'a circle',
      { Resources: { A: { Type: 'AWS::SNS::Topic', Properties: { TopicName: { Ref: 'A' } } } } },
      /depends on itself/,
    ],
    ['a parameter without a value', { Parameters: { P: { Type: 'String' } } }, /Parameter P has no value/],
    [
      'a parameter that breaks its pattern',
      { Parameters: { P: { Type: 'String', Default: 'A', AllowedPattern: '[a-z]+' } } },
      /must match \[a-z\]\+/,
    ],
    ['a number that is none', { Parameters: { P: { Type: 'Number', Default: 'ten' } } }, /must be a number/],
  ])('with %s is refused by name', (_what, template, text) => {
    expect(() => resolve(template)).toThrow(text);
  });
});
