import { knownHeaders } from '#shared/domain/import/mapping.ts';

const delimiters = [',', ';', '\t', '|'] as const;

/** Excel writes "sep=;" on the first line of some exports. */
export const declaredDelimiter = (firstLine: string): string | undefined =>
  /^"?sep=(.)"?$/i.exec(firstLine.trim())?.[1];

/**
 * The character that separates cells: the one that makes most column names we know, then the one that cuts most lines into the
 * same number of cells, then the one that cuts them into more (decimal commas are regular too).
 */
export function detectDelimiter(lines: readonly string[]): string {
  const unquoted = lines.filter(line => line.trim() !== '').map(line => line.replace(/"(?:[^"]|"")*"/g, '""'));
  const scored = delimiters.map(delimiter => {
    const counts = unquoted.map(line => line.split(delimiter).length);
    const groups = [
      ...Map.groupBy(
        counts.filter(count => count > 1),
        count => count,
      ),
    ];
    const [cells = 1, alike = []] = groups.sort(([a, x], [b, y]) => y.length - x.length || b - a)[0] ?? [];
    const names = Math.max(0, ...lines.slice(0, 10).map(line => knownHeaders(unquote(line.split(delimiter)))));
    return { delimiter, score: [names, alike.length / Math.max(1, unquoted.length), cells] as const };
  });
  const best = scored.sort((a, b) => compare(b.score, a.score))[0];
  return best?.delimiter ?? ',';
}

const unquote = (cells: readonly string[]): string[] => cells.map(cell => cell.trim().replace(/^"(.*)"$/, '$1'));

const compare = (a: readonly number[], b: readonly number[]): number =>
  a.map((value, index) => value - (b[index] ?? 0)).find(difference => difference !== 0) ?? 0;
