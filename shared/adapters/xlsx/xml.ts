import { Parser } from 'htmlparser2';

export type Attributes = Readonly<Record<string, string>>;

export interface XmlHandlers<T> {
  /** Names without their prefix: some writers say <x:row>. */
  open?(name: string, attributes: Attributes, give: (item: T) => void): void;
  text?(text: string): void;
  close?(name: string, give: (item: T) => void): void;
}

/**
 * What handlers give while a document goes by, of which only a piece is held. Entities that a document defines itself are left as
 * they stand, so nothing can be blown up with them.
 */
export async function* readXml<T>(pieces: AsyncIterable<string>, handlers: XmlHandlers<T>): AsyncGenerator<T> {
  let given: T[] = [];
  const give = (item: T) => void given.push(item);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => handlers.open?.(local(name), attributes, give),
      ontext: text => handlers.text?.(text),
      onclosetag: name => handlers.close?.(local(name), give),
    },
    { xmlMode: true, decodeEntities: true },
  );
  for await (const piece of pieces) {
    parser.write(piece);
    if (given.length === 0) continue;
    yield* given;
    given = [];
  }
  parser.end();
  yield* given;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);
