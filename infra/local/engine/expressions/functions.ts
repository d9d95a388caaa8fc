import { createHash } from 'node:crypto';
import type jsonata from 'jsonata';
import type { Json } from '../json.ts';
import { javaRandom } from './java-random.ts';
import type { Surroundings } from './surroundings.ts';
import { randomUuid } from './uuid.ts';

/** Under this name an evaluation finds its Surroundings. JSONata cannot spell it, so no expression sees it. */
export const surroundingsName = 'engine:surroundings';

interface Focus {
  readonly environment: { lookup(name: string): unknown };
}

const surroundings = (focus: Focus): Surroundings => focus.environment.lookup(surroundingsName) as Surroundings;

const hashes = new Map([
  ['MD5', 'md5'],
  ['SHA-1', 'sha1'],
  ['SHA-256', 'sha256'],
  ['SHA-384', 'sha384'],
  ['SHA-512', 'sha512'],
]);

/** AWS bounds the memory of an evaluation; this is the longest array it was seen to build. */
const longestArray = 873_782;

type Expression = ReturnType<typeof jsonata>;

/** Adds the functions of Step Functions, and puts `$now` and `$millis` on the engine's clock. */
export function addFunctions(expression: Expression, fromMillis: Expression): void {
  expression.registerFunction('partition', partition, '<an:a>');
  expression.registerFunction('range', range, '<nnn:a>');
  expression.registerFunction('hash', hash, '<ss:s>');
  expression.registerFunction(
    'parse',
    (text: string) => (text === undefined ? undefined : withoutNegativeZero(JSON.parse(text))),
    '<s-:x>',
  );
  expression.registerFunction(
    'uuid',
    function (this: Focus) {
      return randomUuid(surroundings(this).random);
    },
    '<:s>',
  );
  expression.registerFunction(
    'random',
    function (this: Focus, seed?: number) {
      return seed === undefined ? surroundings(this).random() : javaRandom(seed);
    },
    '<n?:n>',
  );
  expression.registerFunction(
    'millis',
    function (this: Focus) {
      return surroundings(this).nowMs;
    },
    '<:n>',
  );
  expression.registerFunction(
    'now',
    function (this: Focus, picture?: string, timezone?: string) {
      return fromMillis.evaluate(undefined, { at: surroundings(this).nowMs, picture, timezone });
    },
    '<s?s?:s>',
  );
}

function partition(array: Json[] | undefined, size: number): Json[][] | undefined {
  if (array === undefined) return undefined;
  if (!(size >= 1)) throw new Error('the size of a partition must be a positive number');
  const step = Math.floor(size);
  return Array.from({ length: Math.ceil(array.length / step) }, (_, at) => array.slice(at * step, (at + 1) * step));
}

function range(from: number, to: number, step: number): number[] {
  if (!step) throw new Error('the step of a range must not be 0');
  const length = Math.max(0, Math.floor((to - from) / step) + 1);
  if (length > longestArray) throw new Error(`a range of ${length} numbers exceeds the memory of an evaluation`);
  const numbers = Array.from({ length }, (_, at) => from + at * step);
  // A JSONata sequence, so that a single number comes out bare (recorded on AWS).
  return Object.defineProperty(numbers, 'sequence', { value: true, enumerable: false });
}

function hash(data: string | undefined, algorithm: string): string | undefined {
  if (data === undefined) return undefined;
  const name = hashes.get(algorithm);
  if (!name) throw new Error(`the hash algorithm must be one of ${[...hashes.keys()].join(', ')}`);
  return createHash(name).update(data).digest('hex');
}

function withoutNegativeZero(value: Json): Json {
  return Object.is(value, -0) ? 0 : value;
}
