import type { TemplateParameter } from './template.ts';

export type ParameterValue = string | string[];

/** The value of a template parameter: the given one or its default, checked as CloudFormation checks it. */
export function parameterValue(name: string, parameter: TemplateParameter, given: string | undefined): ParameterValue {
  const value = given ?? (parameter.Default === undefined ? undefined : String(parameter.Default));
  if (value === undefined) throw new Error(`Parameter ${name} has no value: give one in \`parameters\`.`);
  const isList = parameter.Type === 'CommaDelimitedList' || parameter.Type.startsWith('List<');
  const values = isList ? value.split(',').map(item => item.trim()) : [value];
  for (const item of values) check(name, parameter, item);
  return isList ? values : value;
}

function check(name: string, parameter: TemplateParameter, value: string): void {
  const { AllowedValues, AllowedPattern, MinLength, MaxLength, MinValue, MaxValue, Type } = parameter;
  const refuse = (rule: string): never => {
    throw new Error(`Parameter ${name} is '${value}': ${parameter.ConstraintDescription ?? rule}`);
  };
  if (AllowedValues && !AllowedValues.map(String).includes(value)) refuse(`must be one of ${AllowedValues.join(', ')}`);
  if (AllowedPattern && !new RegExp(`^(?:${AllowedPattern})$`).test(value)) refuse(`must match ${AllowedPattern}`);
  if (MinLength !== undefined && value.length < MinLength) refuse(`must have at least ${MinLength} characters`);
  if (MaxLength !== undefined && value.length > MaxLength) refuse(`must have at most ${MaxLength} characters`);
  if (!/^(Number|List<Number>)$/.test(Type)) return;
  if (value.trim() === '' || Number.isNaN(Number(value))) refuse('must be a number');
  if (MinValue !== undefined && Number(value) < MinValue) refuse(`must be at least ${MinValue}`);
  if (MaxValue !== undefined && Number(value) > MaxValue) refuse(`must be at most ${MaxValue}`);
}
