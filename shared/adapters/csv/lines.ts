/** A physical line and its 1-based number. */
export interface Line {
  readonly number: number;
  readonly text: string;
  /** Cut because it was longer than a line may be. */
  readonly tooLong: boolean;
}

/** The longest biography in a cell is some thousand characters; a line of this size is no row of a list. */
const maxLineCharacters = 256 * 1024;

/** Lines however they end: LF, CRLF, or the lone CR of old spreadsheets. Holds one line at a time. */
export async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<Line> {
  let rest = '';
  let number = 0;
  let overflow = false;
  for await (const chunk of chunks) {
    const text = rest + chunk;
    // A CR at the very end may be the first half of CRLF.
    const parts = (text.endsWith('\r') ? text.slice(0, -1) : text).split(/\r\n|\n|\r/);
    rest = (parts.pop() ?? '') + (text.endsWith('\r') ? '\r' : '');
    for (const part of parts) {
      yield {
        number: ++number,
        text: part.slice(0, maxLineCharacters),
        tooLong: overflow || part.length > maxLineCharacters,
      };
      overflow = false;
    }
    if (rest.length > maxLineCharacters) {
      overflow = true;
      rest = '';
    }
  }
  for (const part of rest.replace(/\r$/, '').split(/\r\n|\n|\r/)) {
    if (part !== '' || overflow) yield { number: ++number, text: part, tooLong: overflow };
  }
}
