import { expect, test } from 'vitest';
import { stateMachinesIn } from '#infra/aws/validation/definitions.ts';
import { findingsIn } from '#infra/aws/validation/states-language.ts';
import { definitionOf } from '#infra/aws/workflows.ts';

const machine = (state: object) => ({
  QueryLanguage: 'JSONata',
  StartAt: 'First',
  States: { First: { Type: 'Pass', End: true, ...state } },
});
const mapWith = (Label: string) =>
  machine({ Type: 'Map', Label, ItemProcessor: { StartAt: 'Inner', States: { Inner: { Type: 'Pass', End: true } } } });

test.each(['campaign', 'chase'] as const)('%s has no finding', async name => {
  expect(await findingsIn(definitionOf(name))).toEqual([]);
});

test('a state that does not exist is found', async () => {
  expect(await findingsIn(machine({ End: undefined, Next: 'Nowhere' }))).not.toEqual([]);
});

test.each(['with blank', 'a:b', 'x'.repeat(41)])('the label "%s" of a Map is found', async label => {
  expect(await findingsIn(mapWith(label))).toEqual([expect.stringContaining(`the label "${label}"`)]);
});

test.each([
  ['{% $states.input.x ?? 1 %}', 'is newer than the JSONata that AWS runs'],
  ['{% ( %}', 'does not parse'],
  ['{% $eval("1") %}', 'uses $eval'],
  [' {% 1 %}', 'would be taken literally'],
])('the expression %s is found, because it %s', async expression => {
  const findings = await findingsIn(machine({ Output: { x: expression } }));
  expect(findings).toEqual([expect.stringContaining('/States/First/Output/x')]);
});

test('what CloudFormation fills in becomes a valid word', () => {
  const DefinitionString = { 'Fn::Join': ['', ['{"StartAt":"', { 'Fn::GetAtt': ['X', 'Arn'] }, '"}']] };
  const template = { Resources: { M: { Type: 'AWS::StepFunctions::StateMachine', Properties: { DefinitionString } } } };
  expect(stateMachinesIn(template)).toEqual([{ logicalId: 'M', definition: { StartAt: 'deployed' } }]);
});
