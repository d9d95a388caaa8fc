/** What the intrinsic functions of one template can see. */
export interface Scope {
  ref(name: string): unknown;
  getAtt(logicalId: string, attribute: string): unknown;
  condition(name: string): boolean;
  importValue(name: string): unknown;
  findInMap(map: string, first: string, second: string): unknown;
  availabilityZones(): string[];
}

/** `AWS::NoValue`: the property or list item is left out. */
export const noValue = Symbol('AWS::NoValue');

type Intrinsic = (argument: unknown, scope: Scope) => unknown;

const intrinsics: Readonly<Record<string, Intrinsic>> = {
  Ref: (name, scope) => scope.ref(String(name)),
  'Fn::GetAtt': (argument, scope) => {
    const [logicalId, ...attribute] = typeof argument === 'string' ? argument.split('.') : list(argument, scope);
    return scope.getAtt(String(logicalId), attribute.join('.'));
  },
  'Fn::Sub': substitute,
  'Fn::Join': (argument, scope) => {
    const [separator, parts] = list(argument, scope);
    return list(parts, scope).map(text).join(String(separator));
  },
  'Fn::Select': (argument, scope) => {
    const [index, items] = list(argument, scope);
    const chosen = list(items, scope)[Number(index)];
    if (chosen === undefined) throw new Error(`Fn::Select has no item ${index}.`);
    return chosen;
  },
  'Fn::Split': (argument, scope) => {
    const [separator, source] = list(argument, scope);
    return text(source).split(String(separator));
  },
  'Fn::If': (argument, scope) => {
    const [name, yes, no] = argument as [string, unknown, unknown];
    return resolveValue(scope.condition(name) ? yes : no, scope);
  },
  'Fn::ImportValue': (argument, scope) => scope.importValue(text(resolveValue(argument, scope))),
  'Fn::FindInMap': (argument, scope) => {
    const [map, first, second] = list(argument, scope).map(text);
    return scope.findInMap(map ?? '', first ?? '', second ?? '');
  },
  'Fn::GetAZs': (_argument, scope) => scope.availabilityZones(),
  'Fn::Base64': (argument, scope) => Buffer.from(text(resolveValue(argument, scope))).toString('base64'),
  'Fn::Length': (argument, scope) => list(argument, scope).length,
  'Fn::ToJsonString': (argument, scope) => JSON.stringify(resolveValue(argument, scope)),
};

const conditions: Readonly<Record<string, (argument: unknown, scope: Scope) => boolean>> = {
  'Fn::Equals': (argument, scope) => {
    const [left, right] = list(argument, scope);
    return text(left) === text(right);
  },
  'Fn::And': (argument, scope) => (argument as unknown[]).every(part => evaluateCondition(part, scope)),
  'Fn::Or': (argument, scope) => (argument as unknown[]).some(part => evaluateCondition(part, scope)),
  'Fn::Not': (argument, scope) => !evaluateCondition((argument as unknown[])[0], scope),
  Condition: (argument, scope) => scope.condition(String(argument)),
};

/** The value with every intrinsic function replaced by what it stands for. */
export function resolveValue(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) return value.map(item => resolveValue(item, scope)).filter(item => item !== noValue);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [only] = entries;
  const intrinsic = entries.length === 1 && only ? intrinsics[only[0]] : undefined;
  if (intrinsic && only) return intrinsic(only[1], scope);
  return Object.fromEntries(
    entries.map(([key, item]) => [key, resolveValue(item, scope)] as const).filter(([, item]) => item !== noValue),
  );
}

export function evaluateCondition(value: unknown, scope: Scope): boolean {
  const [entry] = Object.entries(value ?? {});
  const condition = entry ? conditions[entry[0]] : undefined;
  if (!condition || !entry) throw new Error(`Not a condition: ${JSON.stringify(value)}`);
  return condition(entry[1], scope);
}

function substitute(argument: unknown, scope: Scope): string {
  const [template, given] = Array.isArray(argument) ? argument : [argument, {}];
  const variables = resolveValue(given, scope) as Record<string, unknown>;
  return String(template).replace(/\$\{(!?)([^}]+)\}/g, (_match, literal: string, name: string) => {
    if (literal) return `\${${name}}`;
    if (name in variables) return text(variables[name]);
    const [logicalId, ...attribute] = name.trim().split('.');
    return text(attribute.length > 0 ? scope.getAtt(logicalId ?? '', attribute.join('.')) : scope.ref(name.trim()));
  });
}

function list(value: unknown, scope: Scope): unknown[] {
  const resolved = resolveValue(value, scope);
  if (!Array.isArray(resolved)) throw new Error(`Expected a list, but was ${JSON.stringify(resolved)}`);
  return resolved;
}

function text(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(text).join(',');
  throw new Error(`Expected text, but was ${JSON.stringify(value)}`);
}
