import { BlockList, isIP } from 'node:net';

type JsonValue = unknown;
type Matcher = (value: JsonValue | undefined) => boolean;

/**
 * Whether an event matches an EventBridge pattern
 * (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html).
 */
export function matchesPattern(pattern: JsonValue, event: JsonValue): boolean {
  return Object.entries(pattern as object).every(([name, expected]) => {
    if (name === '$or') return (expected as JsonValue[]).some(option => matchesPattern(option, event));
    const value = isObject(event) ? event[name] : undefined;
    return Array.isArray(expected) ? matchesLeaf(expected, value) : matchesInside(expected, value);
  });
}

/** Of a list of objects in the event, one must match as a whole. */
function matchesInside(pattern: JsonValue, value: JsonValue): boolean {
  return Array.isArray(value) ? value.some(item => matchesPattern(pattern, item)) : matchesPattern(pattern, value);
}

function matchesLeaf(matchers: readonly JsonValue[], value: JsonValue): boolean {
  return matchers.some(matcher => {
    if (isObject(matcher) && 'exists' in matcher) return matcher.exists === isLeaf(value);
    return valuesOf(value).some(single => matcherOf(matcher)(single));
  });
}

/** `exists` looks at leaves only; a list is a leaf. */
const isLeaf = (value: JsonValue) => value !== undefined && !isObject(value);
const valuesOf = (value: JsonValue): JsonValue[] => (value === undefined ? [] : Array.isArray(value) ? value : [value]);
const isObject = (value: JsonValue): value is Record<string, JsonValue> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const operators: Readonly<Record<string, (operand: never) => Matcher>> = {
  prefix: (operand: string | IgnoreCase) => onText(operand, (text, part) => text.startsWith(part)),
  suffix: (operand: string | IgnoreCase) => onText(operand, (text, part) => text.endsWith(part)),
  'equals-ignore-case': (operand: string) => value => typeof value === 'string' && fold(value) === fold(operand),
  wildcard: (operand: string) => {
    const expression = wildcard(operand);
    return value => typeof value === 'string' && expression.test(value);
  },
  numeric: (operand: readonly (string | number)[]) => value => typeof value === 'number' && inRange(operand, value),
  cidr: (operand: string) => value => typeof value === 'string' && inSubnet(operand, value),
  'anything-but': (operand: JsonValue) => {
    const refused = anythingBut(operand);
    return value => !refused.some(matcher => matcher(value));
  },
};

type IgnoreCase = { readonly 'equals-ignore-case': string };

function matcherOf(matcher: JsonValue): Matcher {
  if (!isObject(matcher)) return value => value === matcher;
  const [entry] = Object.entries(matcher);
  const operator = entry && operators[entry[0]];
  if (!entry || !operator) throw new Error(`Unknown comparison in an event pattern: ${JSON.stringify(matcher)}`);
  return operator(entry[1] as never);
}

/** `{ prefix: ['a', 'b'] }` inside `anything-but` refuses each of them. */
function anythingBut(operand: JsonValue): Matcher[] {
  if (!isObject(operand)) return [operand].flat().map(matcherOf);
  return Object.entries(operand).flatMap(([name, values]) =>
    [values].flat().map(value => matcherOf({ [name]: value })),
  );
}

function onText(operand: string | IgnoreCase, test: (text: string, part: string) => boolean): Matcher {
  const exact = typeof operand === 'string';
  const part = exact ? operand : fold(operand['equals-ignore-case']);
  return value => typeof value === 'string' && test(exact ? value : fold(value), part);
}

const fold = (text: string) => text.toLowerCase();

/** `*` stands for any characters; a backslash takes the meaning from what follows. */
function wildcard(pattern: string): RegExp {
  const source = pattern.replace(
    /\\(.)|([*])|([.+?^${}()|[\]])/g,
    (_match, escaped: string, star: string, special: string) =>
      escaped ? `\\${escaped}` : star ? '.*' : `\\${special}`,
  );
  return new RegExp(`^${source}$`, 's');
}

const comparisons: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '=': (a, b) => a === b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

/** `['>', 0, '<=', 5]`. */
function inRange(operand: readonly (string | number)[], value: number): boolean {
  for (let at = 0; at < operand.length; at += 2) {
    if (!comparisons[String(operand[at])]?.(value, Number(operand[at + 1]))) return false;
  }
  return true;
}

function inSubnet(subnet: string, address: string): boolean {
  const [network = '', bits = ''] = subnet.split('/');
  const family = isIP(network) === 6 ? 'ipv6' : 'ipv4';
  if (isIP(address) !== isIP(network)) return false;
  const list = new BlockList();
  list.addSubnet(network, Number(bits), family);
  return list.check(address, family);
}
