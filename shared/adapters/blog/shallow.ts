/** Longer than any page that a person reads; what matters to us stands in its head and its first screens. */
const mostCharacters = 2_000_000;
/** Browsers stop nesting at 512 elements too; trees that are deeper only cost time, and readers of trees their stack. */
const mostLevels = 512;

/** Three times what a busy home page has. Looking for elements takes the square of how many stand side by side. */
const mostElements = 10_000;

const voidElements = 'area base br col embed hr img input link meta param source track wbr'.split(' ');
/** Elements whose end is implied by the next one of their kind: they do not nest by being left open. */
const selfEnding = 'p li dt dd tr td th thead tbody tfoot option optgroup rp rt'.split(' ');
const flat = new Set([...voidElements, ...selfEnding]);

/** HTML cut off where it becomes too long or nests too deep to be read in reasonable time. */
export function shallow(html: string): string {
  const text = html.slice(0, mostCharacters);
  const open: string[] = [];
  let elements = 0;
  const counts = new Map<string, number>();
  const count = (name: string, by: number) => counts.set(name, (counts.get(name) ?? 0) + by);
  const isOpen = (name: string) => (counts.get(name) ?? 0) > 0;
  for (const { 1: slash, 2: tag = '', 3: rest = '', index } of text.matchAll(/<(\/?)([a-z][a-z0-9:-]*)([^<>]*)/gi)) {
    const name = tag.toLowerCase();
    if (slash === '') elements += 1;
    if (elements > mostElements) return text.slice(0, index);
    if (flat.has(name)) continue;
    // Only drawings and formulas have elements that end in themselves; "<div/>" opens one.
    if (rest.endsWith('/') && (isOpen('svg') || isOpen('math'))) continue;
    if (slash === '') {
      if (open.length >= mostLevels) return text.slice(0, index);
      open.push(name);
      count(name, 1);
    } else if (isOpen(name)) {
      // An end that was forgotten is implied; one without a beginning is nothing.
      let last: string | undefined;
      do {
        last = open.pop();
        if (last !== undefined) count(last, -1);
      } while (last !== undefined && last !== name);
    }
  }
  return text;
}
