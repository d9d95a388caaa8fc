/** One piece of memory for all searches; what it holds is read before the next text comes. */
let memory = Buffer.alloc(0);
let units = new Uint16Array();

/**
 * The UTF-16 units of a text as numbers, closed by a zero, copied in one go: `charCodeAt` asks each time how the string is stored,
 * which takes longer than everything else that a search does with a letter. Good until the next call.
 */
export function unitsOf(text: string): Uint16Array {
  if (text.length >= units.length) {
    memory = Buffer.alloc(Math.max(1 << 15, text.length * 4));
    units = new Uint16Array(memory.buffer, memory.byteOffset, memory.length / 2);
  }
  memory.write(text, 'utf16le');
  units[text.length] = 0;
  return units;
}
