import { compilePath, undecided } from './path.ts';
import type { Lookup } from './surroundings.ts';

const comparison = /^(\$[\w.]+)\s*(=|!=|<=|>=|<|>)\s*('[^'\\]*'|"[^"\\]*"|\d{1,15}(?:\.\d{1,10})?|true|false)$/;

const operators: Readonly<Record<string, (a: unknown, b: unknown) => boolean>> = {
  '=': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => (a as number) < (b as number),
  '<=': (a, b) => (a as number) <= (b as number),
  '>': (a, b) => (a as number) > (b as number),
  '>=': (a, b) => (a as number) >= (b as number),
};

/**
 * A short cut for `$path = 'word'` and `$path > 5`, which are most conditions of a Choice. Decides only between plain values:
 * equality of any two, order between two numbers or two strings. Everything else, errors included, is left to jsonata.
 */
export function compileComparison(source: string): ((lookup: Lookup) => unknown) | undefined {
  const [, pathSource = '', operator = '', literal = ''] = comparison.exec(source) ?? [];
  const path = compilePath(pathSource);
  const decide = operators[operator];
  if (!path || !decide) return undefined;
  const right = meant(literal);
  const isOrdered = operator.startsWith('<') || operator.startsWith('>');
  if (isOrdered && typeof right === 'boolean') return undefined;
  return lookup => {
    const left = path(lookup);
    if (left === undecided || typeof left === 'object' || typeof left === 'function') return undecided;
    return isOrdered && typeof left !== typeof right ? undecided : decide(left, right);
  };
}

function meant(literal: string): string | number | boolean {
  if (/^['"]/.test(literal)) return literal.slice(1, -1);
  return literal === 'true' || literal === 'false' ? literal === 'true' : Number(literal);
}
