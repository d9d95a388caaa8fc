/** Meta's field expansion: `id,media.after(QV).limit(25){id,caption}` as a tree. */
export interface Field {
  readonly name: string;
  /** `username(meera)` -> { username: 'meera' } of `business_discovery.username(meera)`. */
  readonly modifiers: Readonly<Record<string, string>>;
  readonly fields: readonly Field[];
}

const token = /([A-Za-z_]+)|\.([A-Za-z_]+)\(([^()]*)\)|([,{}])/y;

/** Undefined where the text is no field list: the API then answers with error 2500 or 100. */
export function readFields(text: string): readonly Field[] | undefined {
  token.lastIndex = 0;
  const end = text.length;
  const list = (): Field[] | undefined => {
    const fields: Field[] = [];
    for (;;) {
      const field = one();
      if (!field) return undefined;
      fields.push(field);
      if (peek() !== ',') return fields;
      token.exec(text);
    }
  };
  const one = (): Field | undefined => {
    const name = token.exec(text)?.[1];
    if (!name) return undefined;
    const modifiers: Record<string, string> = {};
    while (text[token.lastIndex] === '.') {
      const [, , modifier, value] = token.exec(text) ?? [];
      if (modifier === undefined || value === undefined) return undefined;
      modifiers[modifier] = value;
    }
    if (peek() !== '{') return { name, modifiers, fields: [] };
    token.exec(text);
    const fields = list();
    if (!fields || token.exec(text)?.[4] !== '}') return undefined;
    return { name, modifiers, fields };
  };
  const peek = () => text[token.lastIndex];
  const fields = list();
  return token.lastIndex === end ? fields : undefined;
}
