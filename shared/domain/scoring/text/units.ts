/** One piece of memory for all searches; what it holds is read before the next text comes. */
let memory = Buffer.alloc(1 << 15);

/**
 * The UTF-16 units of a text as numbers, copied in one go: `charCodeAt` asks each time how the string is stored, which takes longer
 * than everything else that a search does with a letter. Good until the next call.
 */
export function unitsOf(text: string): Uint16Array {
  if (text.length * 2 > memory.length) memory = Buffer.alloc(text.length * 4);
  memory.write(text, 'utf16le');
  return new Uint16Array(memory.buffer, memory.byteOffset, text.length);
}
