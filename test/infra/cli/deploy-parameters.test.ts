import { expect, it } from 'vitest';
import { parametersPerStack } from '#infra/cli/deploy-parameters.ts';

const stack = (stackName: string, ...names: string[]) => ({
  stackName,
  template: { Parameters: Object.fromEntries(['BootstrapVersion', ...names].map(name => [name, {}])) },
});
const stacks = [stack('data', 'SenderDomain', 'AlarmEmail'), stack('edge', 'SenderDomain', 'PublicUrl')];

it('hands a parameter to the stacks that have it and to no other', () => {
  expect(parametersPerStack(stacks, ['SenderDomain=brand.example', 'PublicUrl=https://go.brand.example?a=b'])).toEqual([
    'data:SenderDomain=brand.example',
    'edge:SenderDomain=brand.example',
    'edge:PublicUrl=https://go.brand.example?a=b',
  ]);
});

it.each(['SendDomain=brand.example', 'SenderDomain', 'BootstrapVersion=1'])(
  'refuses %s and names the parameters',
  given => {
    expect(() => parametersPerStack(stacks, [given])).toThrow('AlarmEmail, PublicUrl, SenderDomain');
  },
);

it('takes a deployment without parameters', () => {
  expect(parametersPerStack([{ stackName: 'empty', template: {} }], [])).toEqual([]);
});
