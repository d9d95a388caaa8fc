const multiplier = 0x5deece66dn;
const mask = (1n << 48n) - 1n;

/** First `nextDouble()` of java.util.Random under a seed: Step Functions runs on Java, and a seed promises the same number again. */
export function javaRandom(seed: number): number {
  let state = (BigInt(Math.trunc(seed)) ^ multiplier) & mask;
  const next = (bits: bigint): bigint => {
    state = (state * multiplier + 0xbn) & mask;
    return state >> (48n - bits);
  };
  return Number((next(26n) << 27n) + next(27n)) / 2 ** 53;
}
