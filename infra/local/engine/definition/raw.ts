import { compileTemplate, constant, type Template } from '../expressions/template.ts';
import { ServiceFault } from '../faults.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';

export type QueryLanguage = 'JSONata' | 'JSONPath';

export function refuse(message: string, path: string): never {
  throw new ServiceFault(
    'InvalidDefinition',
    `Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: ${message} at ${path}'`,
  );
}

/** One object of a definition, read field by field. Every complaint says where. */
export class Raw {
  readonly path: string;
  readonly language: QueryLanguage;
  readonly #fields: JsonObject;

  constructor(value: Json | undefined, path: string, language: QueryLanguage) {
    if (!isJsonObject(value)) refuse('Expected value of type Object', path);
    this.#fields = value;
    this.path = path;
    this.language = language;
  }

  has(key: string): boolean {
    return this.#fields[key] !== undefined;
  }

  get(key: string): Json | undefined {
    return this.#fields[key];
  }

  keys(): string[] {
    return Object.keys(this.#fields);
  }

  object(key: string, language = this.language): Raw {
    return new Raw(this.#fields[key], `${this.path}/${key}`, language);
  }

  objects(key: string, language = this.language): Raw[] {
    return this.list(key).map((item, index) => new Raw(item, `${this.path}/${key}[${index}]`, language));
  }

  list(key: string): Json[] {
    const value = this.#fields[key] ?? [];
    if (!Array.isArray(value)) refuse('Expected value of type Array', `${this.path}/${key}`);
    return value;
  }

  strings(key: string): string[] {
    return this.list(key).map(item =>
      typeof item === 'string' ? item : refuse('Expected value of type String', `${this.path}/${key}`),
    );
  }

  string(key: string): string {
    const value = this.#fields[key];
    return typeof value === 'string' ? value : refuse('Expected value of type String', `${this.path}/${key}`);
  }

  optionalString(key: string): string | undefined {
    return this.has(key) ? this.string(key) : undefined;
  }

  oneOf<T extends string>(key: string, allowed: readonly T[], otherwise: T): T {
    const value = this.optionalString(key) ?? otherwise;
    return (
      allowed.find(option => option === value) ??
      refuse(`Value must be one of [${allowed.join(', ')}]`, `${this.path}/${key}`)
    );
  }

  number(key: string, otherwise: number): number {
    const value = this.#fields[key] ?? otherwise;
    return typeof value === 'number' ? value : refuse('Expected value of type Integer', `${this.path}/${key}`);
  }

  /** A field that takes expressions. In a JSONPath state it is a literal, and may hold no path. */
  template(key: string): Template | undefined {
    const value = this.#fields[key];
    if (value === undefined) return undefined;
    if (this.language === 'JSONPath') return constant(pathFree(value, `${this.path}/${key}`));
    return compile(value, `${this.path}/${key}`);
  }
}

function compile(value: Json, path: string): Template {
  try {
    return compileTemplate(value);
  } catch (thrown) {
    return refuse(`Invalid JSONata expression: ${(thrown as { message?: unknown }).message}`, path);
  }
}

function pathFree(value: Json, path: string): Json {
  if (typeof value !== 'object' || value === null) return value;
  for (const [key, item] of Object.entries(value)) {
    if (key.endsWith('.$'))
      refuse('the local engine runs JSONata; a JSONPath state must do without paths', `${path}/${key}`);
    pathFree(item, `${path}/${key}`);
  }
  return value;
}
