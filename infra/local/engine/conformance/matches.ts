import type { Json } from '../json.ts';

/** What the recorder wrote in place of values that change from run to run: anything in angle brackets, and these words. */
const placeholder =
  /<[^<>]*(?:<[^<>]*>[^<>]*)?>|\b(?:date|timestamp|start-time|entered-time|start-date|stop-date|state-machine-arn|execution-arn|s(?:nf|fn)_role_arn)\b/g;

/** Whether a value is the recorded one. Placeholders match any text; JSON text is compared as the value it stands for. */
export function matches(recorded: Json | undefined, actual: Json | undefined): boolean {
  if (typeof recorded === 'string' && typeof actual === 'string') return textsMatch(recorded, actual);
  if (typeof recorded === 'string' && isTree(actual)) return matches(parsed(recorded), actual);
  if (typeof actual === 'string' && isTree(recorded)) return matches(recorded, parsed(actual));
  if (typeof recorded === 'number' && typeof actual === 'number') return Math.abs(recorded - actual) < 1e-9;
  if (!isTree(recorded) || !isTree(actual)) return recorded === actual;
  if (Array.isArray(recorded) !== Array.isArray(actual)) return false;
  const keys = Object.keys(recorded);
  const [left, right] = [recorded, actual] as { [key: string]: Json }[];
  return (
    keys.length === Object.keys(actual).length &&
    keys.every(key => Object.hasOwn(actual, key) && matches(left?.[key], right?.[key]))
  );
}

function textsMatch(recorded: string, actual: string): boolean {
  if (recorded === actual) return true;
  const [left, right] = [parsed(recorded), parsed(actual)];
  if (isTree(left) && isTree(right)) return matches(left, right);
  const literals = recorded.split(placeholder).map(literal => literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return literals.length > 1 && new RegExp(`^${literals.join('[\\s\\S]*')}$`).test(actual);
}

const isTree = (value: Json | undefined): value is Json[] | { [key: string]: Json } =>
  typeof value === 'object' && value !== null;

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
