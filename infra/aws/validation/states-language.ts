import service from 'amazon-states-language-service';
import jsonata from 'jsonata';
import type { JsonObject } from './definitions.ts';

const language = service.getLanguageService({});

/**
 * What is wrong with a definition, as far as that can be seen without running it: AWS's own language service, then what it does
 * not look at. Empty if nothing is.
 */
export async function findingsIn(definition: JsonObject): Promise<string[]> {
  return [...(await languageFindings(definition)), ...labelFindings(definition), ...expressionFindings(definition)];
}

async function languageFindings(definition: JsonObject): Promise<string[]> {
  const text = JSON.stringify(definition, null, 1);
  const document = service.TextDocument.create('memory:///definition.asl', 'asl', 1, text);
  const diagnostics = await language.doValidation(document, language.parseJSONDocument(document));
  return diagnostics.map(({ message, range }) => `${text.split('\n')[range.start.line]?.trim()}: ${message}`);
}

/** Step Functions refuses these in a Map's label, and no static validator looks. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
const notInLabels = /[\s?*<>{}[\]:;,\\|^~$#%&"`\u0000-\u001f\u007f-\u009f]/;

function labelFindings(definition: unknown): string[] {
  return valuesIn(definition).flatMap(([path, value]) => {
    if (!path.endsWith('/Label') || typeof value !== 'string') return [];
    if (value.length > 40) return [`${path}: the label "${value}" has more than 40 characters.`];
    return notInLabels.test(value)
      ? [`${path}: the label "${value}" has a character that Step Functions refuses.`]
      : [];
  });
}

/** Expressions must parse in the JSONata 2.0.6 that AWS runs, which has no `$eval`. */
function expressionFindings(definition: unknown): string[] {
  return valuesIn(definition).flatMap(([path, value]) => {
    if (typeof value !== 'string' || !value.includes('{%')) return [];
    if (!value.startsWith('{%') || !value.endsWith('%}')) {
      return [`${path}: "${value}" is taken literally, because it does not start with {% and end with %}.`];
    }
    if (/\$eval\b/.test(value)) return [`${path}: Step Functions has no $eval; use $parse.`];
    try {
      jsonata(value.slice(2, -2));
      return [];
    } catch (error) {
      // jsonata throws plain objects.
      const { message } = error as { message: string };
      return [`${path}: ${message} in "${value}".`];
    }
  });
}

/** Every value that is no object or list, with its path. */
function valuesIn(value: unknown, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => valuesIn(inner, `${path}/${key}`));
}
